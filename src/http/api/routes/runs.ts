import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { readRun } from "../../../usecases/read-run.ts";
import { replayRun } from "../../../usecases/replay-run.ts";
import type { AppEnvironment } from "../../env.ts";
import { audienceOf, named, query, reads, refuseFaulty } from "../route.ts";
import { Replay, Run } from "../schemas/runs.ts";
import { replayJson, runJson } from "../shapes/runs.ts";

const request = { params: z.object({ run: named("run") }), query: query({}) };

const read = createRoute({
  method: "get",
  path: "/runs/{run}",
  operationId: "readRun",
  tags: ["Runs"],
  summary: "A kept ranking as it was decided",
  request,
  responses: reads(Run, "The ranking"),
});

const replay = createRoute({
  method: "get",
  path: "/runs/{run}/replay",
  operationId: "replayRun",
  tags: ["Runs"],
  summary: "What changed since a ranking was kept, and why; stores nothing",
  request,
  responses: reads(Replay, "What changed"),
});

export const runs = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty })
  .openapi(read, async (c) =>
    c.json(runJson(await readRun(c.var.ctx, c.req.valid("param")), audienceOf(c)), 200),
  )
  .openapi(replay, async (c) =>
    c.json(replayJson(await replayRun(c.var.ctx, c.req.valid("param")), audienceOf(c)), 200),
  );
