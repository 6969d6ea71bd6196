import { addressOf, placeByCode } from "../../../domain/places/tree.ts";
import type { Span, Understanding } from "../../../domain/understanding/tagger.ts";
import { strangeWords } from "../highlights.ts";
import { AMOUNT_NAMES } from "../phrases.ts";
import { tagLabel, type View } from "../view.ts";

interface Facts {
  view: View;
  understanding: Understanding;
}

/** What else the words say: where, how much, when, what is refused, and what was not understood. */
export function ReadFacts({ view, understanding }: Facts) {
  const { t, say } = view;
  const { amounts, headcount, dates, unknown, evidence } = understanding;
  const urgent = evidence.filter(({ tag }) => tag === "urgent");
  const refused = evidence.filter(({ tag }) => tag.startsWith("not:"));
  const places = evidence.filter(({ tag }) => tag.startsWith("place:"));
  const rows = [
    { name: t("place"), items: distinct(places.map(({ tag }) => placeLabel(view, tag.slice(6)))) },
    {
      name: t("sizes"),
      items: amounts.map(({ words, kind }) => (
        <>
          <Words span={words} /> <small>{say(AMOUNT_NAMES[kind])}</small>
        </>
      )),
    },
    { name: t("helpersWanted"), items: headcount ? [<Words span={headcount.words} />] : [] },
    { name: t("datesSaid"), items: dates.map(({ words }) => <Words span={words} />) },
    { name: t("urgent"), items: quoted(urgent) },
    {
      name: t("refusedInWords"),
      items: refused.map(({ tag, words }) => (
        <>
          {tagLabel(view, tag.slice(4))}{" "}
          <small>
            （<Words span={words} />）
          </small>
        </>
      )),
    },
    { name: t("notUnderstood"), items: quoted(strangeWords(unknown)) },
  ].filter(({ items }) => items.length > 0);
  if (rows.length === 0) return null;
  return (
    <dl class="said">
      {rows.map(({ name, items }) => (
        <div>
          <dt>{name}</dt>
          {items.map((item) => (
            <dd>{item}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

const distinct = (texts: readonly string[]) =>
  [...new Set(texts)].map((text) => <Words span={text} />);

const quoted = (spans: readonly Span[]) =>
  [...new Set(spans.map(({ words }) => words))].map((words) => <Words span={words} />);

/** Words of the reader, who writes Chinese. */
const Words = ({ span }: { span: string }) => <span lang="zh-CN">{span}</span>;

function placeLabel({ reference: { places } }: View, code: string): string {
  const place = placeByCode(places, code);
  return place ? addressOf(places, place) : code;
}
