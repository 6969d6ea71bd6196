import { Command, Option } from "commander";
import { harmless, language, print, printJson } from "../console.node.ts";
import { WrongUse } from "../failure.node.ts";
import { jsonOption, secondsUpTo, wholeNumber } from "../options.node.ts";
import { countyTeamLine, teamText } from "../print/team.ts";
import { type ComposeFlags, composeAll, composeCounty, composeFile } from "./composing.node.ts";
import { withChangeFlags } from "./team-changes.node.ts";

export const composeCommand = () =>
  withChangeFlags(new Command("compose"))
    .description("the best team that the rules and the people allow, with the proof")
    .addOption(new Option("--county <name>", "name or code of the county that the team serves"))
    .addOption(
      new Option("--problem <file>", "a ketepai-team-problem instead; - reads standard input"),
    )
    .addOption(new Option("--all", "the teams of all counties, each composed alone"))
    .addOption(
      new Option("--preset <id>", "the rules: an id of /presets; hunan-county-team when left out"),
    )
    .addOption(
      new Option("--alternatives <n>", "also other teams that really differ, 0 to 5")
        .argParser(wholeNumber(0, 5))
        .default(0),
    )
    .addOption(new Option("--substitutes", "also who could take each member's place"))
    .addOption(
      new Option("--time-limit <s>", "seconds after which the best team so far is answered")
        .argParser(secondsUpTo(600))
        .default(60),
    )
    .addOption(jsonOption())
    .action(async (flags: ComposeFlags) => {
      refuseTogether(flags);
      if (flags.all) return printAll(flags);
      const { problem } = flags;
      const { shown, names } = await (problem === undefined
        ? composeCounty(flags)
        : composeFile(problem, flags));
      return flags.json
        ? printJson(shown)
        : print(harmless(teamText(shown, { names, wishes: flags }, language)));
    });

/** A line for each county, once it is known who stands in several teams. */
async function printAll(flags: ComposeFlags): Promise<void> {
  for (const team of await composeAll(flags)) {
    await (flags.json ? printJson(team) : print(harmless(countyTeamLine(team, language))));
  }
}

/** One of a county, a file and all counties; a file and all counties take no further wishes. */
function refuseTogether(flags: ComposeFlags): void {
  const { county, problem, all, preset } = flags;
  const named = [county, problem, all].filter((one) => one !== undefined);
  if (named.length !== 1) {
    throw new WrongUse({
      zh: "请在 --county、--problem 和 --all 中给出一个",
      en: "name one of --county, --problem and --all",
    });
  }
  if (problem !== undefined && preset !== undefined) {
    throw new WrongUse({
      zh: "--problem 的文件自带规则，不能再用 --preset",
      en: "a file of --problem brings its rules: it goes without --preset",
    });
  }
  const wishes = [flags.pin, flags.exclude, flags.size, flags.substitutes].some(Boolean);
  if (all && (wishes || flags.alternatives > 0)) {
    throw new WrongUse({
      zh: "--all 只能与 --preset、--coverage、--time-limit、--json 同用",
      en: "--all goes with --preset, --coverage, --time-limit and --json only",
    });
  }
}
