import type { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { TeamAnswer } from "../domain/team/answer.ts";
import { sharedMembers } from "../domain/team/shared-members.ts";
import type { Context } from "./context.ts";
import { askedTeam, composeRequest, TeamAsked } from "./loading/team-request.ts";
import { teamSourcesOf } from "./loading/team-sources.ts";

export const ComposeAllTeams = TeamAsked.pick({ preset: true, timeLimit: true });

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
  repairs: TeamAnswer["repairs"];
  candidates: number;
  demands: number;
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
  { preset, timeLimit }: z.output<typeof ComposeAllTeams>,
  { signal, onTeam = () => undefined }: ComposeAllHow = {},
): Promise<CountyTeam[]> {
  permit(context.actor, "team.read");
  const sources = await teamSourcesOf(context);
  const counties = [...context.reference.places.counties.values()];
  const teams: Omit<CountyTeam, "shared">[] = [];
  for (const { code } of counties) {
    if (signal?.aborted) break;
    const begun = context.now().getTime();
    const asking = { county: code, preset, timeLimit, changes: [], demands: [] };
    const asked = await askedTeam(context, asking, sources);
    const answer = await context.composer.compose(
      composeRequest(asked.preset, asked.changed, { timeLimit }),
      signal ? { signal } : {},
    );
    const { status, objective, bound, gap, members, coverage, rules, repairs } = answer;
    const team = {
      county: { code, name: asked.county.name },
      preset: asked.preset.id,
      policy: asked.policy.name,
      ...{ status, objective, bound, gap, members, coverage, rules, repairs },
      candidates: asked.problem.candidates.length,
      demands: asked.problem.demands.length,
      seconds: (context.now().getTime() - begun) / 1000,
    };
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
