import { parsed } from "../../domain/input.ts";
import type { Context } from "../../usecases/context.ts";
import {
  UnderstandProblem,
  type UnderstoodProblem,
  understandProblem,
} from "../../usecases/understand-problem.ts";
import { type ProblemState, readingOf } from "./problem-state.ts";

/** What the pages show of it, whether or not somebody was looked for too. */
export type Understood = Pick<
  UnderstoodProblem,
  "text" | "understanding" | "asked" | "askBack" | "notices"
>;

/** What is understood of a problem as it stands: without the skills that the reader removed. */
export function understoodOf(context: Context, state: ProblemState): Understood {
  const understood = understandProblem(context, parsed(UnderstandProblem, readingOf(state)));
  return state.none ? { ...understood, asked: [] } : understood;
}
