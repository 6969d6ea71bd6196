import { directComposer } from "../../src/adapters/solver/direct-composer.ts";
import { highsEngine } from "../../src/adapters/solver/highs.ts";
import type { Composer } from "../../src/domain/team/composer.ts";

let loaded: Composer | undefined;

/** One solver for all worlds of a process, loaded when it is first asked. */
export function testComposer(): Composer {
  return {
    compose: (request, how) => {
      loaded ??= directComposer({ engine: highsEngine, clock: () => performance.now() });
      return loaded.compose(request, how);
    },
  };
}
