import { InvalidArgumentError, Option } from "commander";

/** A whole number in a range; anything else is a wrong flag value. */
export const wholeNumber =
  (least: number, most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}.`);
  };

export const jsonOption = () => new Option("--json", "print JSON");

export const limitOption = () =>
  new Option("--limit <n>", "how many to list, 1 to 50").argParser(wholeNumber(1, 50)).default(10);
