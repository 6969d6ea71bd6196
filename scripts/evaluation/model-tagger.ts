import { readFileSync } from "node:fs";
import { type Config, readConfig } from "../../src/config.ts";
import { AppError } from "../../src/domain/error.ts";
import type { Understanding } from "../../src/domain/understanding/tagger.ts";
import type { TextTagger } from "./answer.ts";
import { Refusal } from "./lines.ts";
import { mergedAnswer, type Suggested } from "./merged.ts";

/** A tagger, and what must be said about its run when it is over. */
export interface OpenedTagger {
  tag: TextTagger;
  remarks: () => string[];
}

/** How a text is read offline, and what a model suggests beside it; "unavailable": nothing. */
export type Suggest = (text: string) => Promise<{
  state: "off" | "answered" | "unavailable";
  understanding: Understanding;
  suggested: readonly Suggested[];
}>;

/** The settings without which no model can be asked. */
const NEEDED = ["OPENAI_API_KEY", "OPENAI_MODEL"] as const;

function settingsOf(environment: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(environment, (path) => readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new Refusal(error.message, { cause: error, exitCode: 2 });
  }
}

/** The settings of the model. Throws a `Refusal` that names those that are missing. */
export function modelSettings(environment: NodeJS.ProcessEnv): Config {
  const config = settingsOf(environment);
  const missing = NEEDED.filter((name) => config.shown[name] === null);
  if (missing.length === 0) return config;
  throw new Refusal(
    `--tagger llm asks a language model: set ${missing.join(" and ")} (for a provider other than OpenAI also OPENAI_BASE_URL)`,
    { exitCode: 2 },
  );
}

/** A text the model does not answer is measured by its offline reading; the run says how many. */
export function modelTagger(suggest: Suggest): OpenedTagger {
  let asked = 0;
  let unanswered = 0;
  return {
    tag: async (text) => {
      const { state, understanding, suggested } = await suggest(text);
      asked += 1;
      if (state !== "answered") unanswered += 1;
      return mergedAnswer(understanding, suggested);
    },
    remarks: () => [
      `the model answered ${asked - unanswered} of ${asked} texts; the others are measured by their offline reading`,
    ],
  };
}
