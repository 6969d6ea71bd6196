import type { NeedStatus } from "../../../domain/model/need.ts";
import { storedWord } from "../phrases.ts";
import { countyName, localTime, type View } from "../view.ts";
import { DemoMark } from "./expert-line.tsx";

interface Line {
  code: string;
  text: string;
  status: NeedStatus | string;
  urgent: boolean;
  createdAt: string;
  demo: boolean;
  county: string;
}

interface Lines {
  view: View;
  needs: readonly Line[];
  caption: string;
  /** The county goes without saying on its own page. */
  withCounty?: boolean;
}

/** Needs, a row each; on a phone a card each. */
export function NeedTable({ view, needs, caption, withCounty = true }: Lines) {
  const { t } = view;
  return (
    <table class="stacked needs">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("code")}</th>
          <th scope="col">{t("needText")}</th>
          {withCounty && <th scope="col">{t("county")}</th>}
          <th scope="col">{t("status")}</th>
          <th scope="col">{t("raisedAt")}</th>
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => (
          <tr>
            <th scope="row" class="code">
              <a href={`/needs/${need.code}`}>{need.code}</a>
            </th>
            <td class="words" lang="zh-CN">
              {need.text}
            </td>
            {withCounty && (
              <td>
                <a href={`/counties/${need.county}`} lang="zh-CN">
                  {countyName(view, need.county)}
                </a>
              </td>
            )}
            <td>
              <NeedStatusTags view={view} need={need} />
            </td>
            <td class="num date">{localTime(need.createdAt).slice(0, 10)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Status, urgency and the demo mark. */
export function NeedStatusTags({
  view,
  need,
}: {
  view: View;
  need: Pick<Line, "status" | "urgent" | "demo">;
}) {
  return (
    <span class="tags">
      <span class="tag">{view.say(storedWord(need.status))}</span>{" "}
      {need.urgent && <span class="tag warn">{view.t("urgent")}</span>}{" "}
      <DemoMark view={view} demo={need.demo} />
    </span>
  );
}
