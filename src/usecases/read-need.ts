import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { AskedSkill } from "../domain/matching/facts.ts";
import { maskContacts } from "../domain/privacy/personal.ts";
import type { Understanding } from "../domain/understanding/tagger.ts";
import { type NeedRow, needById } from "../graph/queries/needs.ts";
import { runsOfNeed } from "../graph/queries/runs.ts";
import type { Context } from "./context.ts";
import { countyOf, missing, needIdOf } from "./loading/naming.ts";
import { askedOfNeed } from "./loading/request.ts";

export const ReadNeed = z.object({ need: z.string().trim().min(1).max(100) });

export interface NeedView extends Omit<NeedRow, "county" | "asked"> {
  county: { code: string; name: string };
  asked: AskedSkill[];
  understanding: Understanding;
  /** Kept rankings, the newest first. */
  runs: { id: string; at: string; by: string; policy: string }[];
}

const RUNS = 20;

/** One need; phones and e-mail addresses in its text are masked. */
export async function readNeed(
  context: Context,
  { need: name }: z.infer<typeof ReadNeed>,
): Promise<NeedView> {
  const { actor, graph, reference } = context;
  permit(actor, "need.read");
  const found = await graph.maybe(needById, { id: await needIdOf(context, name) });
  if (!found) throw missing("need", name);
  const county = countyOf(context, found.county);
  const text = maskContacts(found.text);
  return {
    ...found,
    text,
    county: { code: county.code, name: county.name },
    asked: askedOfNeed(found),
    understanding: reference.tag(text),
    runs: await graph.all(runsOfNeed, { need: found.id, limit: RUNS }),
  };
}
