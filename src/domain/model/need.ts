import { z } from "zod";
import type { Fault } from "../error.ts";

/** The longest text of a need, in UTF-16 code units. */
export const LONGEST_TEXT = 1_000;

/** Days of service that are asked for when nobody says. */
export const USUAL_DAYS = 5;

/** The level that is asked for when nobody says: somebody who trains others. */
export const USUAL_LEVEL = 3;

/** What is wrong with the text of a need; undefined when it can be read. */
export function textFault(text: string): Omit<Fault, "field"> | undefined {
  if (text.length > LONGEST_TEXT) {
    return {
      zh: `文字过长：最多 ${LONGEST_TEXT} 个字符，现有 ${text.length} 个`,
      en: `too long: at most ${LONGEST_TEXT} characters, there are ${text.length}`,
    };
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return {
      zh: "请用一两句话写明问题，例如“椪柑叶片卷曲、落果”",
      en: "say the problem in a sentence or two, in words",
    };
  }
  return undefined;
}

/** The text of a need as typed. */
export const NeedText = z
  .string()
  .superRefine((text, context) => {
    const fault = textFault(text);
    if (fault) context.addIssue({ code: "custom", message: fault.en, params: { zh: fault.zh } });
  })
  .meta({ minLength: 1, maxLength: LONGEST_TEXT });

/** XQ-2026-00042 */
export const NEED_CODE = /^XQ-\d{4}-\d{5,}$/;

/**
 * The code that follows `last`, or the first one of the year.
 *
 * @param skipped how many codes to leave out, so that rivals for the next one part
 */
export function nextNeedCode(year: number, last: string | undefined, skipped = 0): string {
  const number = last ? Number(last.slice(`XQ-${year}-`.length)) : 0;
  return `XQ-${year}-${String(number + 1 + skipped).padStart(5, "0")}`;
}

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
