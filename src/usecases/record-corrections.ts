import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { AppError, type Fault } from "../domain/error.ts";
import { refuseFaults } from "../domain/input.ts";
import {
  CORRECTION_ORIGINS,
  type Correction,
  standingIn,
  tagFault,
} from "../domain/model/correction.ts";
import { LONGEST_PROFILE } from "../domain/model/profile.ts";
import { typedText } from "../domain/model/typed-text.ts";
import { createCorrections } from "../graph/queries/corrections.ts";
import type { Context } from "./context.ts";
import { IdempotencyKey, once, retryingLostRace } from "./loading/once.ts";
import { CORRECTION_PACE } from "./loading/pace.ts";
import { keptText } from "./loading/request.ts";

/** The most that one text is corrected at once: more than a reading of it ever has tags. */
export const MOST_CORRECTIONS = 40;

const Offset = z.int().min(0).max(LONGEST_PROFILE).default(0);

export const RecordCorrections = z.object({
  /** The text that was read: of a need, or what an expert wrote. */
  text: typedText({
    longest: LONGEST_PROFILE,
    ask: { zh: "请给出被纠正的文字", en: "say which text is corrected" },
  }),
  corrections: z
    .array(
      z.strictObject({
        tag: z.string().min(1).max(120),
        words: z.string().max(LONGEST_PROFILE).default(""),
        from: Offset,
        to: Offset,
        right: z.boolean(),
        origin: z.enum(CORRECTION_ORIGINS),
      }),
    )
    .min(1)
    .max(MOST_CORRECTIONS),
  idempotencyKey: IdempotencyKey,
});

/**
 * Keeps what a person said of the tags of a text, for later evaluation. The text is kept without
 * identity numbers and with contacts masked; spans point into the text as sent and are moved along.
 * Throws `invalid` that names every tag the vocabulary does not hold and every span that is off, and
 * `too_many` when more calls come than are taken in a minute; then nothing is kept.
 */
export async function recordCorrections(
  context: Context,
  { text: sent, corrections, idempotencyKey }: z.input<typeof RecordCorrections>,
): Promise<{ stored: number }> {
  permit(context.actor, "correction.create");
  const { text } = keptText(sent);
  const placed = onceEach(placedIn(context, { sent, text, corrections }));
  keepPace(context);
  const asked = { text, corrections: placed };
  return retryingLostRace(() =>
    context.change("correction.create", async (tx) => {
      const at = context.now().toISOString();
      const rows = placed.map((correction) => ({
        id: `corr_${context.newId()}`,
        properties: { ...correction, text, at, by: context.actor.name },
      }));
      const { answer: value, isNew } = await once(
        tx,
        { action: "correction.create", key: idempotencyKey, asked, context },
        async () => {
          await tx.write(createCorrections, { corrections: rows });
          return { stored: rows.length };
        },
      );
      // The trail names what was judged, not the words: those stand in the corrections.
      const after = rows.map(({ id, properties: { tag, right } }) => ({ id, tag, right }));
      return { value, subject: rows[0]?.id ?? "", before: null, after: isNew ? after : null };
    }),
  );
}

function keepPace({ correctionPace, now }: Pick<Context, "correctionPace" | "now">): void {
  const seconds = correctionPace.take(now());
  if (seconds === 0) return;
  const { times } = CORRECTION_PACE;
  throw new AppError(
    "too_many",
    {
      zh: `每分钟最多记录 ${times} 次纠正，这一次没有记录，请 ${seconds} 秒后再提交。`,
      en: `At most ${times} corrections a minute are kept, so this one was not: send it again in ${seconds} seconds.`,
    },
    { retryAfterSeconds: seconds },
  );
}

/** The same said twice in one call is said once. */
const onceEach = <Placed extends object>(placed: readonly Placed[]): Placed[] => [
  ...new Map(placed.map((one) => [JSON.stringify(one), one])).values(),
];

interface Sent {
  sent: string;
  text: string;
  corrections: z.input<typeof RecordCorrections>["corrections"];
}

/** The corrections with their spans in the text as kept. Throws `invalid` with every fault. */
function placedIn(
  { reference: { vocabulary } }: Pick<Context, "reference">,
  { sent, text, corrections }: Sent,
): Correction[] {
  const faults: Fault[] = [];
  const placed = corrections.map(({ words = "", from = 0, to = 0, ...judged }, index) => {
    const tag = tagFault(judged.tag, vocabulary);
    if (tag) faults.push({ field: `corrections.${index}.tag`, ...tag });
    const standing = standingIn(text, sent, { words, from, to });
    if (!standing) faults.push({ field: `corrections.${index}.words`, ...NOT_THERE });
    return { ...judged, words, from, to, ...standing };
  });
  return faults.length > 0 ? refuseFaults(faults) : placed;
}

const NOT_THERE = {
  zh: "from 至 to 处的文字不是这些字，或含有不保存的号码；没有对应的文字时请留空",
  en: "do not stand in the text from `from` to `to`, or hold a number that is not kept; leave them out when no words stand for the tag",
};
