import type { LinearEngine } from "../../domain/optimisation/engine.ts";
import { composeTeam } from "../../domain/team/compose.ts";
import type { Composer } from "../../domain/team/composer.ts";

interface DirectComposing {
  /** Gives the engine of a composition. */
  engine: () => Promise<LinearEngine>;
  /** Milliseconds; where it stands still, the engine has to stop by itself. */
  clock: () => number;
}

/** Composes in this very thread: for a runtime without threads. */
export const directComposer = ({ engine, clock }: DirectComposing): Composer => ({
  compose: async (request, { signal, onProgress = () => undefined } = {}) => {
    const loaded = await engine();
    const end = clock() + request.timeLimit * 1000;
    return composeTeam(request, {
      engine: loaded,
      shouldStop: () => signal?.aborted === true || clock() >= end,
      onProgress,
    });
  },
});
