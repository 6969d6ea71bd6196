import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { AskedSkill } from "../domain/matching/facts.ts";
import { prepareMatching } from "../domain/matching/matching.ts";
import { needById } from "../graph/queries/needs.ts";
import type { Context } from "./context.ts";
import { storedRun } from "./loading/kept-run.ts";
import { type ListedExpert, listed } from "./loading/listing.ts";
import { countyOf } from "./loading/naming.ts";

export const ReadRun = z.object({ run: z.string().trim().min(1).max(100) });

export interface RunView {
  id: string;
  at: string;
  by: string;
  policy: string;
  dataRevision: string;
  need: { id: string; code: string } | null;
  county: { code: string; name: string };
  asked: readonly AskedSkill[];
  /** As they were judged then. */
  recommendations: ListedExpert[];
  /** Others whose facts were kept, because somebody asked about them. */
  others: ListedExpert[];
  abstained: string | null;
}

/** A kept ranking as it was decided. */
export async function readRun(
  context: Context,
  { run }: z.infer<typeof ReadRun>,
): Promise<RunView> {
  const { actor, graph, reference } = context;
  permit(actor, "run.read");
  const { record, need: needId, ...kept } = await storedRun(context, run);
  const need = needId ? await graph.maybe(needById, { id: needId }) : undefined;
  const { code, name } = countyOf(context, record.request.county);
  const matching = prepareMatching(reference.rules, record.request);
  return {
    ...kept,
    policy: record.policy,
    need: need ? { id: need.id, code: need.code } : null,
    county: { code, name },
    asked: record.request.asked,
    recommendations: await listed(graph, matching, record.listed),
    others: await listed(graph, matching, record.others),
    abstained: record.abstained,
  };
}
