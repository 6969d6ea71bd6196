import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { NeedText } from "../domain/model/need.ts";
import type { Understanding } from "../domain/understanding/tagger.ts";
import type { Context } from "./context.ts";

export const TagText = z.object({ text: NeedText });

/** What a text asks for. Nothing is stored. */
export function tagText(
  { actor, reference }: Pick<Context, "actor" | "reference">,
  { text }: z.infer<typeof TagText>,
): Understanding {
  permit(actor, "match.read");
  return reference.tag(text);
}
