import {
  KINDS,
  type Kind,
  type Marked,
  type Reading,
  readingsOf,
  stretchesOf,
} from "../highlights.ts";
import { PHRASES } from "../phrases.ts";
import { inOneLine, type View } from "../view.ts";
import { Said } from "./said.tsx";

const KIND_NAMES: Readonly<Record<Kind, { zh: string; en: string }>> = {
  industry: { zh: "产业", en: "industry" },
  competence: { zh: "问题与专长", en: "problem" },
  place: { zh: "地点", en: "place" },
  urgent: { zh: "紧急", en: "urgent" },
  stage: { zh: "环节", en: "stage" },
  not: { zh: "已否定", en: "ruled out" },
  measure: { zh: "大小、人数、时间", en: "sizes and dates" },
  unknown: { zh: "没有读懂", en: "not understood" },
};

interface Read {
  view: View;
  /** The text that `understanding` speaks of. */
  text: string;
  understanding: Marked;
}

/** The text with every word that was read marked by what it was read as. */
export function HighlightedText({ view, text, understanding }: Read) {
  const readings = readingsOf(view, understanding);
  const stretches = stretchesOf(text, readings);
  const shown = KINDS.filter((kind) => stretches.some((stretch) => stretch.kind === kind));
  return (
    <>
      <p class="read-text" lang="zh-CN">
        {stretches.map(({ words, kind, readings: here }) =>
          kind === null ? (
            words
          ) : (
            <mark
              class={`k-${kind}`}
              title={inOneLine(
                view,
                here.map(({ meaning, rule }) => view.say(PHRASES.readAs(meaning, rule))),
              )}
            >
              {words}
            </mark>
          ),
        )}
      </p>
      {shown.length > 0 && (
        <ul class="legend">
          {shown.map((kind) => (
            <li>
              <mark class={`k-${kind}`}>{view.say(KIND_NAMES[kind])}</mark>
            </li>
          ))}
        </ul>
      )}
      {readings.length > 0 && <WordByWord view={view} readings={readings} />}
    </>
  );
}

function WordByWord({ view, readings }: { view: View; readings: readonly Reading[] }) {
  const { t } = view;
  return (
    <details class="words">
      <summary>{t("reasonsOfTags")}</summary>
      <table>
        <caption class="hidden">{t("reasonsOfTags")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("word")}</th>
            <th scope="col">{t("readAs")}</th>
            <th scope="col">{t("becauseOf")}</th>
          </tr>
        </thead>
        <tbody>
          {readings.map(({ words, meaning, rule }) => (
            <tr>
              <th scope="row" lang="zh-CN">
                {words}
              </th>
              <td>
                <Said view={view} text={meaning} />
              </td>
              <td>{rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
