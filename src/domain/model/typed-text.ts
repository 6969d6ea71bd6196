import { z } from "zod";
import type { Fault, Sentence } from "../error.ts";
import { withoutPersonalData } from "../privacy/personal.ts";

/** What a text that people type has to be. */
interface Expected {
  /** The longest it may be, in UTF-16 code units. */
  longest: number;
  /** What is said when no letter and no digit stands in it. */
  ask: Sentence;
}

/** What is wrong with a text; undefined when it can be read. */
export function typedTextFault(
  text: string,
  { longest, ask }: Expected,
): Omit<Fault, "field"> | undefined {
  if (text.length > longest) {
    return {
      zh: `文字过长：最多 ${longest} 个字符，现有 ${text.length} 个`,
      en: `too long: at most ${longest} characters, there are ${text.length}`,
    };
  }
  return /[\p{L}\p{N}]/u.test(text) ? undefined : ask;
}

/** The schema of such a text, as typed. */
export const typedText = (expected: Expected) =>
  z
    .string()
    .superRefine((text, context) => {
      const fault = typedTextFault(text, expected);
      if (fault) context.addIssue({ code: "custom", message: fault.en, params: { zh: fault.zh } });
    })
    .meta({ minLength: 1, maxLength: expected.longest });

/** In code units; to search a longer text would only keep others waiting. */
const LONGEST_SEARCHED = 10_000;

/**
 * The schema of a line that is kept and shown to others, such as a name or a reason: people type
 * numbers beside it. As long as allowed once these are cut, since a masked contact may be longer.
 */
export const keptLine = (longest: number) =>
  z
    .string()
    .trim()
    .overwrite((text) => (text.length > LONGEST_SEARCHED ? text : withoutPersonalData(text)))
    .min(1)
    .max(longest);
