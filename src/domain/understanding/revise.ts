import type { Ancestry } from "./ancestry.ts";
import { attachProblems, type Surroundings } from "./attach.ts";
import type { Evidence } from "./clues.ts";
import { withIndustries } from "./coming-industries.ts";
import type { Folded } from "./fold.ts";
import { type Coming, createIndustryJudge, createJudge, sureOf, type Verdict } from "./judge.ts";
import { standing, surest, withUnnamed } from "./judged-needs.ts";
import type { ClueWeights, Likeness, Term, Usual } from "./lexicon.ts";
import { createLikeness, type Stretch } from "./likeness.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { type Asked, housed, weighedIn } from "./needs.ts";
import { type Mention, placeMentions, tellsOf } from "./reading.ts";
import { type Found, hasMeaning } from "./segment.ts";
import { createStandingJudge, type StandingJudge } from "./standing-industries.ts";
import { createUsual } from "./usual.ts";

/** How like a text is to labelled ones, for each competence and for each industry of the vocabulary. */
interface LikenessOfText {
  competences: readonly number[];
  industries: readonly number[];
}

/** What the rules read of a text. */
export interface ByRules extends Surroundings {
  likeness: LikenessOfText;
  /** Industries that are only told of: none of them comes in again. */
  told: ReadonlySet<string>;
  /** The industries that were read. */
  read: readonly string[];
  asked: Asked;
  /** All terms of the text, those without meaning too. */
  found: readonly Found[];
  mentions: readonly Mention[];
  /** Competences that the words refuse: none of them is added. */
  ruledOut: ReadonlySet<string>;
  /** The place an industry stands at, or null. */
  placed: (industry: string) => string | null;
}

/** What is asked for once all clues are weighed, and how sure that is. */
export interface Revised {
  asked: Asked;
  /** Industries that no rule read. */
  coming: readonly NamedIndustry[];
  /** How sure a competence is, in (0, 1); null where nothing but its ground says so. */
  sureOf: (competence: string) => number | null;
  /** How sure an industry is that no rule read, in (0, 1); null for the others. */
  sureOfComing: (industry: string) => number | null;
}

export interface Reviser {
  /** What the verdict is made from. */
  evidenceOf: (read: ByRules) => Evidence;
  revise: (read: ByRules) => Revised;
  likenessOf: (folded: Folded) => LikenessOfText;
  /** Leaves aside what is only told of. */
  judgeStanding: StandingJudge;
}

/** Words that stand in no file of terms, for what texts with them ask for. */
const likenessTerm = (means: Pick<Term, "industry" | "senses">): Term => ({
  words: "",
  rule: "likeness",
  implies: null,
  force: "asks",
  cues: [],
  family: false,
  ...means,
});

/** Odds of 1 in 200: what is asked for less often in an industry does not come to it unsaid. */
const LEAST_USUAL = -Math.log(200);

/** Whether words lie within others. */
const holdsAll = (whole: Stretch, part: Stretch): boolean =>
  whole.from <= part.from && part.to <= whole.to;

/** Whether words are part of a term that is known to mean nothing: the 苹果 of 苹果手机. */
const isMeaningless = (words: Stretch, { found }: Pick<ByRules, "found">): boolean =>
  found.some((one) => holdsAll(one, words) && !hasMeaning(one.term));

/** Whether words are part of the name of an industry, which says nothing of what is asked of it. */
const isPartOfName = (words: Mention, { mentions }: Pick<ByRules, "mentions">): boolean =>
  mentions.some((one) => {
    const { industry, senses } = one.term;
    return industry !== null && senses.length === 0 && holdsAll(one, words);
  });

/** Whether words tell no problem, however like those are that stand in texts with one. */
const saysNothing = (words: Mention, rules: Pick<ByRules, "found" | "mentions">): boolean =>
  isPartOfName(words, rules) || isMeaningless(words, rules);

interface Knowledge {
  competences: readonly string[];
  industries: readonly string[];
  /** As of `branchesOfCompetences`. */
  branches: ReadonlyMap<string, readonly string[]>;
  likeness: Likeness;
  usual: readonly Usual[];
  ancestry: Ancestry;
  clueWeights: ClueWeights;
}

/**
 * Makes the second reading: what the rules read is weighed together with how like the text is to
 * labelled ones. What is told but hardly asked for goes; what is asked for in words that stand in no
 * file of terms comes in, with the stretch of the text that speaks for it most.
 */
export function createReviser(knowledge: Knowledge): Reviser {
  const { competences, industries, branches, likeness, clueWeights } = knowledge;
  const { likenessOf, likestStretch } = createLikeness([...competences, ...industries], likeness);
  const usualIn = createUsual(competences, knowledge.usual, knowledge.ancestry);
  const judge = createJudge(competences, clueWeights.competences);
  const judgeIndustries = createIndustryJudge(industries, clueWeights.industries);

  /** Whether a competence can be asked for in an industry, and ever is. */
  const fits = (competence: string, industry: string): boolean => {
    const where = branches.get(competence) ?? [];
    const above = knowledge.ancestry.get(industry);
    const canBe = where.length === 0 || where.some((branch) => above?.has(branch));
    return canBe && Number(usualIn([industry])[competences.indexOf(competence)]) >= LEAST_USUAL;
  };

  const evidenceOf = (rules: ByRules): Evidence => ({
    industries: rules.read,
    mentions: rules.mentions,
    named: rules.industries,
    ancestry: rules.ancestry,
    weighed: weighedIn(rules.asked),
    likeness: rules.likeness.competences,
    likenessOfIndustries: rules.likeness.industries,
    usual: usualIn(rules.read),
  });

  /** Where a text is most like those that ask for the id at a place of the figures. */
  const mentionLikest = (
    { folded, mentions }: Pick<ByRules, "folded" | "mentions">,
    place: number,
    term: Term,
  ): Mention[] => {
    const stretch = likestStretch(folded.codes, place);
    if (stretch === null) return [];
    // A part of a word is shown as the whole word: 裂果, not 裂.
    const { from, to } = mentions.find((word) => holdsAll(word, stretch)) ?? stretch;
    return placeMentions(folded, [{ term, from, to }]);
  };

  /** What the verdict asks for and no word named, at the words that speak for it most. */
  const unnamed = (rules: ByRules, { asked }: Verdict, known: ReadonlySet<string>): Mention[] =>
    asked.flatMap((place) => {
      const competence = String(competences[place]);
      if (known.has(competence) || rules.ruledOut.has(competence)) return [];
      const where = branches.get(competence) ?? [];
      const senses = [{ where, competences: [{ competence, weight: 1 }] }];
      const mentions = mentionLikest(rules, place, likenessTerm({ industry: null, senses }));
      // Where no word tells a problem, what is asked back is not guessed from the name of a crop or phone.
      return known.size > 0 ? mentions : mentions.filter((one) => !saysNothing(one, rules));
    });

  const reviseCompetences = (rules: ByRules, verdict: Verdict, evidence: Evidence): Asked => {
    const left = standing(rules.asked, verdict);
    const known = new Set(evidence.weighed.map(({ competence }) => competence));
    const mentions = unnamed(rules, verdict, known);
    const added = mentions.length > 0 ? attachProblems(mentions, rules) : [];
    const inPlace = housed(added, rules.industries);
    const asked =
      inPlace.length > 0 ? withUnnamed(left, inPlace, { verdict, placed: rules.placed }) : left;
    return weighedIn(asked).length > 0 ? asked : surest(rules.asked, verdict);
  };

  /** An industry that no rule read, at its own word or at the words most like it. */
  const comeIn = (rules: ByRules, { place }: Coming, at: number): NamedIndustry[] => {
    const id = String(industries[place]);
    const own = rules.mentions.find((one) => tellsOf(one, id));
    const term = likenessTerm({ industry: id, senses: [] });
    const mentions = own ? [own] : mentionLikest(rules, competences.length + place, term);
    const meant = mentions.filter((mention) => !isMeaningless(mention, rules));
    return meant.map((mention) => ({
      id,
      mention,
      isImplied: mention.term.industry === null,
      list: -1 - at,
    }));
  };

  const revise = (rules: ByRules): Revised => {
    const evidence = evidenceOf(rules);
    const verdict = judge(evidence);
    const found = judgeIndustries(evidence).filter(
      ({ place }) => !rules.told.has(String(industries[place])),
    );
    const coming = found.flatMap((one, at) => comeIn(rules, one, at));
    const chances = new Map(found.map(({ place, chance }) => [industries[place], chance]));
    const asked = withIndustries(reviseCompetences(rules, verdict, evidence), coming, {
      fits,
      placed: rules.placed,
    });
    return {
      asked,
      coming,
      sureOf: (competence) => sureOf(verdict, competence),
      sureOfComing: (industry) => chances.get(industry) ?? null,
    };
  };

  return {
    evidenceOf,
    revise,
    likenessOf: ({ codes }) => {
      const figures = likenessOf(codes);
      return {
        competences: figures.slice(0, competences.length),
        industries: figures.slice(competences.length),
      };
    },
    judgeStanding: createStandingJudge(industries, clueWeights.standing),
  };
}
