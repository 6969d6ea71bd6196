import { z } from "zod";

/** A whole number from `least` to `most`; whoever misses is told the whole range. */
export const wholeNumber = (least: number, most: number) =>
  z
    .number()
    .superRefine((value, context) => {
      if (Number.isInteger(value) && value >= least && value <= most) return;
      context.addIssue({
        code: "custom",
        message: `must be a whole number from ${least} to ${most}, not ${value}`,
        params: { zh: `应为 ${least} 至 ${most} 的整数，而不是 ${value}` },
      });
    })
    .meta({ type: "integer", minimum: least, maximum: most });
