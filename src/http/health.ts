import { Hono } from "hono";
import { checkReadiness } from "../usecases/check-readiness.ts";
import type { AppEnvironment } from "./env.ts";

/** /livez: the process answers. /readyz: the graph can be reached and its schema is current. */
export const health = new Hono<AppEnvironment>()
  .get("/livez", (c) => c.json({ status: "ok" }))
  .get("/readyz", async (c) => c.json({ status: "ready", ...(await checkReadiness(c.var.ctx)) }));
