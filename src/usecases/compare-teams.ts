import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { TeamChange } from "../domain/team/change.ts";
import type { Following } from "../domain/team/composer.ts";
import { type TeamDifference, teamDifference } from "../domain/team/draft.ts";
import type { Context } from "./context.ts";
import { type ExplainedTeam, explainedTeam } from "./loading/composing.ts";
import { AskedSkill, askedTeam, composeRequest, TeamAsked } from "./loading/team-request.ts";
import { teamSourcesOf } from "./loading/team-sources.ts";

const Changes = z.array(TeamChange).max(300).default([]);

/** One of two teams to compare: what is left out is as asked for both. */
const Side = z.strictObject({
  preset: z.string().trim().min(1).max(80).optional(),
  changes: Changes,
  demands: z.array(AskedSkill).max(100).optional(),
});

export const CompareTeams = TeamAsked.omit({ changes: true }).extend({ left: Side, right: Side });

/** How far a demand is covered on either side, in [0, 1]; null where it is not asked. */
interface CoverageDifference {
  demand: string;
  left: number | null;
  right: number | null;
}

export interface TeamComparison extends TeamDifference {
  left: ExplainedTeam;
  right: ExplainedTeam;
  /** Demands that are not covered alike. */
  coverage: CoverageDifference[];
}

/** Two answers to what-if questions side by side, with what they differ in. */
export async function compareTeams(
  context: Context,
  { left, right, ...asking }: z.output<typeof CompareTeams>,
  how: Following = {},
): Promise<TeamComparison> {
  permit(context.actor, "team.read");
  const sources = await teamSourcesOf(context);
  const side = async ({ changes, ...own }: z.output<typeof Side>) => {
    const { preset = asking.preset, demands = asking.demands } = own;
    const asked = await askedTeam(context, { ...asking, preset, changes, demands }, sources);
    const request = composeRequest(asked.preset, asked.changed, { timeLimit: asking.timeLimit });
    const answer = await context.composer.compose(request, how);
    return explainedTeam(context, asked, answer);
  };
  const [one, other] = [await side(left), await side(right)];
  return {
    ...{ left: one, right: other },
    ...teamDifference(one.answer, other.answer),
    coverage: coverageDifference(one, other),
  };
}

/** Shares as near as this are alike. */
const TOLERANCE = 1e-9;

function coverageDifference(left: ExplainedTeam, right: ExplainedTeam): CoverageDifference[] {
  const sharesOf = ({ answer }: ExplainedTeam) =>
    new Map(answer.coverage.map(({ demand, covered }) => [demand, covered]));
  const [ours, theirs] = [sharesOf(left), sharesOf(right)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((demand) => {
    const [one, other] = [ours.get(demand) ?? null, theirs.get(demand) ?? null];
    const isAlike = one !== null && other !== null && Math.abs(one - other) <= TOLERANCE;
    return isAlike ? [] : [{ demand, left: one, right: other }];
  });
}
