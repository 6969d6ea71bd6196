import { inspect } from "node:util";
import { AppError, type ErrorCode, type Sentence } from "../domain/error.ts";
import { language, tell } from "./console.node.ts";
import { settings } from "./settings.node.ts";

/** 1 failure, 2 wrong flags, 3 invalid text, file, schema version or lexicon, 4 unknown thing, 5 graph out of reach. */
const EXIT: Record<ErrorCode, number> = {
  invalid: 3,
  not_allowed: 1,
  not_found: 4,
  ambiguous: 4,
  conflict: 1,
  too_large: 3,
  too_many: 1,
  unavailable: 5,
  folder_in_use: 5,
  schema_newer: 3,
};

export const WRONG_USE = 2;

/** Flags that do not go together. */
export class WrongUse extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(sentence.en);
    this.sentence = sentence;
  }
}

/**
 * What a page keeps to itself, whoever runs a command has to know: which graph was not reached, and
 * what its driver says. Some sentences hold the cause already.
 */
function tellCause({ code, cause, sentence }: AppError): void {
  if (code !== "unavailable" || !(cause instanceof Error)) return;
  const why = cause.message.replace(/\s+/g, " ").trim();
  if (why === "" || sentence.en.includes(why)) return;
  const { neo4j } = settings();
  const at = neo4j
    ? { zh: `（NEO4J_URI ${neo4j.uri}）`, en: ` (NEO4J_URI ${neo4j.uri})` }
    : NOWHERE;
  tell(language === "zh" ? `原因${at.zh}：${why}` : `Cause${at.en}: ${why}`);
}

const NOWHERE: Sentence = { zh: "", en: "" };

/** Tells what went wrong and answers the exit code. Stacks and causes only show with LOG_LEVEL=debug. */
export function reportFailure(error: unknown): number {
  if (process.env["LOG_LEVEL"] === "debug") tell(inspect(error));
  if (error instanceof AppError) {
    tell(error.sentence[language]);
    tellCause(error);
    return EXIT[error.code];
  }
  if (error instanceof WrongUse) {
    tell(error.sentence[language]);
    return WRONG_USE;
  }
  const message = error instanceof Error ? error.message : String(error);
  tell(language === "zh" ? `程序出错：${message}` : `Something went wrong: ${message}`);
  return 1;
}
