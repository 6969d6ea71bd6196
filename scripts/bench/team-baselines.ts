import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TeamAnswer } from "../../src/domain/team/answer.ts";
import type { Composer } from "../../src/domain/team/composer.ts";
import { indexed } from "../../src/domain/team/indexed.ts";
import type { TeamProblem } from "../../src/domain/team/problem.ts";
import { readProblem } from "../../src/domain/team/read-problem.ts";
import { greedyCover } from "./baselines/greedy-cover.ts";
import { bestOfRandom } from "./baselines/random-teams.ts";
import { rarestFirst } from "./baselines/rarest-first.ts";
import type { Baseline } from "./baselines/seats.ts";
import { topByScore } from "./baselines/top-by-score.ts";
import { type Figure, rounded } from "./report.ts";

/** Simple ways to pick a team, held to the same rules. */
const BASELINES: Readonly<Record<string, Baseline>> = {
  "top-k by score": topByScore,
  "greedy cover": greedyCover,
  RarestFirst: rarestFirst,
  "best of 1,000 random": bestOfRandom,
};

interface Worth {
  objective: number;
  coverage: number;
}

/** What each method makes of one problem; null when it found no team that keeps the rules. */
export interface Compared {
  name: string;
  best: Worth | null;
  others: Readonly<Record<string, Worth | null>>;
}

export function compared(
  name: string,
  problem: TeamProblem,
  { objective, parts }: TeamAnswer,
): Compared {
  const ready = indexed(problem);
  return {
    name,
    best: objective === null || parts === null ? null : { objective, coverage: parts.coverage },
    others: Object.fromEntries(
      Object.entries(BASELINES).map(([method, baseline]) => [method, baseline(ready)]),
    ),
  };
}

/** Over many problems: what each method reaches of the best, where it finds a team at all. */
export function comparisonFigures(what: string, all: readonly Compared[]): Figure[] {
  const solved = all.flatMap(({ best, others }) => (best ? [{ best, others }] : []));
  return Object.keys(BASELINES).flatMap((method) => {
    const pairs = solved.flatMap(({ best, others }) => {
      const other = others[method];
      return other ? [{ best, other }] : [];
    });
    const share = (part: keyof Worth) => {
      const sum = (worth: (pair: (typeof pairs)[number]) => number) =>
        pairs.reduce((total, pair) => total + worth(pair), 0);
      const most = sum(({ best }) => best[part]);
      return most === 0 ? 0 : rounded((100 * sum(({ other }) => other[part])) / most);
    };
    const label = `${what}, ${method}`;
    return [
      { what: `${label}: finds a team`, measured: pairs.length, unit: `of ${solved.length}` },
      { what: `${label}: coverage`, measured: share("coverage"), unit: "% of the best team's" },
      { what: `${label}: objective`, measured: share("objective"), unit: "% of the best team's" },
    ];
  });
}

/** A line for each problem: objective (coverage) of each method. */
export const comparisonNotes = (all: readonly Compared[]): Record<string, string> =>
  Object.fromEntries(
    all.map(({ name, best, others }) => [
      name,
      [["best", best] as const, ...Object.entries(others)]
        .map(([method, worth]) => `${method} ${worth ? worthText(worth) : "none"}`)
        .join(", "),
    ]),
  );

const worthText = ({ objective, coverage }: Worth): string =>
  `${objective.toFixed(2)} (${coverage.toFixed(2)})`;

/** The problems of a folder: its JSON files of the fixed format. */
export async function compareFolder(folder: string, composer: Composer): Promise<Compared[]> {
  const lines: Compared[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith(".json")) continue;
    const problem = readProblem(JSON.parse(readFileSync(join(folder, file), "utf8")));
    const answer = await composer.compose({
      ...{ problem, timeLimit: 60, alternatives: 0, substitutes: false, repairs: false },
      ...{ deputies: [], coordinatorTier: null },
    });
    lines.push(compared(file, problem, answer));
  }
  return lines;
}
