import { type Attached, attachProblems, type Surroundings } from "./attach.ts";
import type { Evidence } from "./clues.ts";
import { createJudge, type Verdict } from "./judge.ts";
import type { Lexicon, Term } from "./lexicon.ts";
import { createLikeness, type Stretch } from "./likeness.ts";
import { type Mention, placeMentions } from "./reading.ts";
import type { Weighed, WeighedNeed } from "./weigh.ts";

/** What is asked for of each industry, and of none that is known. */
export interface Asked {
  needs: readonly WeighedNeed[];
  loose: readonly Weighed[];
}

/** What the rules read of a text. */
export interface ByRules extends Surroundings {
  asked: Asked;
  mentions: readonly Mention[];
  /** Competences that the words refuse: none of them is added. */
  ruledOut: ReadonlySet<string>;
  /** The place an industry stands at, or null. */
  placed: (industry: string) => string | null;
}

/** What is asked for once all clues are weighed, and how sure that is. */
export interface Revised {
  asked: Asked;
  /** In (0, 1). */
  sureOf: Verdict["sureOf"];
}

export interface Reviser {
  /** What the verdict is made from. */
  evidenceOf: (read: ByRules) => Evidence;
  revise: (read: ByRules) => Revised;
}

export const weighedIn = ({ needs, loose }: Asked): Weighed[] => [
  ...needs.flatMap(({ competences }) => competences),
  ...loose,
];

/** Words that stand in no file of terms, for what texts with them ask for. */
const likenessTerm = (competence: string): Term => ({
  words: "",
  rule: "likeness",
  industry: null,
  implies: null,
  senses: [{ where: [], competences: [{ competence, weight: 1 }] }],
  force: "asks",
  cues: [],
  family: false,
});

/** Of what an industry was read to be asked for, the surest stands from this probability on. */
const LAST_STANDS_FROM = 0.2;

/**
 * What the verdict lets stand of what the rules read. Of each need the surest stands a little longer, and
 * the surest of the text in any case: where words name a problem something is asked for.
 */
function standing(read: Asked, { isAsked, sureOf, asked: askedFor }: Verdict): Asked {
  const most = (weighed: readonly Weighed[]): number =>
    Math.max(0, ...weighed.map(({ competence }) => sureOf(competence)));
  const surest = askedFor.length > 0 ? 1 : most(weighedIn(read));
  const left = (weighed: readonly Weighed[]): Weighed[] => {
    const least = Math.min(surest, Math.max(LAST_STANDS_FROM, most(weighed)));
    return weighed.filter(({ competence }) => isAsked(competence) || sureOf(competence) >= least);
  };
  return {
    needs: read.needs
      .map((need) => ({ ...need, competences: left(need.competences) }))
      .filter(({ competences }) => competences.length > 0),
    loose: left(read.loose),
  };
}

/** What the verdict asks for and no word named, at the words that speak for it most. */
function unnamed(
  { asked, ruledOut, folded }: ByRules,
  verdict: Verdict,
  stretchOf: (competence: string) => Stretch | null,
): Mention[] {
  const known = new Set(weighedIn(asked).map(({ competence }) => competence));
  return verdict.asked.flatMap((competence) => {
    if (known.has(competence) || ruledOut.has(competence)) return [];
    const stretch = stretchOf(competence);
    return stretch === null
      ? []
      : placeMentions(folded, [{ term: likenessTerm(competence), ...stretch }]);
  });
}

const weighedAs = (attached: Attached, { sureOf }: Verdict): Weighed[] =>
  attached.competences.map(({ competence }) => ({
    competence,
    weight: sureOf(competence),
    ground: "likeness",
    because: [attached],
  }));

/** Adds what no word named to the needs of its industries. */
function withUnnamed(
  { needs, loose }: Asked,
  added: readonly Attached[],
  { verdict, placed }: { verdict: Verdict; placed: ByRules["placed"] },
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

/**
 * Makes the second reading: what the rules read is weighed together with how like the text is to
 * labelled ones. What is told but hardly asked for goes; what is asked for in words that stand in no
 * file of terms comes in, with the stretch of the text that speaks for it most.
 */
export function createReviser(
  competences: readonly string[],
  { likeness, clueWeights }: Pick<Lexicon, "likeness" | "clueWeights">,
): Reviser {
  const { likenessOf, likestStretch } = createLikeness(competences, likeness);
  const judge = createJudge(competences, clueWeights);
  const evidenceOf = ({ asked, mentions, industries, ancestry, folded }: ByRules): Evidence => ({
    mentions,
    named: industries,
    ancestry,
    weighed: weighedIn(asked),
    likeness: likenessOf(folded.codes),
  });
  const revise = (read: ByRules): Revised => {
    const verdict = judge(evidenceOf(read));
    const left = standing(read.asked, verdict);
    const stretchOf = (competence: string) =>
      likestStretch(read.folded.codes, competences.indexOf(competence));
    const mentions = unnamed(read, verdict, stretchOf);
    const added = mentions.length === 0 ? [] : attachProblems(mentions, read);
    const asked =
      added.length === 0 ? left : withUnnamed(left, added, { verdict, placed: read.placed });
    return { asked, sureOf: verdict.sureOf };
  };
  return { evidenceOf, revise };
}
