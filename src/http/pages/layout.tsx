import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Word } from "./dictionary.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** The pages of the menu, in its order. */
const MENU = [
  ["ask", "/"],
  ["needs", "/needs"],
  ["serviceTeams", "/teams"],
  ["experts", "/experts"],
  ["profile", "/profile"],
  ["institutions", "/institutions"],
  ["counties", "/counties"],
  ["about", "/about"],
] as const satisfies readonly (readonly [Word, string])[];

type Section = (typeof MENU)[number][0];

interface Sheet {
  view: View;
  /** What the page is about, for the title of the window. */
  title: string;
  /** The entry of the menu it belongs to; none for errors. */
  section?: Section | undefined;
  /** The address that a reader without scripts is soon shown: a fragment would keep it from being read. */
  lookAgain?: string | undefined;
  /** Printed on A4 laid sideways, header and footer with it. */
  onWidePaper?: boolean;
  children: Child;
}

const htmlLanguage = (language: View["language"]): string => (language === "zh" ? "zh-CN" : "en");

/** Seconds after which a page without scripts looks again. */
const LOOK_AGAIN_SECONDS = 2;

function Layout({ view, title, section, lookAgain, onWidePaper, children }: Sheet) {
  const { t } = view;
  return (
    <html lang={htmlLanguage(view.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content='{"includeIndicatorCSS":false}' />
        {lookAgain !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={`${LOOK_AGAIN_SECONDS};url=${lookAgain}`} />
          </noscript>
        )}
        <title>{`${title} · ${t("product")}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/app.css" />
        <script src="/assets/htmx.js" defer></script>
        <script src="/assets/app.js" defer></script>
      </head>
      <body class={onWidePaper ? "on-wide-paper" : undefined}>
        <a class="skip" href="#main">
          {t("skip")}
        </a>
        <TopBar view={view} section={section} />
        <main id="main" class="wrap" tabindex={-1}>
          {children}
        </main>
        <p id="announcement" class="hidden" role="status" />
        <footer class="foot">
          <div class="wrap">
            <p>{t("demoFooter")}</p>
            <p>
              <a href="/about">{t("about")}</a> <a href="/docs">{t("api")}</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

function TopBar({ view, section }: Pick<Sheet, "view" | "section">) {
  const { t } = view;
  return (
    <header class="top">
      <div class="wrap">
        <a class="brand" href="/">
          <span class="mark" aria-hidden="true" />
          {t("product")}
        </a>
        <nav aria-label={t("mainMenu")}>
          <ul>
            {MENU.map(([word, address]) => (
              <li class={word === "about" ? "wide-only" : undefined}>
                <a href={address} aria-current={word === section ? "page" : undefined}>
                  {t(word)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <LanguageSwitch view={view} />
      </div>
    </header>
  );
}

function LanguageSwitch({ view }: Pick<Sheet, "view">) {
  const other = view.language === "zh" ? "en" : "zh";
  const { pathname, searchParams } = new URL(view.here, "http://localhost");
  searchParams.set("lang", other);
  return (
    <a
      id="language"
      class="language"
      href={`${pathname}?${searchParams}`}
      lang={htmlLanguage(other)}
      hreflang={htmlLanguage(other)}
    >
      {other === "en" ? "English" : "中文"}
    </a>
  );
}

interface Page extends Omit<Sheet, "view"> {
  view?: View | undefined;
  status?: ContentfulStatusCode | undefined;
}

/** Answers with a whole page, in the reader's language. */
export function answerPage(
  c: PageContext,
  { view = viewOf(c), status = 200, ...sheet }: Page,
): Response | Promise<Response> {
  c.header("content-language", htmlLanguage(view.language));
  c.header("cache-control", "private, no-cache");
  c.header("vary", "cookie, accept-language");
  return c.html(html`<!doctype html>${<Layout view={view} {...sheet} />}`, status);
}
