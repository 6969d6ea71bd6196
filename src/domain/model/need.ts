import type { Fault } from "../error.ts";
import { nextCode } from "./code.ts";
import { typedText, typedTextFault } from "./typed-text.ts";

/** The longest text of a need, in UTF-16 code units. */
export const LONGEST_TEXT = 1_000;

/** Days of service that are asked for when nobody says. */
export const USUAL_DAYS = 5;

/** The level that is asked for when nobody says: somebody who trains others. */
export const USUAL_LEVEL = 3;

const EXPECTED = {
  longest: LONGEST_TEXT,
  ask: {
    zh: "请用一两句话写明问题，例如“椪柑叶片卷曲、落果”",
    en: "say the problem in a sentence or two, in words",
  },
};

/** What is wrong with the text of a need; undefined when it can be read. */
export const textFault = (text: string): Omit<Fault, "field"> | undefined =>
  typedTextFault(text, EXPECTED);

/** The text of a need as typed. */
export const NeedText = typedText(EXPECTED);

/** XQ-2026-00042 */
export const NEED_CODE = /^XQ-\d{4}-\d{5,}$/;

/** The code that follows `last`, or the first one of the year; see `nextCode`. */
export const nextNeedCode = (year: number, last: string | undefined, skipped = 0): string =>
  nextCode(`XQ-${year}-`, last, skipped);

/** From being written to being done with. */
export const NEED_STATUSES = [
  "draft",
  "submitted",
  "published",
  "matched",
  "in_service",
  "closed",
  "returned",
  "withdrawn",
  "unmet",
] as const;
export type NeedStatus = (typeof NEED_STATUSES)[number];
