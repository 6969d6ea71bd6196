import type { Problem } from "../problem.ts";
import { Said } from "./components/said.tsx";
import { STATUS_TITLES } from "./error-titles.ts";
import { addressParameters, formOf } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { problemOfAddress } from "./problem-state.ts";
import { type PageContext, viewOf } from "./view.ts";

/** The page of a failure: what is wrong, how to mend it, and the number to quote. */
export async function errorPage(c: PageContext, problem: Problem): Promise<Response> {
  const isRead = c.req.method === "GET";
  const view = viewOf(c, isRead ? undefined : "/");
  const { t, say } = view;
  const title = t(STATUS_TITLES[problem.status] ?? "errorTitle");
  const typed = problem.status === 413 ? "" : await typedText(c);
  return answerPage(c, {
    view,
    title,
    status: problem.status,
    children: (
      <section class="error">
        <h1>{title}</h1>
        <p class="lead">
          <Said view={view} text={say(problem.sentence)} />
        </p>
        {problem.faults.length > 0 && (
          <ul>
            {problem.faults.map((fault) => (
              <li>
                <Said view={view} text={say(fault)} />
              </li>
            ))}
          </ul>
        )}
        {typed !== "" && (
          <div class="field">
            <label for="typed">{t("yourText")}</label>
            <textarea id="typed" rows={5} readonly>
              {typed}
            </textarea>
            <p class="hint">{t("yourTextHint")}</p>
          </div>
        )}
        <p class="actions">
          {isRead && problem.status >= 500 && (
            <a class="button" href={view.here}>
              {t("tryAgain")}
            </a>
          )}
          <a class="button" href="/">
            {t("toFirstPage")}
          </a>
        </p>
        <p class="hint">
          {t("requestNumber")} <code>{c.get("requestId")}</code>
        </p>
      </section>
    ),
  });
}

/** What the reader typed into the form that failed, so that it is not lost; "" when nothing was. */
async function typedText(c: PageContext): Promise<string> {
  try {
    const isRead = c.req.method === "GET";
    const { text } = await problemOfAddress(isRead ? addressParameters(c) : await formOf(c));
    return text;
  } catch {
    return "";
  }
}
