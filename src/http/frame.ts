import type { Context, ErrorHandler, MiddlewareHandler, NotFoundHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import type { Actor } from "../domain/access/permit.ts";
import { AppError } from "../domain/error.ts";
import { withoutPersonalData } from "../domain/privacy/personal.ts";
import { contextOf } from "../usecases/context.ts";
import type { ComposedTeam } from "../usecases/loading/composing.ts";
import type { AppEnvironment, Runtime } from "./env.ts";
import { createJobs } from "./jobs.ts";
import { languageOf } from "./language.ts";
import { errorPage } from "./pages/error.tsx";
import { expectedProblem, type Problem, problemJson, problemOf } from "./problem.ts";

/** The largest body that is read, in KB; 500 texts of 1,000 characters need more. */
const LARGEST_BODY = 256;
const LARGEST_BATCH = 2 * 1024;
const BATCHES = "/api/v1/tags";

/** What every request passes, in this order. */
export const frame = (runtime: Runtime): MiddlewareHandler<AppEnvironment>[] => [
  identify(runtime),
  logged(runtime),
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
    },
    referrerPolicy: "same-origin",
  }),
  limitedBody(),
  exceptApi(csrf()),
];

/** Refuses a body that is larger than its address takes. */
function limitedBody(): MiddlewareHandler<AppEnvironment> {
  const [usual, batch] = [atMost(LARGEST_BODY), atMost(LARGEST_BATCH)];
  return (c, next) => (c.req.path === BATCHES ? batch : usual)(c, next);
}

const atMost = (kilobytes: number): MiddlewareHandler<AppEnvironment> =>
  bodyLimit({
    maxSize: kilobytes * 1024,
    onError: (c) => {
      // The rest of the body is not read: the connection cannot be used again.
      c.header("connection", "close");
      throw new AppError("too_large", {
        zh: `请求体超过 ${kilobytes} KB，请缩短后再提交。`,
        en: `The request body is larger than ${kilobytes} KB: shorten it and send it again.`,
      });
    },
  });

/** A page asks at least this often; a browser that did not was closed. */
const PAGE_CLOSED_MS = 20_000;
/** A client that follows a job asks at least this often. */
const CLIENT_GONE_MS = 60_000;
const MOST_API_JOBS = 8;

/** Gives the request its id, its language and the contexts of its use cases. */
function identify(runtime: Runtime): MiddlewareHandler<AppEnvironment> {
  const teamJobs = createJobs<ComposedTeam>({ ...runtime, abandonedAfter: PAGE_CLOSED_MS });
  const apiJobs = createJobs<ComposedTeam>({
    ...runtime,
    abandonedAfter: CLIENT_GONE_MS,
    mostUnderWay: MOST_API_JOBS,
  });
  return async (c, next) => {
    const requestId = runtime.newId();
    c.set("requestId", requestId);
    c.set("teamJobs", teamJobs);
    c.set("apiJobs", apiJobs);
    c.set(
      "language",
      languageOf({
        query: c.req.query("lang"),
        cookie: getCookie(c, "lang"),
        header: c.req.header("accept-language"),
      }),
    );
    const role = roleOf(runtime, c.req.header("authorization"));
    c.set("contextOfPerson", (name) => contextOf(runtime, { role, name }));
    c.set("ctx", contextOf(runtime, { role, name: "" }));
    c.header("x-request-id", requestId);
    await next();
  };
}

const roleOf = ({ operatorToken }: Runtime, authorization: string | undefined): Actor["role"] =>
  operatorToken !== undefined && sameText(authorization ?? "", `Bearer ${operatorToken}`)
    ? "operator"
    : "visitor";

/** Compares in a time that does not tell how much of the text was right. */
function sameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < other.length; index += 1) {
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  }
  return difference === 0;
}

/**
 * A line for each request: its path without the query, which may hold words of the reader. Names and
 * numbers are typed into paths too.
 */
function logged({ log, clock }: Runtime): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const start = clock();
    await next();
    log({
      level: c.res.status >= 500 ? "warn" : "info",
      message: "request",
      requestId: c.get("requestId"),
      method: c.req.method,
      path: withoutPersonalData(c.req.path),
      status: c.res.status,
      milliseconds: Math.round((clock() - start) * 10) / 10,
    });
  };
}

/** Programs send no cookies and forms no JSON: only pages need the check of the origin. */
function exceptApi(check: MiddlewareHandler): MiddlewareHandler<AppEnvironment> {
  return (c, next) => (isForPrograms(c) ? next() : check(c, next));
}

const isForPrograms = (c: Context<AppEnvironment>): boolean =>
  /^\/(api|internal|livez|readyz)\b/.test(c.req.path);

/** Answers a failure the way the reader reads: a page, or problem+json for programs. */
export function answerFailure({ log }: Runtime): ErrorHandler<AppEnvironment> {
  return (error, c) => {
    if (!expectedProblem(error)) {
      const { name, message, stack } = error;
      log({
        level: "error",
        message: "bug",
        requestId: c.get("requestId"),
        name,
        why: message,
        stack,
      });
    }
    const problem = problemOf(error);
    if (problem.status === 503) {
      const { cause } = error;
      const why = cause instanceof Error ? cause.message : error.message;
      log({ level: "error", message: "unavailable", requestId: c.get("requestId"), why });
    }
    sayWhenToRetry(c, problem);
    return isForPrograms(c) ? problemJson(c, problem) : errorPage(c, problem);
  };
}

function sayWhenToRetry(c: Context<AppEnvironment>, { retryAfterSeconds }: Problem): void {
  if (retryAfterSeconds !== undefined) c.header("retry-after", String(retryAfterSeconds));
}

export const answerUnknownPath: NotFoundHandler<AppEnvironment> = (c) => {
  const problem = problemOf(
    new AppError("not_found", {
      zh: "没有这个地址，请从首页进入。",
      en: "There is nothing at this address: start from the first page.",
    }),
  );
  return isForPrograms(c) ? problemJson(c, problem) : errorPage(c, problem);
};
