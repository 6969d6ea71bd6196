import type { TextTagger } from "./answer.ts";
import { columns, figure } from "./columns.ts";
import { judgeTexts } from "./judge-texts.ts";
import type { LabelledRequest } from "./labels.ts";
import { type Scores, score } from "./score.ts";

/** How a tagger that is made of `parts` scores. */
export interface Ablated<Part extends string> {
  parts: readonly Part[];
  scores: Scores;
}

/** Scores taggers made of the first part, the first two, and so on to all: what each part brings. */
export async function ablate<Part extends string>(
  requests: readonly LabelledRequest[],
  parts: readonly Part[],
  taggerOf: (parts: ReadonlySet<Part>) => TextTagger,
): Promise<Ablated<Part>[]> {
  const rows: Ablated<Part>[] = [];
  for (let count = 1; count <= parts.length; count += 1) {
    const held = parts.slice(0, count);
    const texts = await judgeTexts(requests, taggerOf(new Set(held)));
    rows.push({ parts: held, scores: score(texts) });
  }
  return rows;
}

/** A row for each part, with all before it. */
export function ablationTable(rows: readonly Ablated<string>[]): string {
  const cells = rows.map(({ parts, scores }) => [
    `${parts.length > 1 ? "+ " : ""}${parts.at(-1) ?? ""}`,
    figure(scores.industries.f1),
    figure(scores.competences.f1),
    scores.pairs === null ? "-" : figure(scores.pairs.f1),
    figure(scores.askBack.f1),
  ]);
  return [
    `f1 on ${rows[0]?.scores.texts ?? 0} texts`,
    ...columns([["parts", "industries", "competences", "pairs", "ask back"], ...cells]),
  ].join("\n");
}
