import wasmModule from "../../../node_modules/highs/build/highs.wasm";
import { boundedEngine, type EngineLimits } from "../../domain/optimisation/bounded-engine.ts";
import type { LinearEngine } from "../../domain/optimisation/engine.ts";
import type { Composer } from "../../domain/team/composer.ts";
import { directComposer } from "./direct-composer.ts";
import { highsEngine } from "./highs.ts";

/** What a Worker may spend on one composition; beyond it a team is answered with its bound, unproven. */
const LIMITS: EngineLimits = { variables: 6_000, work: 900_000 };

/**
 * Composes in a Worker, which may not compile WebAssembly itself: the compiled module goes in
 * through Emscripten's own hook, as highs 1.15.3 ignores its option for one.
 */
export function workerComposer(): Composer {
  let loading: Promise<LinearEngine> | undefined;
  const load = () =>
    highsEngine({
      mayCallBack: false,
      instantiateWasm: (imports, done) => {
        void WebAssembly.instantiate(wasmModule, imports).then(done);
      },
    });
  return directComposer({
    // Its clock stands still while a Worker works: nothing is measured by it.
    clock: () => 0,
    engine: async () => {
      loading ??= load();
      return boundedEngine(await loading, LIMITS);
    },
  });
}
