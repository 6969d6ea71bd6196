import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { AppError } from "../domain/error.ts";
import type { AskedSkill } from "../domain/matching/facts.ts";
import { type NeedStatus, nextNeedCode } from "../domain/model/need.ts";
import { skillId } from "../domain/model/vocabulary.ts";
import type { Writer } from "../graph/graph.ts";
import { findIdempotencyKey, keepIdempotencyKey } from "../graph/queries/idempotency.ts";
import { createNeedNode, lastNeedCode, setAskedSkills } from "../graph/queries/needs.ts";
import type { Context } from "./context.ts";
import { type KeptRanking, recordOf, storeRun } from "./loading/keeping.ts";
import { placeId } from "./loading/naming.ts";
import { AskedInWords, type Question, readQuestion } from "./loading/question.ts";
import { rankExperts } from "./loading/ranking.ts";
import type { Notice } from "./loading/request.ts";

export const CreateNeed = AskedInWords.extend({
  /** Sent again with the same key, the request takes effect once. */
  idempotencyKey: z.string().min(1).max(200).optional(),
});

export interface CreatedNeed {
  id: string;
  code: string;
  status: NeedStatus;
  /** Id of the ranking that was kept with it; null while it has to be asked back first. */
  run: string | null;
  notices: Notice[];
}

/** How many are listed in the run that is kept with a new need. */
const LISTED = 10;

/** Rivals for the next code: each lost race costs one attempt. */
const TRIES = 20;

/**
 * Saves a problem as a need with a code of its own, and the ranking it had at that moment. It is
 * published at once while there is no sign-in; one that cannot be matched yet stays a draft.
 */
export async function createNeed(
  context: Context,
  { idempotencyKey, ...asking }: z.infer<typeof CreateNeed>,
): Promise<CreatedNeed> {
  permit(context.actor, "need.create");
  const question = await readQuestion(context, asking);
  const record = question.askBack.length > 0 ? null : await recordFor(context, question);
  const key = idempotencyKey && {
    id: `key_need.create_${idempotencyKey}`,
    fingerprint: JSON.stringify(asking),
  };
  return retryingTakenCode(() =>
    context.change("need.create", async (tx) => {
      const given = key ? await answerGiven(tx, key) : undefined;
      if (given) return { value: given, subject: given.id, before: null, after: null };
      const value = await store(tx, context, { question, record });
      if (key) {
        const at = context.now().toISOString();
        await tx.write(keepIdempotencyKey, { ...key, answer: JSON.stringify(value), at });
      }
      const { id, code, status } = value;
      const after = { code, status, county: question.county.code };
      return { value, subject: id, before: null, after };
    }),
  );
}

async function recordFor(context: Context, { request }: Question): Promise<KeptRanking> {
  return recordOf(await rankExperts(context, request, LISTED), LISTED);
}

interface Key {
  id: string;
  fingerprint: string;
}

async function answerGiven(tx: Writer, { id, fingerprint }: Key): Promise<CreatedNeed | undefined> {
  const kept = await tx.maybe(findIdempotencyKey, { id });
  if (!kept) return undefined;
  if (kept.fingerprint === fingerprint) return JSON.parse(kept.answer);
  throw new AppError("conflict", {
    zh: "这个 Idempotency-Key 已用于另一个请求，请换一个。",
    en: "This Idempotency-Key was used for another request: choose a new one.",
  });
}

async function store(
  tx: Writer,
  context: Context,
  { question, record }: { question: Question; record: KeptRanking | null },
): Promise<CreatedNeed> {
  const { request, understanding, text, county, notices } = question;
  const year = context.now().getUTCFullYear();
  const last = await tx.maybe(lastNeedCode, { prefix: `XQ-${year}-` });
  const id = `need_${context.newId()}`;
  const code = nextNeedCode(year, last?.code);
  const status: NeedStatus = record ? "published" : "draft";
  const properties = {
    code,
    text,
    status,
    urgent: understanding.urgent,
    allowsRemote: request.allowsRemote,
    days: request.days,
    year,
    createdAt: context.now().toISOString(),
    createdBy: context.actor.name,
    demo: false,
  };
  await tx.write(createNeedNode, { id, properties, county: placeId(county) });
  await tx.write(setAskedSkills, { id, asked: record ? request.asked.map(askedRow) : [] });
  const run = record ? await storeRun(tx, context, { record, need: id }) : null;
  return { id, code, status, run, notices };
}

const askedRow = (asked: AskedSkill) => ({
  ...asked,
  skill: skillId(asked),
  industryId: `ind_${asked.industry}`,
  competenceId: `comp_${asked.competence}`,
});

/** Two who save at once may take the same code; the graph refuses one of them, who tries again. */
async function retryingTakenCode<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; tried < TRIES; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof AppError && error.code === "conflict" && error.cause)) throw error;
    }
  }
  return attempt();
}
