import { readConfig } from "../../src/config.ts";
import type { TeamAnswer } from "../../src/domain/team/answer.ts";
import { openServices } from "../../src/node.ts";
import { type Context, contextOf } from "../../src/usecases/context.ts";
import { askedTeam, composeRequest, TeamAsked } from "../../src/usecases/loading/team-request.ts";
import { type TeamSources, teamSourcesOf } from "../../src/usecases/loading/team-sources.ts";
import { inFolder, run } from "./program.ts";
import { type Bench, type Figure, type Report, rounded, spread } from "./report.ts";
import {
  type Compared,
  compared,
  compareFolder,
  comparisonFigures,
  comparisonNotes,
} from "./team-baselines.ts";
import { serverMemory } from "./team-server.ts";

const PRESET = "hunan-county-team";
const TIME_LIMIT = 60;
const ALTERNATIVES = 5;
/** Every how many counties alternatives are asked for. */
const EVERY = 12;

/**
 * The teams of all counties of a province of 6,000 experts in the embedded engine, by the use case
 * and the thread that the server uses, and what simpler methods make of the same problems; then the
 * memory of a server that composes some of them.
 */
export const benchTeam: Bench = ({ benchmarks }) =>
  inFolder(async (folder) => {
    await run({ folder }, ["seed", "--experts", "6000", "--seed", "1"]);
    const { counties, figures, notes } = await measureInProcess(folder, benchmarks);
    const some = counties.filter((_, index) => index % EVERY === 0);
    const memory = await serverMemory({ folder }, some, { preset: PRESET, timeLimit: TIME_LIMIT });
    return { figures: [...figures, ...memory], notes: { ...notes, memory: memoryNote(some) } };
  });

const memoryNote = (counties: readonly string[]): string =>
  `resident set of the server process from its first page on, its warm-up with it, over ${counties.length} teams one after the other; its garbage is not collected first`;

/** The graph has one owner: it is closed again before a server opens it. */
async function measureInProcess(
  folder: string,
  benchmarks: string | undefined,
): Promise<Required<Report> & { counties: string[] }> {
  const services = await openServices(readConfig({ KETEPAI_DATA: folder }));
  try {
    const context = contextOf(services, { role: "operator", name: "" });
    const counties = [...context.reference.places.counties.keys()];
    const { figures, notes } = await measureTeams(context, counties);
    if (benchmarks === undefined) return { counties, figures, notes };
    const files = await compareFolder(benchmarks, services.composer);
    return {
      counties,
      figures: [...figures, ...comparisonFigures("benchmark files", files)],
      notes: { ...notes, ...comparisonNotes(files) },
    };
  } finally {
    await services.close();
  }
}

interface Composed {
  code: string;
  answer: TeamAnswer;
  /** Milliseconds. */
  build: number;
  first: number;
  proof: number;
}

async function measureTeams(
  context: Context,
  counties: readonly string[],
): Promise<Required<Report>> {
  const begun = performance.now();
  const sources = await teamSourcesOf(context);
  const loading = performance.now() - begun;
  const teams: Composed[] = [];
  for (const code of counties) teams.push(await composeOne(context, sources, code));
  const total = performance.now() - begun;
  const alternatives = await timeAlternatives(context, sources, counties);
  const lines = await compareAll(context, sources, teams);
  return {
    figures: [
      ...timeFigures(teams, { loading, total }),
      ...spreadFigures(`${ALTERNATIVES} alternatives`, alternatives, { max: 5_000 }),
      ...worthFigures(lines),
      ...comparisonFigures("123 units", lines),
    ],
    notes: { preset: PRESET, answers: statusText(teams) },
  };
}

/** The problems are built once more: to keep them all would be measured as memory. */
async function compareAll(
  context: Context,
  sources: TeamSources,
  teams: readonly Composed[],
): Promise<Compared[]> {
  const lines: Compared[] = [];
  for (const { code, answer } of teams) {
    const { changed } = await askedTeam(context, asking(code), sources);
    lines.push(compared(code, changed, answer));
  }
  return lines;
}

const asking = (county: string) =>
  TeamAsked.parse({ county, preset: PRESET, timeLimit: TIME_LIMIT });

async function composeOne(context: Context, sources: TeamSources, code: string): Promise<Composed> {
  const begun = performance.now();
  const asked = await askedTeam(context, asking(code), sources);
  const built = performance.now();
  let first = Number.NaN;
  const answer = await context.composer.compose(
    composeRequest(asked.preset, asked.changed, { timeLimit: TIME_LIMIT }),
    {
      onProgress: ({ incumbent }) => {
        if (Number.isNaN(first) && incumbent !== null) first = performance.now() - built;
      },
    },
  );
  const proof = performance.now() - built;
  const build = built - begun;
  return { code, answer, build, first: first || proof, proof };
}

async function timeAlternatives(
  context: Context,
  sources: TeamSources,
  counties: readonly string[],
): Promise<number[]> {
  const times: number[] = [];
  for (const code of counties.filter((_, index) => index % EVERY === 0)) {
    const asked = await askedTeam(context, asking(code), sources);
    const begun = performance.now();
    await context.composer.compose(
      composeRequest(asked.preset, asked.changed, {
        timeLimit: TIME_LIMIT,
        alternatives: ALTERNATIVES,
      }),
    );
    times.push(performance.now() - begun);
  }
  return times;
}

function timeFigures(
  teams: readonly Composed[],
  { loading, total }: { loading: number; total: number },
): Figure[] {
  return [
    { what: "people of the province, read once", measured: rounded(loading), unit: "ms" },
    ...spreadFigures(
      "problem of a county",
      teams.map(({ build }) => build),
      { p50: 150 },
    ),
    ...spreadFigures(
      "first feasible team",
      teams.map(({ first }) => first),
      { p50: 150 },
    ),
    ...spreadFigures(
      "team and proof",
      teams.map(({ proof }) => proof),
      { p50: 250, p99: 2_000 },
    ),
    {
      what: `${teams.length} units, team and proof`,
      measured: rounded(total / 1000),
      unit: "s",
      target: { atMost: 90 },
    },
  ];
}

type Limits = Partial<Record<keyof ReturnType<typeof spread>, number>>;

function spreadFigures(what: string, times: readonly number[], limits: Limits = {}): Figure[] {
  return Object.entries(spread(times)).map(([name, measured]): Figure => {
    const [, atMost] = Object.entries(limits).find(([limit]) => limit === name) ?? [];
    const figure = { what: `${what}, ${name}`, measured, unit: "ms" };
    return atMost === undefined ? figure : { ...figure, target: { atMost } };
  });
}

/** What the best teams are worth together. */
function worthFigures(lines: readonly Compared[]): Figure[] {
  const sum = (part: "objective" | "coverage") =>
    rounded(lines.reduce((total, { best }) => total + (best?.[part] ?? 0), 0));
  return [
    { what: "123 units, composed: coverage", measured: sum("coverage"), unit: "points" },
    { what: "123 units, composed: objective", measured: sum("objective"), unit: "points" },
  ];
}

function statusText(teams: readonly Composed[]): string {
  const counts = new Map<string, number>();
  for (const { answer } of teams) counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(", ");
}
