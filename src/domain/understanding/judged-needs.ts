import type { Attached } from "./attach.ts";
import { isAsked, sureOf, type Verdict } from "./judge.ts";
import { type Asked, weighedIn } from "./needs.ts";
import type { Weighed, WeighedNeed } from "./weigh.ts";

/** Of what an industry was read to be asked for, the surest stands from this probability on. */
const LAST_STANDS_FROM = 0.2;

function mostSure(weighed: readonly Weighed[], verdict: Verdict): number {
  let most = 0;
  for (const { competence } of weighed) most = Math.max(most, sureOf(verdict, competence));
  return most;
}

/** What is asked for, or as sure as the surest that is at least `least` sure. */
function surerThan(least: number, weighed: readonly Weighed[], verdict: Verdict): Weighed[] {
  const enough = Math.max(least, mostSure(weighed, verdict));
  return weighed.filter(
    ({ competence }) => isAsked(verdict, competence) || sureOf(verdict, competence) >= enough,
  );
}

/** What is sure enough of each need; a need of which nothing is left goes. */
function needsSurerThan(least: number, { needs, loose }: Asked, verdict: Verdict): Asked {
  const left: WeighedNeed[] = [];
  for (const { industry, place, competences: weighed } of needs) {
    const competences = surerThan(least, weighed, verdict);
    if (competences.length > 0) left.push({ industry, place, competences });
  }
  return { needs: left, loose: surerThan(least, loose, verdict) };
}

/** What the verdict lets stand of what the rules read; of each need the surest stands a little longer. */
export const standing = (read: Asked, verdict: Verdict): Asked =>
  needsSurerThan(LAST_STANDS_FROM, read, verdict);

/** Likely causes of what was described and not understood are less sure than this: it is better to ask. */
const GUESSED_FROM = 0.15;

const NOTHING: Asked = { needs: [], loose: [] };

/** Where words name a problem something is asked for: the surest. */
export function surest(read: Asked, verdict: Verdict): Asked {
  const weighed = weighedIn(read);
  const most = mostSure(weighed, verdict);
  const isGuess = weighed.every(({ ground }) => ground === "back-off");
  return isGuess && most < GUESSED_FROM ? NOTHING : needsSurerThan(most, read, verdict);
}

const weighedAs = (attached: Attached, verdict: Verdict): Weighed[] =>
  attached.competences.map(({ competence }) => ({
    competence,
    weight: sureOf(verdict, competence),
    ground: "likeness",
    because: [attached],
  }));

/** Adds what no word named to the needs of its industries. */
export function withUnnamed(
  { needs, loose }: Asked,
  added: readonly Attached[],
  { verdict, placed }: { verdict: Verdict; placed: (industry: string) => string | null },
): Asked {
  const byIndustry = new Map(needs.map((need) => [need.industry, need]));
  const apart = [...loose];
  for (const one of added) {
    const { industry } = one;
    const weighed = weighedAs(one, verdict);
    if (industry === null) {
      apart.push(...weighed);
      continue;
    }
    const known = byIndustry.get(industry) ?? {
      industry,
      place: placed(industry),
      competences: [],
    };
    byIndustry.set(industry, { ...known, competences: [...known.competences, ...weighed] });
  }
  return { needs: [...byIndustry.values()], loose: apart };
}
