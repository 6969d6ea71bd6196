import { maskContacts } from "../../../domain/privacy/personal.ts";
import type { View } from "../view.ts";

/** A name as somebody typed it: nobody checked it. */
export function Person({ view, name, demo = false }: { view: View; name: string; demo?: boolean }) {
  if (name === "") return <>{view.t("nobodySaid")}</>;
  return (
    <>
      <span lang="zh-CN">{maskContacts(name)}</span>
      {!demo && <small> ({view.t("unverifiedName")})</small>}
    </>
  );
}
