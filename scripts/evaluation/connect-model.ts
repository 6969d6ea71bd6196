import { performance } from "node:perf_hooks";
import { openModel } from "../../src/adapters/model/open-model.ts";
import type { Config } from "../../src/config.ts";
import type { Reference } from "../../src/usecases/context.ts";
import type { TextTagger } from "./answer.ts";
import { Refusal } from "./lines.ts";
import { modelTagger } from "./model-tagger.ts";

/** Nobody waits for a page here: a question waits for its seat, however few there are. */
const SEAT_MS = 10 * 60_000;

/** The offline tagger with the language model of the settings beside it; says on standard error why it is silent. */
export function connectModel({ model: settings }: Config, reference: Reference): TextTagger {
  if (!settings) throw new Refusal("no language model is set up", { exitCode: 2 });
  const model = openModel(settings, reference.vocabulary, {
    now: () => new Date(),
    clock: () => performance.now(),
    report: ({ reason, what }) => process.stderr.write(`no draft: ${reason}, ${what}\n`),
    limits: { seatMs: SEAT_MS },
  });
  return modelTagger(model, reference);
}
