import { parsed } from "../../domain/input.ts";
import { ComposeTeam, composeTeam } from "../../usecases/compose-team.ts";
import type { ComposedTeam } from "../../usecases/loading/composing.ts";
import { countyOf } from "../../usecases/loading/naming.ts";
import type { Job } from "../jobs.ts";
import { isReadersFault } from "./failures.ts";
import { type TeamState, teamAddress } from "./team-state.ts";
import type { PageContext } from "./view.ts";

/** How long a reader waits before the page says how far the composition is. */
export const PATIENCE_MS = 1_000;

/** Throws `not_found` or `ambiguous`. */
export const countyIn = (c: PageContext) => countyOf(c.get("ctx"), c.req.param("county") ?? "");

/** The same team in the same state is composed once, however often its page asks. */
export function startComposing(c: PageContext, state: TeamState): Job<ComposedTeam> {
  const context = c.get("ctx");
  const { code } = countyIn(c);
  const input = parsed(ComposeTeam, { ...askedOf(code, state) });
  return c.get("teamJobs").start({
    key: teamAddress(code, { ...state, why: "" }),
    work: (how) => composeTeam(context, input, how),
  });
}

/** The input of the use cases, not yet checked. */
export const askedOf = (county: string, state: TeamState): Record<string, unknown> => ({
  county,
  ...(state.preset !== "" && { preset: state.preset }),
  changes: state.changes,
  demands: state.asked,
  alternatives: state.alternatives,
  substitutes: state.substitutes,
});

/** What came of a composition; whoever asks again gets a new one. Throws what it failed with. */
export function collected(c: PageContext, job: Job<ComposedTeam>): ComposedTeam {
  c.get("teamJobs").collect(job);
  const { outcome } = job;
  if (outcome?.kind === "done") return outcome.value;
  throw outcome?.error ?? new Error("a composition ended without an outcome");
}

/** The team of a state when it is there soon; null when it is not, or cannot be. */
export async function composedSoon(c: PageContext, state: TeamState): Promise<ComposedTeam | null> {
  try {
    const job = startComposing(c, state);
    return (await job.endsWithin(PATIENCE_MS)) ? collected(c, job) : null;
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return null;
  }
}
