import { type Command, Option } from "commander";
import { readInput } from "../console.node.ts";
import { WrongUse } from "../failure.node.ts";
import { wholeNumber } from "../options.node.ts";

/** The flags that say what is asked: a text and a county, or a stored need. */
export interface AskingFlags {
  text?: string;
  county?: string;
  need?: string;
  days?: number;
  remote?: boolean;
}

export const withAskingFlags = (command: Command): Command =>
  command
    .addOption(new Option("--text <text>", "the problem in words; - reads standard input"))
    .addOption(new Option("--county <name>", "name or code of the county that needs help"))
    .addOption(new Option("--need <code>", "a stored need instead, e.g. XQ-2026-00042"))
    .addOption(new Option("--days <n>", "days of service asked for").argParser(wholeNumber(1, 366)))
    .addOption(new Option("--remote", "help may be given from afar"));

/** The input of the use case; throws a usage error when the flags do not go together. */
export async function askingOf(flags: AskingFlags): Promise<object> {
  const { text, county, need, days, remote } = flags;
  if (need !== undefined) {
    if (text === undefined && county === undefined) return { need };
    throw new WrongUse({
      zh: "--need 不能与 --text、--county 同时使用",
      en: "--need goes without --text and --county",
    });
  }
  if (text === undefined || county === undefined) {
    throw new WrongUse({
      zh: "请给出 --text 和 --county，或者 --need",
      en: "say --text and --county, or --need",
    });
  }
  const words = text === "-" ? (await readInput("-")).trim() : text;
  return { text: words, county, ...(days && { days }), ...(remote && { allowsRemote: true }) };
}
