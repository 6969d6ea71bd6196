import type { NamedIndustry } from "./named-industry.ts";
import type { Asked } from "./needs.ts";
import type { Mention } from "./reading.ts";
import type { Weighed } from "./weigh.ts";

interface Beside {
  /** Whether a competence is ever asked for in an industry. */
  fits: (competence: string, industry: string) => boolean;
  placed: (industry: string) => string | null;
}

const distance = (mention: Mention, { because }: Weighed): number =>
  Math.min(...because.map((one) => Math.abs(one.mention.from - mention.from)));

/** Of what is asked for, that in the words nearest to a mention. */
function nearest(mention: Mention, weighed: readonly Weighed[]): Weighed[] {
  const least = Math.min(...weighed.map((one) => distance(mention, one)));
  return weighed.filter((one) => distance(mention, one) === least);
}

function comeIn({ needs, loose }: Asked, { id, mention }: NamedIndustry, beside: Beside): Asked {
  const canBe = ({ competence }: Weighed): boolean => beside.fits(competence, id);
  const homeless = loose.filter(canBe);
  const elsewhere = needs.flatMap((need) => need.competences.filter(canBe));
  const competences = homeless.length > 0 ? homeless : nearest(mention, elsewhere);
  if (competences.length === 0) return { needs, loose };
  return {
    needs: [...needs, { industry: id, place: beside.placed(id), competences }],
    loose: loose.filter((one) => !homeless.includes(one)),
  };
}

/**
 * Gives industries that no rule read what is asked for and has no industry; where all has one, what is
 * asked for in the words nearest to them.
 */
export const withIndustries = (
  asked: Asked,
  coming: readonly NamedIndustry[],
  beside: Beside,
): Asked => coming.reduce((sum, industry) => comeIn(sum, industry, beside), asked);
