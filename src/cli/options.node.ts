import { type Command, InvalidArgumentError, Option } from "commander";
import { WrongUse } from "./failure.node.ts";

/** A whole number in a range; anything else is a wrong flag value. */
export const wholeNumber =
  (least: number, most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}.`);
  };

/** Seconds above 0; parts of one will do. */
export const secondsUpTo =
  (most: number) =>
  (value: string): number => {
    const number = Number(value);
    if (/^\d+(\.\d+)?$/.test(value) && number > 0 && number <= most) return number;
    throw new WrongUse({
      zh: `时限应大于 0 秒、不超过 ${most} 秒，不能是“${value}”`,
      en: `the time limit must be above 0 and at most ${most} seconds, not "${value}"`,
    });
  };

export const jsonOption = () => new Option("--json", "print JSON");

/** Of a file of texts. */
export const plainOption = () =>
  new Option("--plain", "a text a line instead of JSON Lines; its number is its id");

export const fileOption = (purpose = "texts of this file instead; - reads standard input") =>
  new Option("--file <file>", purpose);

/** How many to list, from 1. */
export const limitUpTo = (most: number, usual: number) =>
  new Option("--limit <n>", `how many to list, 1 to ${most}`)
    .argParser(wholeNumber(1, most))
    .default(usual);

export const limitOption = () => limitUpTo(50, 10);

/** Names an expert, as an argument or with a flag: both are natural to type. */
export const withExpert = (command: Command): Command =>
  command
    .argument("[expert]", "id or unambiguous name")
    .addOption(new Option("--expert <name>", "the same as a flag"));

/** The expert that was named; throws a usage error unless exactly one was. */
export function namedExpert(argument: string | undefined, flag: string | undefined): string {
  if (argument !== undefined && flag !== undefined) {
    throw new WrongUse({ zh: "专家只需指明一次", en: "name the expert once" });
  }
  const name = argument ?? flag;
  if (name === undefined) {
    throw new WrongUse({ zh: "请指明一位专家（编号或姓名）", en: "name an expert by id or name" });
  }
  return name;
}
