import { OpenAPIHono } from "@hono/zod-openapi";
import type { AppEnvironment, Runtime } from "./http/env.ts";
import { answerFailure, answerUnknownPath, frame } from "./http/frame.ts";
import { health } from "./http/health.ts";

/** The whole app: every route is mounted here, and no runtime is known here. */
export function createApp(runtime: Runtime) {
  const app = new OpenAPIHono<AppEnvironment>();
  app.onError(answerFailure(runtime));
  app.notFound(answerUnknownPath);
  app.use("*", ...frame(runtime));
  app.route("/", health);
  return app;
}
