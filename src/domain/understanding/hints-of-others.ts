import { type Attached, attachProblems, type Surroundings } from "./attach.ts";
import type { Mention } from "./reading.ts";

/**
 * Where something is asked of some industries only, what is hinted at in the clause of another is
 * asked of that one: 水稻——稻瘟病，猪——饲料成本高.
 */
export function hintsOfOthers(
  asked: readonly Attached[],
  mentions: readonly Mention[],
  around: Surroundings,
): Attached[] {
  if (around.industries.length < 2) return [];
  const known = new Set(asked.map(({ industry }) => industry));
  if (known.size === 0) return [];
  const others = around.industries.filter(({ id }) => !known.has(id));
  if (others.length === 0) return [];
  const clauses = new Set(others.map(({ mention }) => mention.clause));
  const hints = mentions.filter(
    (mention) =>
      mention.force === "hints" &&
      mention.refusedBy === null &&
      mention.term.senses.length > 0 &&
      clauses.has(mention.clause),
  );
  return attachProblems(hints, around).filter(
    ({ industry }) => industry !== null && !known.has(industry),
  );
}
