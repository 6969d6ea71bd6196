import { Hono } from "hono";
import type { AppError } from "../domain/error.ts";
import { assets } from "./assets.ts";
import type { AppEnvironment, Runtime } from "./env.ts";
import { answerFailure, frame } from "./frame.ts";

/**
 * An app that answers everything with this one failure, as a page or as problem+json; but for /livez and
 * the static files, without which the page could not be read well.
 */
export function createRefusal(runtime: Runtime, why: AppError) {
  const app = new Hono<AppEnvironment>();
  app.onError(answerFailure(runtime));
  app.use("*", ...frame(runtime));
  app.route("/", assets(runtime));
  app.get("/livez", (c) => c.json({ status: "ok" }));
  app.all("*", () => {
    throw why;
  });
  return app;
}
