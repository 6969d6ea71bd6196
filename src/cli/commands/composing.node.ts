import { performance } from "node:perf_hooks";
import type { z } from "zod";
import { threadComposer } from "../../adapters/solver/thread-composer.node.ts";
import { applyChanges } from "../../domain/team/change.ts";
import { demandNameOf, withDemandNames } from "../../domain/team/demand-names.ts";
import { readProblem } from "../../domain/team/read-problem.ts";
import { nameOf } from "../../domain/team/rule-sentences.ts";
import type { CountyTeam, TeamAnswer } from "../../http/api/schemas/teams.ts";
import { industryLabel } from "../../http/api/shapes/audience.ts";
import { composedTeamJson, countyTeamJson, teamAnswerJson } from "../../http/api/shapes/teams.ts";
import { openReference } from "../../node.ts";
import { withCaller } from "../caller.node.ts";
import { language } from "../console.node.ts";
import type { TeamNames } from "../print/team.ts";
import { problemOfFile } from "../problem-file.node.ts";
import { showCounties } from "../progress.node.ts";
import { settings } from "../settings.node.ts";
import { type ChangeFlags, changesOf } from "./team-changes.node.ts";

/** What `compose` does, before it is printed. */

export interface ComposeFlags extends ChangeFlags {
  county?: string;
  problem?: string;
  all?: boolean;
  preset?: string;
  alternatives: number;
  substitutes?: boolean;
  timeLimit: number;
  json?: boolean;
}

interface Composed {
  shown: z.infer<typeof TeamAnswer>;
  names: TeamNames;
}

/** A file brings its rules and weights; nobody is deputy in it and nobody coordinates. */
export async function composeFile(path: string, flags: ComposeFlags): Promise<Composed> {
  const changes = changesOf(flags);
  const reference = openReference();
  const given = withDemandNames(reference.vocabulary, await problemOfFile(path));
  const problem = readProblem(applyChanges(given, changes));
  const start = performance.now();
  const composer = threadComposer();
  const { alternatives, timeLimit, substitutes = false } = flags;
  const wanted = { problem, timeLimit, alternatives, substitutes, repairs: true };
  const answer = await composer
    .compose({ ...wanted, deputies: [], coordinatorTier: null })
    .finally(() => composer.close());
  const seconds = (performance.now() - start) / 1000;
  const policy = problem.preset ?? problem.name;
  const shown = teamAnswerJson({ problem, answer, policy, seconds }, language);
  const names = {
    demand: (id: string) => withId(demandNameOf(problem, id)[language], id),
    industry: (id: string) => industryLabel({ language, reference }, id),
    person: (id: string) => nameOf(problem, id),
  };
  return { shown, names };
}

/** Demands of a file may share a skill: the id tells them apart. */
const withId = (name: string, id: string): string => (name === id ? id : `${name} [${id}]`);

/** The team of a county, out of the graph. */
export function composeCounty(flags: ComposeFlags): Promise<Composed> {
  const { county, preset, alternatives, substitutes = false, timeLimit } = flags;
  const asked = { county, ...(preset !== undefined && { preset }), changes: changesOf(flags) };
  return withCaller(settings(), async ({ call, reference }) => {
    const wanted = { ...asked, alternatives, substitutes, timeLimit };
    const audience = { language, reference };
    const shown = composedTeamJson(await call("compose-team", wanted), audience);
    const people = new Map(shown.people.map(({ id, name }) => [id, name]));
    const demands = new Map(shown.demands.map(({ id, name }) => [id, name]));
    const names = {
      demand: (id: string) => demands.get(id) ?? id,
      industry: (id: string) => industryLabel(audience, id),
      person: (id: string) => people.get(id) ?? id,
    };
    return { shown, names };
  });
}

/** The teams of all counties: who stands in several is known once all are there. */
export function composeAll({
  preset,
  coverage,
  timeLimit,
}: ComposeFlags): Promise<z.infer<typeof CountyTeam>[]> {
  const wanted = {
    ...(preset !== undefined && { preset }),
    ...(coverage !== undefined && { coverage }),
    timeLimit,
  };
  return withCaller(settings(), async ({ call }) =>
    (await call("compose-all-teams", wanted, showCounties)).map((team) =>
      countyTeamJson(team, language),
    ),
  );
}
