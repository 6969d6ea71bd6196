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
  too_many: 429,
  unavailable: 503,
  folder_in_use: 503,
  schema_newer: 503,
};

/** A failure as the outside may see it. */
export interface Problem {
  status: ContentfulStatusCode;
  code: ErrorCode | "internal" | "method_not_allowed" | "unsupported_media_type";
  sentence: Sentence;
  faults: readonly Fault[];
  /** When to try again, where that is known. */
  retryAfterSeconds?: number | undefined;
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

/** What Hono itself throws is about what the client sent. */
function unreadable({ status, message }: HTTPException): Problem {
  if (status === 415) {
    const zh = "请求体的类型应为 application/json。";
    const en = "The body must be application/json.";
    return { status, code: "unsupported_media_type", sentence: { zh, en }, faults: [] };
  }
  if (/malformed json/i.test(message)) {
    const zh = "请求体不是合法的 JSON。";
    const en = "The body is not valid JSON.";
    return { status, code: "invalid", sentence: { zh, en }, faults: [] };
  }
  if (status === 403) {
    const zh = "这个表单不是从本站的页面提交的，请回到页面重新提交。";
    const en =
      "This form was not sent from a page of this site: go back to the page and send it again.";
    return { status, code: "not_allowed", sentence: { zh, en }, faults: [] };
  }
  const en = message || "This request cannot be read.";
  return {
    status,
    code: "invalid",
    sentence: { zh: "请求无法读取，请检查格式。", en },
    faults: [],
  };
}

/** Undefined for a bug. */
export function expectedProblem(error: unknown): Problem | undefined {
  if (error instanceof HTTPException) return unreadable(error);
  if (!(error instanceof AppError)) return undefined;
  const { code, sentence, faults, retryAfterSeconds } = error;
  return { status: STATUS[code], code, sentence, faults, retryAfterSeconds };
}

export const problemOf = (error: unknown): Problem => expectedProblem(error) ?? BUG;

/** What each kind of problem is called, whatever the occasion. */
const TITLES: Readonly<Record<Problem["code"], Sentence>> = {
  invalid: { zh: "输入有误", en: "Invalid input" },
  not_allowed: { zh: "没有权限", en: "Not allowed" },
  not_found: { zh: "没有找到", en: "Not found" },
  ambiguous: { zh: "名称对应多个对象", en: "Ambiguous name" },
  conflict: { zh: "与已有内容冲突", en: "Conflict" },
  too_large: { zh: "请求体过大", en: "Body too large" },
  too_many: { zh: "提交过于频繁", en: "Too many requests" },
  unavailable: { zh: "暂时无法服务", en: "Unavailable" },
  folder_in_use: { zh: "数据文件夹正在使用", en: "Data folder in use" },
  schema_newer: { zh: "数据版本较新", en: "Newer schema" },
  method_not_allowed: { zh: "不支持的请求方法", en: "Method not allowed" },
  unsupported_media_type: { zh: "请求体类型不支持", en: "Unsupported media type" },
  internal: { zh: "服务器内部出错", en: "Internal error" },
};

/** Answers `application/problem+json` (RFC 9457) in the reader's language. */
export function problemJson(c: Context<AppEnvironment>, problem: Problem): Response {
  const language = c.get("language");
  const body = {
    type: `urn:ketepai:problem:${problem.code}`,
    title: say(language, TITLES[problem.code]),
    status: problem.status,
    detail: say(language, problem.sentence),
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
