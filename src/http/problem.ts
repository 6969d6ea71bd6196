import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { AppError, type ErrorCode, type Fault, type Sentence } from "../domain/error.ts";
import type { AppEnvironment } from "./env.ts";
import { say } from "./language.ts";

export const STATUS: Record<ErrorCode, ContentfulStatusCode> = {
  invalid: 400,
  not_allowed: 403,
  not_found: 404,
  ambiguous: 409,
  conflict: 409,
  too_large: 413,
  unsupported: 501,
  unavailable: 503,
  folder_in_use: 503,
  schema_newer: 503,
};

/** A failure as the outside may see it. */
export interface Problem {
  status: ContentfulStatusCode;
  code: ErrorCode | "internal";
  sentence: Sentence;
  faults: readonly Fault[];
}

/** What a client learns of a bug: nothing but that it is one. */
const BUG: Problem = {
  status: 500,
  code: "internal",
  sentence: {
    zh: "服务器内部出错，请稍后再试，并告知请求编号。",
    en: "Something went wrong on our side: try again, and tell us the request id.",
  },
  faults: [],
};

/** Undefined for a bug. What Hono itself throws is about what the client sent, e.g. broken JSON. */
export function expectedProblem(error: unknown): Problem | undefined {
  if (error instanceof HTTPException) {
    const en = error.message || "This request cannot be read.";
    const zh = "请求无法读取，请检查格式。";
    return { status: error.status, code: "invalid", sentence: { zh, en }, faults: [] };
  }
  if (!(error instanceof AppError)) return undefined;
  const { code, sentence, faults } = error;
  return { status: STATUS[code], code, sentence, faults };
}

export const problemOf = (error: unknown): Problem => expectedProblem(error) ?? BUG;

/** Answers `application/problem+json` (RFC 9457) in the reader's language. */
export function problemJson(c: Context<AppEnvironment>, problem: Problem): Response {
  const language = c.get("language");
  const body = {
    type: "about:blank",
    title: say(language, problem.sentence),
    status: problem.status,
    code: problem.code,
    requestId: c.get("requestId"),
    ...(problem.faults.length > 0 && {
      errors: problem.faults.map((fault) => ({ field: fault.field, detail: say(language, fault) })),
    }),
  };
  return c.json(body, problem.status, {
    "content-type": "application/problem+json; charset=utf-8",
    "content-language": language,
  });
}
