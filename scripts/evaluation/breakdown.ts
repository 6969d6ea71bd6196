import type { JudgedText } from "./judge-texts.ts";
import { type Scores, score } from "./score.ts";

/** What a report can be broken down by. */
export const BREAKDOWNS = ["kind", "speaker"] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

const NONE = "(none)";

function groupsOf({ request }: JudgedText, by: Breakdown): readonly string[] {
  if (by === "speaker") return [request.speaker ?? NONE];
  return request.kinds.length > 0 ? request.kinds : [NONE];
}

/** The scores of each group, by name. A text of several kinds counts in each of them. */
export function breakDown(texts: readonly JudgedText[], by: Breakdown): Record<string, Scores> {
  const groups = new Map<string, JudgedText[]>();
  for (const text of texts) {
    for (const name of new Set(groupsOf(text, by))) {
      groups.set(name, [...(groups.get(name) ?? []), text]);
    }
  }
  const names = [...groups.keys()].sort();
  return Object.fromEntries(names.map((name) => [name, score(groups.get(name) ?? [])]));
}
