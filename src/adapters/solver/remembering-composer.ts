import { LRUCache } from "lru-cache";
import type { TeamAnswer } from "../../domain/team/answer.ts";
import type { ComposeRequest, Composer } from "../../domain/team/composer.ts";

interface Remembering {
  /** Milliseconds; never goes back. */
  clock: () => number;
  /** How long an answer is kept. */
  keptMs?: number;
  mostAnswers?: number;
  mostBytes?: number;
}

const KEPT_MS = 10 * 60_000;
const MOST_ANSWERS = 64;
const MOST_BYTES = 16 * 1024 * 1024;
/** V8 keeps text with Chinese signs in two bytes each. */
const BYTES_PER_SIGN = 2;
/** A search that took nearly all of its time may have been stopped by it. */
const SURELY_UNSTOPPED = 0.9;

/**
 * Answers a problem that was answered shortly before from memory. Composing is a pure function of its
 * request, so an answer holds for as long as the very same is asked: a graph that changed in what
 * matters makes another problem. Only answers that are complete are kept, never more than so many or
 * so many bytes; the one that was not asked for longest goes first.
 */
export function rememberingComposer(
  composer: Composer,
  { clock, keptMs = KEPT_MS, mostAnswers = MOST_ANSWERS, mostBytes = MOST_BYTES }: Remembering,
): Composer {
  const kept = new LRUCache<string, string>({
    max: mostAnswers,
    maxSize: mostBytes,
    sizeCalculation: (text) => text.length * BYTES_PER_SIGN,
    ttl: keptMs,
    ttlResolution: 0,
    perf: { now: clock },
  });

  return {
    compose: async (request, how = {}) => {
      const key = await keyOf(request);
      const known = kept.get(key);
      // Whoever is answered may change their copy.
      if (known !== undefined) return JSON.parse(known);
      const begun = clock();
      const answer = await composer.compose(request, how);
      const isInTime = clock() - begun < request.timeLimit * 1000 * SURELY_UNSTOPPED;
      if (isInTime && how.signal?.aborted !== true && isProven(answer)) {
        const text = JSON.stringify(answer);
        if (isWholly(text)) kept.set(key, text);
      }
      return answer;
    },
  };
}

const isProven = ({ status, alternativesComplete }: TeamAnswer): boolean =>
  alternativesComplete && (status === "optimal" || status === "infeasible");

/** Whatever part of an answer was stopped before its proof says so. */
const isWholly = (text: string): boolean => !text.includes('"proven":false');

/** A complete answer does not depend on the time that was allowed for it. */
async function keyOf({ timeLimit: _, ...asked }: ComposeRequest): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(asked));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
