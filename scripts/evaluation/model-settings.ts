import { readFileSync } from "node:fs";
import { type Config, readConfig } from "../../src/config.ts";
import { AppError } from "../../src/domain/error.ts";
import { Refusal } from "./lines.ts";

function configOf(environment: NodeJS.ProcessEnv): Config {
  try {
    return readConfig(environment, (path) => readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new Refusal(error.message, { cause: error, exitCode: 2 });
  }
}

/** The settings with those of a language model. Throws a `Refusal` that says what is missing. */
export function modelSettings(environment: NodeJS.ProcessEnv): Config {
  const config = configOf(environment);
  const { OPENAI_MODEL: model, OPENAI_API_KEY: key, OPENAI_BASE_URL: address } = config.shown;
  const missing = [
    ...(model === null ? ["OPENAI_MODEL"] : []),
    ...(key === null && address === null
      ? ["OPENAI_API_KEY (or OPENAI_BASE_URL of a service that needs no key)"]
      : []),
  ];
  if (missing.length === 0) return config;
  throw new Refusal(
    `--tagger llm asks a language model, which is not set up: set ${missing.join(" and ")}`,
    {
      exitCode: 2,
    },
  );
}
