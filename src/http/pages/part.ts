import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { PageContext } from "./view.ts";

/** Answers with a part of a page, for where scripts run. */
export function answerPart(
  c: PageContext,
  part: Child,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  c.header("cache-control", "no-store");
  return c.html(html`${part}`, status);
}
