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

/** The conditions of a list, with a way back to the whole of it. */
export function FilterForm({ view, path, parameters, children }: Filter) {
  const isNarrowed = [...parameters].some(([name, value]) => name !== "lang" && value !== "");
  return (
    <search>
      <form method="get" action={path} class="filter row">
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
