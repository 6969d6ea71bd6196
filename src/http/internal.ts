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
      const value = await callVerb(name, await c.req.json(), { context: c.var.ctx, services });
      return c.json({ value });
    })
    .get("/export", (c) => c.body(streamOf(exportLines())));
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
