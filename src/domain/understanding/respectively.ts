import { senseIn } from "./ancestry.ts";
import type { Attached, Surroundings } from "./attach.ts";
import type { Mention } from "./reading.ts";

const RESPECTIVELY = "分别";

/**
 * 花生、生姜和山羊，分别有白绢病、姜瘟和脓疱: as many troubles behind the word as industries
 * before it belong to them one by one. Empty where the sentence is not of this kind.
 */
export function oneByOne(
  problems: readonly Mention[],
  { folded, industries, ancestry }: Surroundings,
): ReadonlyMap<Mention, Attached> {
  const at = folded.plain.lastIndexOf(RESPECTIVELY);
  const next = at < 0 ? undefined : problems.find(({ from }) => from > at);
  if (next === undefined) return new Map();
  const behind = problems.filter(({ from, sentence }) => from > at && sentence === next.sentence);
  const before = industries.filter(
    ({ id, mention }, index) =>
      mention.from < at && mention.sentence === next.sentence && industries[index - 1]?.id !== id,
  );
  if (before.length < 2 || before.length !== behind.length) return new Map();
  const attached = behind.flatMap((mention, index): Attached[] => {
    const home = before[index];
    const sense = home && senseIn(mention.term, home.id, ancestry);
    if (!sense) return [];
    const { competences } = sense;
    return [{ mention, industry: home.id, owner: home.mention, competences }];
  });
  return attached.length < behind.length
    ? new Map()
    : new Map(attached.map((one) => [one.mention, one]));
}
