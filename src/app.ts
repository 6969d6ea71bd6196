import { OpenAPIHono } from "@hono/zod-openapi";
import { createApi } from "./http/api/api.ts";
import { assets } from "./http/assets.ts";
import { docs } from "./http/docs.ts";
import type { AppEnvironment, Runtime } from "./http/env.ts";
import { answerFailure, answerUnknownPath, frame } from "./http/frame.ts";
import { health } from "./http/health.ts";
import { pages } from "./http/pages/pages.ts";

/** The whole app: every route is mounted here, and no runtime is known here. */
export function createApp(runtime: Runtime) {
  const app = new OpenAPIHono<AppEnvironment>();
  app.onError(answerFailure(runtime));
  app.notFound(answerUnknownPath);
  app.use("*", ...frame(runtime));
  app.route("/", health);
  app.route("/api/v1", createApi());
  app.route("/", docs(runtime));
  app.route("/", assets(runtime));
  app.route("/", pages());
  return app;
}
