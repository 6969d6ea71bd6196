import { Hono } from "hono";
import { notFound } from "../domain/error.ts";
import type { Services } from "../usecases/context.ts";
import { callVerb, isVerb } from "../verbs.ts";
import type { AppEnvironment } from "./env.ts";
import { problemOf } from "./problem.ts";

interface Inside {
  services: Services;
  /** The lines of an export of the whole graph. */
  exportLines: () => AsyncIterable<string>;
}

/**
 * What the command line reaches through a running server: POST /internal/verbs/{name} with the
 * verb's input, GET /internal/export. Only for whoever holds the token of the data folder.
 */
export function internal({ services, exportLines }: Inside) {
  return new Hono<AppEnvironment>()
    .use("*", async (c, next) => {
      // To anybody else these addresses do not exist.
      if (c.var.ctx.actor.role !== "operator") return c.notFound();
      return next();
    })
    .onError((error, c) => {
      const { status, code, sentence, faults } = problemOf(error);
      return c.json({ code, sentence, faults }, status);
    })
    .post("/verbs/:name", async (c) => {
      const name = c.req.param("name");
      if (!isVerb(name)) throw notFound({ zh: "命令", en: "verb" }, name);
      const input: unknown = await c.req.json();
      const doing = { context: c.var.ctx, services };
      if (c.req.header("accept") !== LINES) {
        return c.json({ value: await callVerb(name, input, doing) });
      }
      const lines = linesOf((onProgress) => callVerb(name, input, { ...doing, onProgress }));
      return c.body(lines, 200, { "content-type": LINES });
    })
    .get("/export", (c) => c.body(streamOf(exportLines())));
}

/** How a caller asks to be told of the progress, a line each, before the value or the failure. */
const LINES = "application/x-ndjson";

type Telling = NonNullable<Parameters<typeof callVerb>[2]["onProgress"]>;

/** Of a caller who left nothing can be told: the work then ends where it tells of its progress. */
function linesOf(work: (onProgress: Telling) => Promise<unknown>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const say = (line: object) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        say({ value: await work((done, of) => say({ done, of })) });
      } catch (error) {
        const { code, sentence, faults } = problemOf(error);
        say({ failure: { code, sentence, faults } });
      }
      controller.close();
    },
  });
}

function streamOf(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
