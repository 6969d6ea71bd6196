import type { Config } from "../../src/config.ts";
import type { Reference } from "../../src/usecases/context.ts";
import type { TextTagger } from "./answer.ts";
import { Refusal } from "./lines.ts";

/** The offline tagger with the language model of the settings beside it. */
export function connectModel(_config: Config, _reference: Reference): TextTagger {
  throw new Refusal("--tagger llm: no language model is part of this version", { exitCode: 2 });
}
