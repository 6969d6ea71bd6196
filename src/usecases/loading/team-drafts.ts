import { applyChanges } from "../../domain/team/change.ts";
import type { TeamProblem } from "../../domain/team/problem.ts";
import { readProblem } from "../../domain/team/read-problem.ts";
import { type TeamDraftRow, teamDraftById } from "../../graph/queries/team-drafts.ts";
import type { Context } from "../context.ts";
import type { ComposedTeam, ExplainedTeam } from "./composing.ts";
import { countyOf, missing, teamDraftIdOf } from "./naming.ts";

/** What a draft was composed from. */
export interface DraftInput {
  /** Before the changes. */
  base: TeamProblem;
  timeLimit: number;
  alternatives: number;
  substitutes: boolean;
  /** The teams its members were in, by id, as far as the composition knew. */
  knownTeams: string[];
}

/** A draft as it is stored. */
export interface StoredDraft
  extends Omit<TeamDraftRow, "input" | "answer" | "county" | "preset" | "policy" | "members"> {
  county: { code: string; name: string };
  input: DraftInput;
  composed: ExplainedTeam;
}

/** Reads a draft by its id or code; throws `not_found`. */
export async function storedDraft(
  context: Pick<Context, "graph" | "reference">,
  name: string,
): Promise<StoredDraft> {
  const found = await context.graph.maybe(teamDraftById, {
    id: await teamDraftIdOf(context, name),
  });
  if (!found) throw missing("teamDraft", name);
  const { input, answer, county, preset: _, policy: __, members: ___, ...row } = found;
  const { code, name: countyName } = countyOf(context, county);
  // Written by this program alone, in `saveTeamDraft`.
  return {
    ...row,
    county: { code, name: countyName },
    input: JSON.parse(input),
    composed: JSON.parse(answer),
  };
}

/** The problem a draft is the answer of, checked again. */
export const problemOfDraft = ({ input, composed }: StoredDraft): TeamProblem =>
  readProblem(applyChanges(input.base, composed.changes));

/** The team of a draft as it was composed, but for the time that took. */
export const teamOfDraft = (draft: StoredDraft): Omit<ComposedTeam, "seconds"> => ({
  ...draft.composed,
  base: draft.input.base,
  problem: problemOfDraft(draft),
  knownTeams: draft.input.knownTeams,
});

/** What of a composed team a draft keeps beside its input. */
export function explainedPart({
  base: _,
  problem: __,
  knownTeams: ___,
  seconds: ____,
  ...explained
}: ComposedTeam): ExplainedTeam {
  return explained;
}
