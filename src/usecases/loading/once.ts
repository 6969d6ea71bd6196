import { z } from "zod";
import type { Action } from "../../domain/access/permit.ts";
import { AppError } from "../../domain/error.ts";
import { cutIdentityNumbers } from "../../domain/privacy/personal.ts";
import type { Reader, Writer } from "../../graph/graph.ts";
import { findIdempotencyKey, keepIdempotencyKey } from "../../graph/queries/idempotency.ts";
import type { Context } from "../context.ts";

/** Sent again with the same key, a request takes effect once. */
export const IdempotencyKey = z.string().min(1).max(200).optional();

/** A request that must not take effect twice. */
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
  context: Pick<Context, "actor" | "now">;
}

/**
 * In a transaction that is under way: does `work` and keeps its answer under the key, or answers
 * what was answered before. Throws `conflict` when the key was used for another request.
 */
export async function once<Answer extends object>(
  tx: Writer,
  request: Request,
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; isNew: boolean }> {
  const known = await answeredBefore<Answer>(tx, request);
  if (known) return { answer: known, isNew: false };
  const answer = await work();
  if (request.key === undefined) return { answer, isNew: true };
  const id = keyId(request.action, request.key);
  const at = request.context.now().toISOString();
  const fingerprint = fingerprintOf(request);
  await tx.write(keepIdempotencyKey, { id, fingerprint, answer: JSON.stringify(answer), at });
  return { answer, isNew: true };
}

/**
 * What the very same request was answered under its key; undefined when it is new. Spares a repeated
 * request the work that comes before its transaction. Throws `conflict` like `once`.
 */
export async function answeredBefore<Answer extends object>(
  graph: Pick<Reader, "maybe">,
  request: Request,
): Promise<Answer | undefined> {
  if (request.key === undefined) return undefined;
  const kept = await graph.maybe(findIdempotencyKey, { id: keyId(request.action, request.key) });
  if (!kept) return undefined;
  if (kept.fingerprint === fingerprintOf(request)) return JSON.parse(kept.answer);
  throw new AppError("conflict", {
    zh: "这个 Idempotency-Key 已用于另一个请求，请换一个。",
    en: "This Idempotency-Key was used for another request: choose a new one.",
  });
}

const keyId = (action: Action, key: string): string =>
  `key_${action}_${cutIdentityNumbers(key).text}`;

const fingerprintOf = ({ asked, context }: Request): string =>
  JSON.stringify({ ...asked, by: context.actor.name });

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
