import type { Vocabulary } from "../../domain/model/vocabulary.ts";
import {
  type DraftReply,
  type ModelReader,
  type NoDraft,
  readDraft,
} from "../../domain/understanding/suggestion-draft.ts";
import { createBreaker, type Ending } from "./breaker.ts";
import { type Completion, createComplete, type ModelAddress } from "./completion.ts";
import { failureBehind, ModelFailure } from "./failure.ts";
import { LIMITS, type Limits } from "./limits.ts";
import { instructions } from "./prompt.ts";
import { createSeats } from "./seats.ts";
import { createTokenBudget } from "./token-budget.ts";

export interface ModelSettings extends ModelAddress {
  /** Questions at a time. */
  concurrency: number;
  /** Tokens in a calendar month, of this process. */
  monthlyTokens: number;
}

/** What the operator gets to know of a question that failed; never a word of it, nor of the answer. */
export interface ModelFault {
  reason: NoDraft;
  /** What was wrong, in English. */
  what: string;
  /** HTTP status, where the service answered with one. */
  status: number | undefined;
}

export interface ModelRuntime {
  now: () => Date;
  /** Monotonic milliseconds. */
  clock: () => number;
  report: (fault: ModelFault) => void;
  limits?: Partial<Limits>;
}

/**
 * Opens a language model, which is held for hostile: it has no tools, its answer is bounded in time and
 * size, and whatever is wrong with it is a reply and no error. Nothing is sent before the first question.
 */
export function openModel(
  settings: ModelSettings,
  vocabulary: Vocabulary,
  { now, clock, report, ...runtime }: ModelRuntime,
): ModelReader {
  const limits = { ...LIMITS, ...runtime.limits };
  const complete = createComplete(settings, vocabulary, limits);
  const budget = createTokenBudget(settings.monthlyTokens, now);
  const seats = createSeats(settings.concurrency);
  const breaker = createBreaker(limits, clock);
  const overhead = tokensOf(instructions(vocabulary));

  /** Lets a question through, or says why not; `end` has to be called for each one let through. */
  const admit = (estimated: number): NoDraft | { end: (outcome: Outcome) => void } => {
    const spend = budget.hold(estimated);
    if (!spend) return "limit";
    const leave = breaker.enter();
    if (!leave) spend(0);
    const end = ({ ending, spent }: Outcome): void => {
      leave?.(ending);
      spend(spent);
    };
    return leave ? { end } : "resting";
  };

  const failed = ({ reason, message, status }: ModelFailure, spent: number): Outcome => {
    report({ reason, what: message, status });
    return { ending: "failed", spent, reply: unavailable(reason) };
  };
  const read = ({ written, tokens }: Completion, estimated: number): Outcome => {
    const spent = tokens ?? estimated + tokensOf(written);
    const draft = readDraft(written, vocabulary);
    if (!draft) return failed(NO_DRAFT, spent);
    return { ending: "answered", spent, reply: { kind: "draft", draft } };
  };

  const ask: ModelReader["draft"] = async (text, signal) => {
    const estimated = overhead + tokensOf(text);
    const admitted = admit(estimated);
    if (typeof admitted === "string") return unavailable(admitted);
    const until = untilEnd(limits.totalMs, signal);
    const outcome = await complete(text, until).then(
      (completion) => read(completion, estimated),
      (error: unknown): Outcome => {
        if (signal?.aborted) return { ending: "unknown", spent: estimated, reply: STOPPED };
        const failure = failureOf(error, until);
        return failed(failure, failure.isUnspent ? 0 : estimated);
      },
    );
    admitted.end(outcome);
    return outcome.reply;
  };

  return {
    draft: async (text, signal) => {
      const free = await seats.take(limits.seatMs, signal);
      if (!free) return signal?.aborted ? STOPPED : unavailable("busy");
      // Whoever left before the question cost anything spends nothing.
      const reply = signal?.aborted ? Promise.resolve(STOPPED) : ask(text, signal);
      return reply.finally(free);
    },
  };
}

/** How a question ended, for those who count, and what its asker gets. */
interface Outcome {
  ending: Ending;
  /** Tokens. */
  spent: number;
  reply: DraftReply;
}

const NO_DRAFT = new ModelFailure("what the model wrote is no draft", { reason: "unreadable" });

const unavailable = (reason: NoDraft): DraftReply => ({ kind: "unavailable", reason });
const STOPPED = unavailable("stopped");

const untilEnd = (totalMs: number, signal: AbortSignal | undefined): AbortSignal =>
  AbortSignal.any([AbortSignal.timeout(totalMs), ...(signal ? [signal] : [])]);

/** A guess from above: a Chinese character is about one token, three letters are, too. */
const tokensOf = (text: string): number => Math.ceil(new TextEncoder().encode(text).length / 3);

function failureOf(error: unknown, until: AbortSignal): ModelFailure {
  if (until.aborted) return new ModelFailure("no draft in time", { reason: "late" });
  const failure = failureBehind(error);
  return (
    failure ?? new ModelFailure("the answer cannot be read", { reason: "unreadable", cause: error })
  );
}
