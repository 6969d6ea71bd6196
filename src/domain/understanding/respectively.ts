import { type Ancestry, senseIn } from "./ancestry.ts";
import type { Folded } from "./fold.ts";
import type { NamedIndustry } from "./named-industry.ts";
import type { Mention } from "./reading.ts";

const RESPECTIVELY = "分别";

const NONE: ReadonlyMap<Mention, NamedIndustry> = new Map();

interface Text {
  folded: Folded;
  industries: readonly NamedIndustry[];
  ancestry: Ancestry;
}

/**
 * 花生、生姜和山羊，分别有白绢病、姜瘟和脓疱: as many troubles behind the word as industries
 * before it belong to them one by one. Empty where the sentence is not of this kind.
 */
export function oneByOne(
  problems: readonly Mention[],
  { folded, industries, ancestry }: Text,
): ReadonlyMap<Mention, NamedIndustry> {
  const at = industries.length < 2 ? -1 : folded.plain.lastIndexOf(RESPECTIVELY);
  const next = at < 0 ? undefined : problems.find(({ from }) => from > at);
  if (next === undefined) return NONE;
  const behind = problems.filter(({ from, sentence }) => from > at && sentence === next.sentence);
  const before = industries.filter(
    ({ id, mention }, index) =>
      mention.from < at && mention.sentence === next.sentence && industries[index - 1]?.id !== id,
  );
  if (before.length < 2 || before.length !== behind.length) return NONE;
  const pairs = behind.flatMap((problem, index): [Mention, NamedIndustry][] => {
    const home = before[index];
    const canHave = home !== undefined && senseIn(problem.term, home.id, ancestry) !== null;
    return canHave ? [[problem, home]] : [];
  });
  return new Map(pairs.length < behind.length ? [] : pairs);
}
