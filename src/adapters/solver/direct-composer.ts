import { composeTeam } from "../../domain/team/compose.ts";
import type { Composer } from "../../domain/team/composer.ts";
import { highsEngine } from "./highs.ts";

/** Composes in this very thread: for a runtime without threads, and for tests. */
export function directComposer(
  clock: () => number,
  engine: ReturnType<typeof highsEngine> = highsEngine(),
): Composer {
  return {
    compose: async (request, { signal, onProgress = () => undefined } = {}) => {
      const loaded = await engine;
      const end = clock() + request.timeLimit * 1000;
      return composeTeam(request, {
        engine: loaded,
        shouldStop: () => signal?.aborted === true || clock() >= end,
        onProgress,
      });
    },
  };
}
