import type { View } from "../view.ts";

interface Pages {
  view: View;
  path: string;
  /** The parameters of this page. */
  parameters: URLSearchParams;
  /** Names the next page; null on the last one. */
  next: string | null;
}

/** Links to the next page of a list and back to its first one. */
export function Paging({ view, path, parameters, next }: Pages) {
  const isFirst = !parameters.get("cursor");
  if (isFirst && next === null) return null;
  return (
    <nav class="paging" aria-label={view.t("pages")}>
      {!isFirst && <a href={addressAt(path, parameters, null)}>← {view.t("firstPage")}</a>}
      {next !== null && (
        <a href={addressAt(path, parameters, next)} rel="next">
          {view.t("nextPage")} →
        </a>
      )}
    </nav>
  );
}

function addressAt(path: string, parameters: URLSearchParams, cursor: string | null): string {
  const changed = new URLSearchParams(
    [...parameters].filter(([name, value]) => name !== "cursor" && name !== "lang" && value !== ""),
  );
  if (cursor !== null) changed.set("cursor", cursor);
  const text = changed.toString();
  return text === "" ? path : `${path}?${text}`;
}
