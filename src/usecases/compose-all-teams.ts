import type { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { AppError, type Sentence } from "../domain/error.ts";
import type { County } from "../domain/places/place.ts";
import type { TeamAnswer } from "../domain/team/answer.ts";
import { sharedMembers } from "../domain/team/shared-members.ts";
import type { Context } from "./context.ts";
import { askedTeam, composeRequest, TeamAsked } from "./loading/team-request.ts";
import { type TeamSources, teamSourcesOf } from "./loading/team-sources.ts";

export const ComposeAllTeams = TeamAsked.pick({ preset: true, coverage: true, timeLimit: true });

/** The team of one county, composed as if it were alone. */
export interface CountyTeam {
  county: { code: string; name: string };
  preset: string;
  policy: string;
  status: TeamAnswer["status"];
  objective: number | null;
  bound: number | null;
  gap: number | null;
  members: TeamAnswer["members"];
  coverage: TeamAnswer["coverage"];
  rules: TeamAnswer["rules"];
  shortfall: TeamAnswer["shortfall"];
  conflict: TeamAnswer["conflict"];
  repairs: TeamAnswer["repairs"];
  candidates: number;
  demands: number;
  /** Why nothing could be composed, e.g. a county that asks for nothing; null when it could. */
  fault: Sentence | null;
  /** Members who stand in teams of other counties too, and in which. */
  shared: { id: string; counties: string[] }[];
  /** From the graph to the answer. */
  seconds: number;
}

/** How the composition of all teams is followed and stopped. */
export interface ComposeAllHow {
  signal?: AbortSignal;
  /** Told of each county when its team is there; who is shared with others is known in the end. */
  onTeam?: (team: Omit<CountyTeam, "shared">, done: number, of: number) => void;
}

/**
 * A team for every county, each composed alone, in the order of their codes; each names the members
 * who stand in other teams too. When it is stopped it answers those that are there.
 */
export async function composeAllTeams(
  context: Context,
  { preset, coverage, timeLimit }: z.output<typeof ComposeAllTeams>,
  { signal, onTeam = () => undefined }: ComposeAllHow = {},
): Promise<CountyTeam[]> {
  permit(context.actor, "team.read");
  const sources = await teamSourcesOf(context);
  const counties = [...context.reference.places.counties.values()];
  const teams: Omit<CountyTeam, "shared">[] = [];
  for (const county of counties) {
    if (signal?.aborted) break;
    const begun = context.now().getTime();
    const compose = () =>
      composeAlone(context, sources, { county: county.code, preset, coverage, timeLimit, signal });
    const composed = await compose().catch((error) => notComposed(county, preset, error));
    const team = { ...composed, seconds: (context.now().getTime() - begun) / 1000 };
    teams.push(team);
    onTeam(team, teams.length, counties.length);
  }
  const shared = sharedMembers(
    teams.map(({ county, members }) => ({
      county: county.code,
      members: members.map(({ id }) => id),
    })),
  );
  return teams.map((team) => ({ ...team, shared: shared.get(team.county.code) ?? [] }));
}

interface Alone {
  county: string;
  preset: string;
  coverage: number | undefined;
  timeLimit: number;
  signal: AbortSignal | undefined;
}

type Composed = Omit<CountyTeam, "shared" | "seconds">;

async function composeAlone(
  context: Context,
  sources: TeamSources,
  { signal, ...asking }: Alone,
): Promise<Composed> {
  const asked = await askedTeam(context, { ...asking, changes: [], demands: [] }, sources);
  const { timeLimit } = asking;
  const answer = await context.composer.compose(
    composeRequest(asked.preset, asked.changed, { timeLimit }),
    { ...(signal && { signal }), letsOthersPass: true },
  );
  const { status, objective, bound, gap, members, coverage, rules } = answer;
  const { shortfall, conflict, repairs } = answer;
  return {
    county: { code: asked.county.code, name: asked.county.name },
    preset: asked.preset.id,
    policy: asked.policy.name,
    ...{ status, objective, bound, gap, members, coverage, rules },
    ...{ shortfall, conflict, repairs },
    candidates: asked.problem.candidates.length,
    demands: asked.problem.demands.length,
    fault: null,
  };
}

/** The line of a county whose team was refused; what is wrong with all of them goes on. */
function notComposed({ code, name }: County, preset: string, error: unknown): Composed {
  if (!(error instanceof AppError && error.code === "invalid")) throw error;
  return {
    county: { code, name },
    ...{ preset, policy: "", status: "unknown", objective: null, bound: null, gap: null },
    ...{ members: [], coverage: [], rules: [], candidates: 0, demands: 0 },
    ...{ shortfall: null, conflict: [], repairs: [] },
    fault: error.sentence,
  };
}
