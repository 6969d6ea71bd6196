import type { Context } from "hono";
import type { AppEnvironment } from "../env.ts";
import { say } from "../language.ts";
import type { Problem } from "../problem.ts";

/** The page of a failure: what is wrong, how to mend it, and the number to quote. */
export function errorPage(
  c: Context<AppEnvironment>,
  problem: Problem,
): Response | Promise<Response> {
  const language = c.get("language");
  return c.html(
    <html lang={language}>
      <body>
        <p>{say(language, problem.sentence)}</p>
      </body>
    </html>,
    problem.status,
  );
}
