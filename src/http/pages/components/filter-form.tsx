import type { Child } from "hono/jsx";
import type { View } from "../view.ts";

interface Filter {
  view: View;
  /** Where the list is. */
  path: string;
  /** The conditions of this page. */
  parameters: URLSearchParams;
  children: Child;
}

/** Where scripts run, the list follows while the conditions are typed or chosen. */
const whileTyping = (path: string) => ({
  "hx-get": path,
  "hx-trigger": "input changed delay:300ms from:#words, change from:select",
  "hx-target": "#found",
  "hx-select": "#found",
  "hx-select-oob": "#language",
  "hx-swap": "outerHTML",
  "hx-replace-url": "true",
});

/** What a filter found: told to readers who cannot see it change. */
export function Found({ children }: { children: Child }) {
  return (
    <div id="found" aria-live="polite">
      {children}
    </div>
  );
}

/** The conditions of a list, with a way back to the whole of it. */
export function FilterForm({ view, path, parameters, children }: Filter) {
  const isNarrowed = [...parameters].some(([name, value]) => name !== "lang" && value !== "");
  return (
    <search>
      <form method="get" action={path} class="filter row" {...whileTyping(path)}>
        {children}
        <button type="submit" class="button">
          {view.t("search")}
        </button>
        {isNarrowed && (
          <a class="clear" href={path}>
            {view.t("clear")}
          </a>
        )}
      </form>
    </search>
  );
}
