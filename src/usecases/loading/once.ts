import { z } from "zod";
import type { Action } from "../../domain/access/permit.ts";
import { AppError } from "../../domain/error.ts";
import { cutIdentityNumbers } from "../../domain/privacy/personal.ts";
import type { Writer } from "../../graph/graph.ts";
import { findIdempotencyKey, keepIdempotencyKey } from "../../graph/queries/idempotency.ts";
import type { Context } from "../context.ts";

/** Sent again with the same key, a request takes effect once. */
export const IdempotencyKey = z.string().min(1).max(200).optional();

interface Request {
  action: Extract<
    Action,
    | "need.create"
    | "run.create"
    | "correction.create"
    | "teamPreset.save"
    | "teamDraft.save"
    | "team.commit"
    | "team.undo"
  >;
  /** Undefined: every request is a new one. */
  key: string | undefined;
  /** What was asked, as it may be stored: the same key must not be used for anything else. */
  asked: object;
}

/**
 * In a transaction that is under way: does `work` and keeps its answer under the key, or answers
 * what was answered before. Throws `conflict` when the key was used for another request.
 */
export async function once<Answer extends object>(
  tx: Writer,
  { action, key, asked, context }: Request & { context: Pick<Context, "actor" | "now"> },
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; isNew: boolean }> {
  if (key === undefined) return { answer: await work(), isNew: true };
  const id = `key_${action}_${cutIdentityNumbers(key).text}`;
  const fingerprint = JSON.stringify({ ...asked, by: context.actor.name });
  const kept = await tx.maybe(findIdempotencyKey, { id });
  if (!kept) {
    const answer = await work();
    const at = context.now().toISOString();
    await tx.write(keepIdempotencyKey, { id, fingerprint, answer: JSON.stringify(answer), at });
    return { answer, isNew: true };
  }
  if (kept.fingerprint === fingerprint) return { answer: JSON.parse(kept.answer), isNew: false };
  throw new AppError("conflict", {
    zh: "这个 Idempotency-Key 已用于另一个请求，请换一个。",
    en: "This Idempotency-Key was used for another request: choose a new one.",
  });
}

/** Each lost race costs one attempt. */
const TRIES = 20;

/**
 * Two who act at once may take the same code or key; the graph refuses one of them, who tries
 * again and then meets what the other stored. `attempt` is told how often it has lost.
 */
export async function retryingLostRace<T>(attempt: (lost: number) => Promise<T>): Promise<T> {
  for (let lost = 0; lost < TRIES - 1; lost += 1) {
    try {
      return await attempt(lost);
    } catch (error) {
      if (!(error instanceof AppError && error.code === "conflict" && error.cause)) throw error;
    }
  }
  return attempt(TRIES - 1);
}
