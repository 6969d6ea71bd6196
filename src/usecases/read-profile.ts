import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { ProfileText } from "../domain/model/profile.ts";
import type { Profile } from "../domain/understanding/profile.ts";
import type { Context } from "./context.ts";
import { keptText, type Notice } from "./loading/request.ts";

export const ReadProfile = z.object({ text: ProfileText });

export interface ReadWords {
  /** As it may be shown: identity numbers are cut out, phones and e-mail addresses masked. */
  text: string;
  /** Its spans point into `text`. Each skill waits for a person to confirm it. */
  profile: Profile;
  notices: Notice[];
}

/** Reads what experts say of themselves. Nothing is stored. */
export function readProfile(
  { actor, reference }: Pick<Context, "actor" | "reference">,
  { text: typed }: z.infer<typeof ReadProfile>,
): ReadWords {
  permit(actor, "match.read");
  const { text, notices } = keptText(typed);
  return { text, profile: reference.readProfile(text), notices };
}
