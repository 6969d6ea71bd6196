import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { refuse } from "../../domain/input.ts";
import { IdempotencyKey } from "../../usecases/loading/once.ts";
import type { AppEnvironment } from "../env.ts";
import { ProblemDetails } from "./schemas/problem.ts";
import type { Audience } from "./shapes/audience.ts";

/** What the routes of the API are put together from. */

/** In every query. */
const language = {
  lang: z
    .enum(["zh", "en"])
    .optional()
    .openapi({ description: "Language of sentences and names; else that of Accept-Language" }),
};

/** A query of these fields and no others: a misspelt name is told, not passed over. */
export const query = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...shape, ...language });

/** Text that names a thing: id, code or unambiguous name. */
export const named = (what: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(100)
    .openapi({ description: `Id, code or name: ${what}` });

/** A whole number in a query, where everything is text. */
export function inQuery(number: z.ZodDefault<z.ZodNumber>) {
  const usual = number.parse(undefined);
  return z
    .string()
    .transform((text) => (/^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN))
    .pipe(number.unwrap())
    .default(usual)
    .openapi({ type: "integer", ...rangeOf(number.unwrap()), default: usual });
}

const Range = z.object({ minimum: z.number(), maximum: z.number() });

const rangeOf = (number: z.ZodNumber) => Range.parse(number.meta());

/** Who acts; kept as typed and unverified while there is no sign-in. */
export const By = z
  .string()
  .trim()
  .max(50)
  .default("")
  .openapi({ description: "Name of who acts" });

/** Of a request that stores something. */
export const Key = z.object({
  "Idempotency-Key": IdempotencyKey.meta({
    description: "Sent again with the same key, the request takes effect once",
  }),
});

/** A JSON body of this shape, which must be there. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { "application/json": { schema } },
});

const answer = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { "application/json": { schema } },
  description,
});

const problem = (description: string) => ({
  content: { "application/problem+json": { schema: ProblemDetails } },
  description,
});

const PROBLEMS = {
  400: problem("The input is not valid; `errors` names every faulty field"),
  404: problem("There is no such thing"),
  409: problem("A name stands for several, or the request contradicts an earlier one"),
  413: problem("The body is larger than 256 KB; than 2 MB where many texts are sent at once"),
  415: problem("The body is not application/json"),
  503: problem(
    "The graph cannot be reached, or too many wait for the solver: `Retry-After` says when to come again",
  ),
};

/** Seconds a search may take that anybody can ask for; the command line allows more. */
export const TimeLimit = z.number().gt(0).max(60).default(10).openapi({
  description: "Seconds the search may take, above 0",
});

/** The answers of a route that reads. */
export const reads = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: answer(schema, description),
  304: { description: "Not changed since the ETag that was sent" },
  400: PROBLEMS[400],
  404: PROBLEMS[404],
  409: PROBLEMS[409],
  503: PROBLEMS[503],
});

/** The name of the key that the operator shows. */
export const OPERATOR = "operator";

/** A route that only the operator may call. */
export const operatorOnly = { security: [{ [OPERATOR]: [] }] };

/** The answers of such a route when it reads. */
export const operatorReads = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  ...reads(schema, description),
  403: problem("Only the operator may read this"),
});

/** The answers of a route that computes from a body and stores nothing. */
export const computes = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: answer(schema, description),
  ...PROBLEMS,
});

/** The further answer of a route whose work may go on after it. */
export const accepts = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  202: {
    ...answer(schema, description),
    headers: z.object({ Location: z.string().openapi({ description: "Where to ask again" }) }),
  },
});

/** The answers of a route that stores something new. */
export const creates = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  201: {
    ...answer(schema, description),
    headers: z.object({ Location: z.string().openapi({ description: "Where it is" }) }),
  },
  ...PROBLEMS,
});

/** The answers of a route that stores what has no address of its own. */
export const keeps = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  201: answer(schema, description),
  ...PROBLEMS,
});

/** The further answer of a route that takes only so many requests a minute. */
export const paced = {
  429: problem("Too many at once, nothing is kept: `Retry-After` says when to come again"),
};

export const audienceOf = (c: Context<AppEnvironment>): Audience => ({
  language: c.get("language"),
  reference: c.get("ctx").reference,
});

/** Answers faulty input with all its faults. */
export const refuseFaulty = (
  result: { success: true } | { success: false; error: z.ZodError },
): void => {
  if (!result.success) refuse(result.error);
};
