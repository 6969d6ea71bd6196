/**
 * Why the work cannot go on. `http/problem.ts` turns each code into one HTTP status, the
 * command line into one exit code.
 */
export const ERROR_CODES = [
  "invalid",
  "not_allowed",
  "not_found",
  "ambiguous",
  "conflict",
  "too_large",
  "too_many",
  "unavailable",
  "folder_in_use",
  "schema_newer",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A sentence in both languages of the product. */
export interface Sentence {
  zh: string;
  en: string;
}

/** What is wrong with one field of the input, and where. */
export interface Fault extends Sentence {
  /** Path of the field, e.g. "text" or "asked.0.weight"; "" for the input as a whole. */
  field: string;
}

interface Details {
  cause?: unknown;
  faults?: readonly Fault[];
  retryAfterSeconds?: number;
}

/**
 * An expected failure: the caller or the operator can act on it. Anything else that is
 * thrown is a bug and answers 500. An outcome the caller must choose between, such as an
 * abstention, is not an error but a value.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  /** The reason for the reader: what is wrong and how to mend it. */
  readonly sentence: Sentence;
  /** Every faulty field, when the input has several. */
  readonly faults: readonly Fault[];
  /** When it may go better, where that is known. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    sentence: Sentence,
    { cause, faults = [], retryAfterSeconds }: Details = {},
  ) {
    super(sentence.en, { cause });
    this.code = code;
    this.sentence = sentence;
    this.faults = faults;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Nothing goes by this name, id or code. Someone else's thing looks exactly the same. */
export function notFound(kind: Sentence, name: string): AppError {
  return new AppError("not_found", {
    zh: `没有找到${kind.zh}“${name}”，请检查编号或名称。`,
    en: `There is no ${kind.en} "${name}": check the code or the name.`,
  });
}
