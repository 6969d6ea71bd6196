import { type Attached, attachProblems, type Surroundings } from "./attach.ts";
import type { Evidence } from "./clues.ts";
import { withIndustries } from "./coming-industries.ts";
import type { Folded } from "./fold.ts";
import { createIndustryJudge, createJudge, type Verdict } from "./judge.ts";
import type { ClueWeights, Likeness, Term } from "./lexicon.ts";
import { createLikeness } from "./likeness.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { type Asked, housed } from "./needs.ts";
import { type Mention, placeMentions } from "./reading.ts";
import type { Found } from "./segment.ts";
import type { Weighed } from "./weigh.ts";

/** What the rules read of a text. */
export interface ByRules extends Surroundings {
  /** The industries that were read. */
  read: readonly string[];
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
}

export const weighedIn = ({ needs, loose }: Asked): Weighed[] => [
  ...needs.flatMap(({ competences }) => competences),
  ...loose,
];

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

/** Of what an industry was read to be asked for, the surest stands from this probability on. */
const LAST_STANDS_FROM = 0.2;

const mostSure = (weighed: readonly Weighed[], { sureOf }: Verdict): number =>
  weighed.reduce((most, { competence }) => Math.max(most, sureOf(competence)), 0);

/** What is surer than `least`, or the surest of its need; a need of which nothing is left goes. */
function surerThan(least: number, { needs, loose }: Asked, verdict: Verdict): Asked {
  const left = (weighed: readonly Weighed[]): Weighed[] => {
    const enough = Math.max(least, mostSure(weighed, verdict));
    return weighed.filter(
      ({ competence }) => verdict.isAsked(competence) || verdict.sureOf(competence) >= enough,
    );
  };
  return {
    needs: needs
      .map((need) => ({ ...need, competences: left(need.competences) }))
      .filter(({ competences }) => competences.length > 0),
    loose: left(loose),
  };
}

/** What the verdict lets stand of what the rules read; of each need the surest stands a little longer. */
const standing = (read: Asked, verdict: Verdict): Asked =>
  surerThan(LAST_STANDS_FROM, read, verdict);

/** Where words name a problem something is asked for: the surest. */
const surest = (read: Asked, verdict: Verdict): Asked =>
  surerThan(mostSure(weighedIn(read), verdict), read, verdict);

/** What the verdict asks for and no word named, at the words that speak for it most. */
function unnamed(
  { asked, ruledOut, folded }: ByRules,
  verdict: Verdict,
  findWords: (competence: string) => Found | null,
): Mention[] {
  const known = new Set(weighedIn(asked).map(({ competence }) => competence));
  return verdict.asked.flatMap((competence) => {
    if (known.has(competence) || ruledOut.has(competence)) return [];
    const found = findWords(competence);
    return found === null ? [] : placeMentions(folded, [found]);
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

interface Knowledge {
  competences: readonly string[];
  industries: readonly string[];
  /** As of `branchesOfCompetences`. */
  branches: ReadonlyMap<string, readonly string[]>;
  likeness: Likeness;
  clueWeights: ClueWeights;
}

/** Where an industry that no rule read is spoken of: its own word, or the words most like it. */
function mentionOf(id: string, read: ByRules, findWords: () => Found | null): Mention[] {
  const own = read.mentions.find(({ term }) => term.industry === id || term.implies === id);
  if (own !== undefined) return [own];
  const found = findWords();
  return found === null ? [] : placeMentions(read.folded, [found]);
}

/**
 * Makes the second reading: what the rules read is weighed together with how like the text is to
 * labelled ones. What is told but hardly asked for goes; what is asked for in words that stand in no
 * file of terms comes in, with the stretch of the text that speaks for it most.
 */
export function createReviser(knowledge: Knowledge): Reviser {
  const { competences, industries, branches, likeness, clueWeights } = knowledge;
  const ids = [...competences, ...industries];
  const { likenessOf, likestStretch } = createLikeness(ids, likeness);
  const judge = createJudge(competences, clueWeights.competences);
  const judgeIndustries = createIndustryJudge(industries, clueWeights.industries);

  const evidenceOf = ({ asked, read, mentions, ...around }: ByRules): Evidence => {
    const figures = likenessOf(around.folded.codes);
    return {
      industries: read,
      mentions,
      named: around.industries,
      ancestry: around.ancestry,
      weighed: weighedIn(asked),
      likeness: figures.subarray(0, competences.length),
      likenessOfIndustries: figures.subarray(competences.length),
    };
  };

  const findWords = (id: string, { codes }: Folded, term: Term): Found | null => {
    const stretch = likestStretch(codes, ids.indexOf(id));
    return stretch === null ? null : { term, from: stretch.from, to: stretch.to };
  };

  const findCompetence = (competence: string, folded: Folded): Found | null => {
    const where = branches.get(competence) ?? [];
    const senses = [{ where, competences: [{ competence, weight: 1 }] }];
    return findWords(competence, folded, likenessTerm({ industry: null, senses }));
  };

  const findIndustry = (industry: string, folded: Folded): Found | null =>
    findWords(industry, folded, likenessTerm({ industry, senses: [] }));

  const reviseCompetences = (read: ByRules, verdict: Verdict): Asked => {
    const left = standing(read.asked, verdict);
    const mentions = unnamed(read, verdict, (competence) =>
      findCompetence(competence, read.folded),
    );
    const added = housed(attachProblems(mentions, read), read.industries);
    const asked = withUnnamed(left, added, { verdict, placed: read.placed });
    return weighedIn(asked).length > 0 ? asked : surest(read.asked, verdict);
  };

  const comingIn = (read: ByRules, found: Iterable<string>): NamedIndustry[] =>
    [...found].flatMap((id, at) =>
      mentionOf(id, read, () => findIndustry(id, read.folded)).map((mention) => ({
        id,
        mention,
        isImplied: mention.term.industry === null,
        list: -1 - at,
      })),
    );

  const revise = (read: ByRules): Revised => {
    const evidence = evidenceOf(read);
    const verdict = judge(evidence);
    const chances = judgeIndustries(evidence);
    const coming = comingIn(read, chances.keys());
    const asked = withIndustries(reviseCompetences(read, verdict), coming, {
      branches,
      ancestry: read.ancestry,
      placed: read.placed,
    });
    return {
      asked,
      coming,
      sureOf: verdict.sureOf,
      sureOfComing: (industry) => chances.get(industry) ?? null,
    };
  };

  return { evidenceOf, revise };
}
