import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { NeedText } from "../domain/model/need.ts";
import type { Understanding } from "../domain/understanding/tagger.ts";
import type { Context } from "./context.ts";

/** The most texts that are read at once. */
export const MOST_TEXTS = 500;

export const TagTexts = z.object({
  texts: z
    .array(
      z.strictObject({
        /** Comes back with the answer; a text without one is called by its number, from 1. */
        id: z.string().min(1).max(100).optional(),
        text: NeedText,
      }),
    )
    .min(1)
    .max(MOST_TEXTS),
});

export interface TaggedText {
  id: string;
  understanding: Understanding;
}

/** What each of many texts asks for, in their order. Nothing is stored. */
export function tagTexts(
  { actor, reference }: Pick<Context, "actor" | "reference">,
  { texts }: z.infer<typeof TagTexts>,
): TaggedText[] {
  permit(actor, "match.read");
  return texts.map(({ id, text }, index) => ({
    id: id ?? String(index + 1),
    understanding: reference.tag(text),
  }));
}
