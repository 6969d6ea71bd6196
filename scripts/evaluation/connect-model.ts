import type { Config } from "../../src/config.ts";
import type { Reference } from "../../src/usecases/context.ts";
import { Refusal } from "./lines.ts";
import type { Suggest } from "./model-tagger.ts";

/** Asks the language model of the settings, beside the offline tagger of the reference. */
export function connectModel(_config: Config, _reference: Reference): Suggest {
  throw new Refusal("--tagger llm: no language model is part of this version", { exitCode: 2 });
}
