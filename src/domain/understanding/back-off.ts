import { type Ancestry, senseIn } from "./ancestry.ts";
import type { Attached } from "./attach.ts";
import type { Sense, Term } from "./lexicon.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { hasCue, type Mention } from "./reading.ts";
import type { Found } from "./segment.ts";

export const BACK_OFF = "back-off";

/** A trouble in words that nobody understood. */
const unwellTerm = (senses: readonly Sense[]): Term => ({
  words: "",
  rule: BACK_OFF,
  industry: null,
  implies: null,
  senses,
  force: "signs",
  cues: [],
  family: false,
});

interface Described {
  found: readonly Found[];
  /** Stretches of the folded text that no term covers. */
  strange: readonly [number, number][];
  named: readonly NamedIndustry[];
  mentions: readonly Mention[];
}

/** Where a text begins to describe: a part of a plant or animal, or words nobody knows. */
function described({ found, strange }: Described): readonly [number, number] | undefined {
  const part = found.find((one) => hasCue(one, "part"));
  return part ? [part.from, part.to] : strange[0];
}

/**
 * What is asked where an industry is named and something is described of it that no term
 * understands: the likeliest causes of trouble in its branch. Nothing where nothing is described,
 * or where the words point to a picture or to a wide field.
 */
export function backOff(text: Described, unwell: readonly Sense[], ancestry: Ancestry): Attached[] {
  const [first] = text.named;
  const stretch = described(text);
  if (first === undefined || stretch === undefined) return [];
  if (text.mentions.some((one) => hasCue(one, "photo") || hasCue(one, "broad"))) return [];
  const term = unwellTerm(unwell);
  const sense = senseIn(term, first.id, ancestry);
  if (sense === null) return [];
  const [from, to] = stretch;
  const { clause, sentence } = first.mention;
  const force = "signs";
  return [
    {
      mention: { term, from, to, clause, sentence, refusedBy: null, former: false, force },
      industry: first.id,
      owner: first.mention,
      competences: sense.competences,
    },
  ];
}
