import { type Command, Option } from "commander";
import type { TeamChange } from "../../domain/team/change.ts";
import { WrongUse } from "../failure.node.ts";

/** The flags that change what is composed; pages and API know the same changes. */
export interface ChangeFlags {
  pin?: string[];
  exclude?: string[];
  size?: { min: number; max: number };
  /** Share of all demands that is to be covered. */
  coverage?: number;
}

export const withChangeFlags = (command: Command): Command =>
  command
    .addOption(new Option("--pin <ids>", "who must be in the team: A,B").argParser(idList))
    .addOption(new Option("--exclude <ids>", "who may not be in the team: C,D").argParser(idList))
    .addOption(
      new Option(
        "--size <n>",
        "how many members instead of what the rules say: 12 or 8-12",
      ).argParser(sizeRange),
    )
    .addOption(
      new Option(
        "--coverage <share>",
        "how much of all demands is to be covered, by their weights: 0.9 or 90%; where no team reaches it, the answer says how far any comes and what would mend it",
      ).argParser(shareOf),
    );

/** A flag may come several times, and name several people each time; naming nobody is a slip. */
function idList(value: string, before: string[] = []): string[] {
  const ids = value
    .split(/[,，]/)
    .map((id) => id.trim())
    .filter((id) => id !== "");
  if (ids.length > 0) return [...before, ...ids];
  throw new WrongUse({
    zh: "--pin 和 --exclude 后面要写人，例如 --pin A,B，不能是空的",
    en: "--pin and --exclude need people, e.g. --pin A,B, not an empty text",
  });
}

const MOST_MEMBERS = 200;

function sizeRange(value: string): { min: number; max: number } {
  const [, least, most = least] = /^(\d+)(?:-(\d+))?$/.exec(value) ?? [];
  const [min, max] = [Number(least), Number(most)];
  if (min >= 1 && max >= min && max <= MOST_MEMBERS) return { min, max };
  throw new WrongUse({
    zh: `--size 应为 1 至 ${MOST_MEMBERS} 的人数或范围，例如 12 或 8-12，不能是“${value}”`,
    en: `--size must be a number or range within 1 to ${MOST_MEMBERS}, e.g. 12 or 8-12, not "${value}"`,
  });
}

function shareOf(value: string): number {
  const [, number = "", sign] = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(value.trim()) ?? [];
  const share = sign === "%" ? Number(number) / 100 : Number(number);
  if (number !== "" && share <= 1) return share;
  throw new WrongUse({
    zh: `--coverage 应为 0 至 1 的数或百分比，例如 0.9 或 90%，不能是“${value}”`,
    en: `--coverage must be a number from 0 to 1 or a percentage, e.g. 0.9 or 90%, not "${value}"`,
  });
}

/** The changes that the flags ask for; throws a usage error when somebody is pinned and excluded. */
export function changesOf({ pin = [], exclude = [], size, coverage }: ChangeFlags): TeamChange[] {
  const both = pin.find((id) => exclude.includes(id));
  if (both !== undefined) {
    throw new WrongUse({
      zh: `“${both}”不能既用 --pin 又用 --exclude`,
      en: `"${both}" cannot be pinned and excluded`,
    });
  }
  return [
    ...(size ? [{ kind: "size" as const, ...size }] : []),
    ...(coverage === undefined ? [] : [{ kind: "coverage" as const, demand: null, min: coverage }]),
    ...exclude.map((id) => ({ kind: "exclude" as const, id })),
    ...pin.map((id) => ({ kind: "pin" as const, id })),
  ];
}
