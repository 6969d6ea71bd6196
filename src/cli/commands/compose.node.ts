import { performance } from "node:perf_hooks";
import { Command, Option } from "commander";
import { threadComposer } from "../../adapters/solver/thread-composer.node.ts";
import { applyChanges } from "../../domain/team/change.ts";
import { readProblem } from "../../domain/team/read-problem.ts";
import { type AnsweredProblem, teamAnswerJson } from "../../http/api/shapes/teams.ts";
import { harmless, language, print, printJson } from "../console.node.ts";
import { WrongUse } from "../failure.node.ts";
import { jsonOption, secondsUpTo, wholeNumber } from "../options.node.ts";
import { teamText } from "../print/team.ts";
import { problemOfFile } from "../problem-file.node.ts";
import { type ChangeFlags, changesOf, withChangeFlags } from "./team-changes.node.ts";

interface Flags extends ChangeFlags {
  problem?: string;
  alternatives: number;
  substitutes?: boolean;
  timeLimit: number;
  json?: boolean;
}

export const composeCommand = () =>
  withChangeFlags(new Command("compose"))
    .description("the best team that the rules and the people allow, with the proof")
    .addOption(new Option("--problem <file>", "a ketepai-team-problem; - reads standard input"))
    .addOption(
      new Option("--alternatives <n>", "also other teams that really differ, 0 to 10")
        .argParser(wholeNumber(0, 10))
        .default(0),
    )
    .addOption(new Option("--substitutes", "also who could take each member's place"))
    .addOption(
      new Option("--time-limit <s>", "seconds after which the best team so far is answered")
        .argParser(secondsUpTo(600))
        .default(60),
    )
    .addOption(jsonOption())
    .action(async (flags: Flags) => {
      const shown = teamAnswerJson(await composeFile(flags), language);
      await (flags.json ? printJson(shown) : print(harmless(teamText(shown, language))));
    });

/** A file brings its rules and weights; nobody is deputy in it and nobody coordinates. */
async function composeFile({ problem: path, ...flags }: Flags): Promise<AnsweredProblem> {
  if (path === undefined) {
    throw new WrongUse({ zh: "请给出 --problem 文件", en: "name a file with --problem" });
  }
  const changes = changesOf(flags);
  const problem = readProblem(applyChanges(await problemOfFile(path), changes));
  const start = performance.now();
  const composer = threadComposer();
  const answer = await composer
    .compose({
      problem,
      timeLimit: flags.timeLimit,
      alternatives: flags.alternatives,
      substitutes: flags.substitutes ?? false,
      repairs: true,
      deputies: 0,
      coordinatorTier: null,
    })
    .finally(() => composer.close());
  const seconds = (performance.now() - start) / 1000;
  return { problem, answer, policy: problem.preset ?? problem.name, seconds };
}
