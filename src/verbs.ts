import { z } from "zod";
import { parsed } from "./domain/input.ts";
import { ComposeAllTeams, composeAllTeams } from "./usecases/compose-all-teams.ts";
import { ComposeTeam, composeTeam } from "./usecases/compose-team.ts";
import type { Context, Services } from "./usecases/context.ts";
import { ExplainWhyNot, ExplainWhyNotForNeed, explainWhyNot } from "./usecases/explain-why-not.ts";
import { FindOpenings, findOpenings } from "./usecases/find-openings.ts";
import { ListCorrections, listCorrections } from "./usecases/list-corrections.ts";
import { ListNeeds, listNeeds } from "./usecases/list-needs.ts";
import { readGraphStatus } from "./usecases/read-graph-status.ts";
import {
  RecommendExperts,
  RecommendForNeed,
  recommendExperts,
} from "./usecases/recommend-experts.ts";
import { ReplayRun, replayRun } from "./usecases/replay-run.ts";

/** A use case that the command line does, in its own process or through a running server. */
interface Verb<Input, Value> {
  input: z.ZodType<Input>;
  run: (context: Context, input: Input, doing: Doing) => Promise<Value>;
}

interface Doing {
  context: Context;
  services: Services;
  /** Told how much of a long verb is done. */
  onProgress?: (done: number, of: number) => void;
}

const verb = <Input, Value>(
  input: z.ZodType<Input>,
  run: Verb<Input, Value>["run"],
): Verb<Input, Value> => ({ input, run });

/** Each takes JSON and answers JSON, so that it means the same on both ways. */
const verbs = {
  recommend: verb(RecommendExperts, recommendExperts),
  "recommend-for-need": verb(RecommendForNeed, recommendExperts),
  "why-not": verb(ExplainWhyNot, explainWhyNot),
  "why-not-for-need": verb(ExplainWhyNotForNeed, explainWhyNot),
  openings: verb(FindOpenings, findOpenings),
  replay: verb(ReplayRun, replayRun),
  "compose-team": verb(ComposeTeam, async (context, input) => {
    const { base: _, ...composed } = await composeTeam(context, input);
    return composed;
  }),
  "compose-all-teams": verb(ComposeAllTeams, (context, input, { onProgress }) =>
    composeAllTeams(context, input, { onTeam: (_, done, of) => onProgress?.(done, of) }),
  ),
  needs: verb(ListNeeds, listNeeds),
  corrections: verb(ListCorrections, listCorrections),
  "graph-status": verb(z.strictObject({}), (context, _, { services }) =>
    readGraphStatus(services.graph, context.actor),
  ),
} as const;

export type VerbName = keyof typeof verbs;
export type ValueOf<Name extends VerbName> = Awaited<ReturnType<(typeof verbs)[Name]["run"]>>;

export const isVerb = (name: string): name is VerbName => Object.hasOwn(verbs, name);

/** Does a verb. Throws `invalid` with every faulty field of the input. */
export function callVerb<Name extends VerbName>(
  name: Name,
  input: unknown,
  doing: Doing,
): Promise<ValueOf<Name>> {
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: what a verb's schema gives is what it takes
  const { input: schema, run } = verbs[name] as unknown as Verb<unknown, ValueOf<Name>>;
  return run(doing.context, parsed(schema, input), doing);
}
