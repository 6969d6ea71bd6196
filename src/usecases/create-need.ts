import type { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { AskedSkill } from "../domain/matching/facts.ts";
import { type NeedStatus, nextNeedCode } from "../domain/model/need.ts";
import { skillId } from "../domain/model/vocabulary.ts";
import type { Writer } from "../graph/graph.ts";
import { createNeedNode, lastNeedCode, setAskedSkills } from "../graph/queries/needs.ts";
import type { Context } from "./context.ts";
import { skippedCodes } from "./loading/codes.ts";
import { dataRevisionOf, type KeptRanking, recordOf, storeRun } from "./loading/keeping.ts";
import { placeId } from "./loading/naming.ts";
import { IdempotencyKey, once, retryingLostRace } from "./loading/once.ts";
import { AskedInWords, type Question, readQuestion } from "./loading/question.ts";
import { rankExperts } from "./loading/ranking.ts";
import type { Notice } from "./loading/request.ts";

export const CreateNeed = AskedInWords.extend({
  idempotencyKey: IdempotencyKey,
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
  return retryingLostRace((lost) =>
    context.change("need.create", async (tx) => {
      const { answer: value, isNew } = await once(
        tx,
        {
          action: "need.create",
          key: idempotencyKey,
          asked: { ...asking, text: question.stored },
          context,
        },
        () => store(tx, context, { question, record, lost }),
      );
      const { id, code, status } = value;
      const after = isNew ? { code, status, county: question.county.code } : null;
      return { value, subject: id, before: null, after };
    }),
  );
}

async function recordFor(context: Context, { request }: Question): Promise<KeptRanking> {
  const dataRevision = await dataRevisionOf(context.graph);
  return recordOf(await rankExperts(context, request, LISTED), { limit: LISTED, dataRevision });
}

interface NewNeed {
  question: Question;
  record: KeptRanking | null;
  /** How often the code was snatched away. */
  lost: number;
}

async function store(
  tx: Writer,
  context: Context,
  { question, record, lost }: NewNeed,
): Promise<CreatedNeed> {
  const { request, understanding, stored, county, notices } = question;
  const year = context.now().getUTCFullYear();
  const last = await tx.maybe(lastNeedCode, { prefix: `XQ-${year}-` });
  const id = `need_${context.newId()}`;
  const code = nextNeedCode(year, last?.code, skippedCodes(context, lost));
  const status: NeedStatus = record ? "published" : "draft";
  const properties = {
    code,
    text: stored,
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
