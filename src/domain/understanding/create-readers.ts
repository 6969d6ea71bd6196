import type { ChainStage, Vocabulary } from "../model/vocabulary.ts";
import { type Ancestry, readAncestry } from "./ancestry.ts";
import { createAsker } from "./ask-back.ts";
import { attachProblems } from "./attach.ts";
import { backOff } from "./back-off.ts";
import { branchesOfCompetences } from "./branches-of.ts";
import { type Choice, presents, problemsIn, problemsOf, skillsIn } from "./choose-problems.ts";
import type { Evidence } from "./clues.ts";
import { evidenceOf, saysUrgent, sensesRefused } from "./evidence.ts";
import { createFold, createWordFold, type Folded } from "./fold.ts";
import { groundOfIndustry } from "./ground-of.ts";
import { type CompetenceGround, confidenceOf } from "./grounds.ts";
import { hintsOfOthers } from "./hints-of-others.ts";
import { findIndustries } from "./industries.ts";
import type { Lexicon } from "./lexicon.ts";
import { readMeasures } from "./measures.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { groundOfCompetence, housed, looseOf, needsOf, weighedIn } from "./needs.ts";
import { lexiconOf, PARTS, type Part } from "./parts.ts";
import { type PlacesMentioned, placeOf, placesAsFound } from "./places.ts";
import type { ProfileReader } from "./profile.ts";
import { proposeSkills, readCareer } from "./propose-skills.ts";
import { type Mention, placeMentions, readMentions } from "./reading.ts";
import { type ByRules, createReviser, type Revised, type Reviser } from "./revise.ts";
import { coveredBy, type Found, plant, segment } from "./segment.ts";
import { createSlipFinder } from "./slips.ts";
import { createSpeller } from "./spans.ts";
import type { NamedIn } from "./standing-clues.ts";
import { allStand } from "./standing-industries.ts";
import type { Tag, Tagger, Understanding } from "./tagger.ts";
import { shareOut, type WeighedNeed } from "./weigh.ts";

const STAGES: readonly ChainStage[] = ["pre", "mid", "post", "cross"];

/** In the order in which they first stand. */
const distinct = (ids: Iterable<string>): string[] => [...new Set(ids)];

const NONE: ReadonlySet<string> = new Set();

/** Competences that the words rule out: 不是病, 没得虫. */
function ruledOutBy(
  mentions: readonly Mention[],
  beside: Parameters<typeof sensesRefused>[1],
): ReadonlySet<string> {
  const refused = mentions.filter(({ refusedBy }) => refusedBy !== null);
  if (refused.length === 0) return NONE;
  const senses = refused.flatMap((mention) => sensesRefused(mention, beside));
  return new Set(senses.flatMap(({ competences }) => competences.map((one) => one.competence)));
}

/** The industries of the needs; where there are none, all that are named. */
const industriesOf = (needs: readonly WeighedNeed[], named: readonly NamedIndustry[]): string[] => [
  ...new Set(needs.length > 0 ? needs.map(({ industry }) => industry) : named.map(({ id }) => id)),
];

/** Where likeness is no part of the reading. */
const asRead = ({ asked }: ByRules): Revised => ({
  asked,
  coming: [],
  sureOf: () => null,
  sureOfComing: () => null,
});

/** A way to read a text. */
interface Way extends Pick<Reviser, "likenessOf" | "judgeStanding" | "revise"> {
  /** The problems of it that count. */
  choose: Choice;
}

/** What experts say of themselves stands in their words: all of it counts. */
const AS_PROFILE: Way = {
  choose: skillsIn,
  likenessOf: () => ({ competences: [], industries: [] }),
  judgeStanding: allStand,
  revise: asRead,
};

interface Settings {
  placesMentioned: PlacesMentioned;
  /** What to read with; everything unless said otherwise. */
  parts?: ReadonlySet<Part>;
}

interface Readers {
  /** Reads what a text asks for. */
  tag: Tagger;
  /** Reads what experts say of themselves. */
  readProfile: ProfileReader;
  /** What is known of a text before it is judged what it asks for, to learn the judging from. */
  readEvidence: (text: string) => Evidence;
  /** The same of the industries it names. */
  readNames: (text: string) => NamedIn;
}

/**
 * The offline readers: longest terms of the lexicon, each problem given to the industry it
 * belongs to, refusals taken out. Built once; each call takes time in proportion to its text.
 */
export function createReaders(
  vocabulary: Vocabulary,
  lexicon: Lexicon,
  { placesMentioned, parts = new Set(PARTS) }: Settings,
): Readers {
  const { terms, simplified } = lexiconOf(lexicon, parts);
  const fold = createFold(simplified);
  const dictionary = plant(terms, createWordFold(fold, simplified));
  const slipsOf = parts.has("slips") ? createSlipFinder(dictionary, lexicon.sounds) : null;
  const ancestry: Ancestry = readAncestry(vocabulary);
  const reviser = createReviser({
    ...lexicon,
    competences: [...vocabulary.competences.keys()],
    industries: [...vocabulary.industries.keys()],
    branches: branchesOfCompetences(terms, ancestry),
    ancestry,
  });
  const askBack = createAsker(vocabulary, ancestry, lexicon.answers);
  const stageOf = (competence: string) => vocabulary.competences.get(competence)?.stage;

  const [readInContext, chooseIn]: [typeof readMentions, Choice] = parts.has("context")
    ? [readMentions, problemsOf]
    : [placeMentions, problemsIn];
  const choose: Choice = (mentions, folded) =>
    parts.has("profiles") && presents(mentions)
      ? skillsIn(mentions, folded)
      : chooseIn(mentions, folded);
  const asRequest: Way = parts.has("likeness") ? { choose, ...reviser } : { ...AS_PROFILE, choose };

  /** The terms of a text; where some of it is not understood, once more with what it sounds like. */
  const findTerms = (folded: Folded, places: readonly Found[]): Found[] => {
    const found = segment(folded, dictionary, places);
    if (slipsOf === null) return found;
    const { codes } = folded;
    const slips = slipsOf({ codes, covered: coveredBy(found, codes.length) });
    return slips.length === 0 ? found : segment(folded, dictionary, [...places, ...slips]);
  };

  /** The words of a text, and the industries they name. */
  const readWords = (text: string, { likenessOf }: Pick<Way, "likenessOf">) => {
    const folded = fold(text);
    const places = placesMentioned(text);
    const found = findTerms(folded, placesAsFound(folded, places));
    const mentions = readInContext(folded, found);
    const likeness = likenessOf(folded);
    const names: NamedIn = {
      named: findIndustries(folded, mentions, ancestry),
      mentions,
      likeness: likeness.industries,
      ancestry,
      length: folded.codes.length,
    };
    return { folded, places, found, mentions, likeness, names };
  };

  /** What the rules read of a text. */
  const readByRules = (text: string, way: Omit<Way, "revise">) => {
    const { folded, places, found, mentions, likeness, names } = readWords(text, way);
    const standing = way.judgeStanding(names);
    const { named, told } = standing;
    const { spell, strange, unknown } = createSpeller(text, folded, found);
    const around = { folded, industries: named, ancestry };
    const asked = way.choose(mentions, folded).filter(({ term }) => !told.has(term.industry ?? ""));
    const problems = attachProblems(asked, around);
    const understood = housed([...problems, ...hintsOfOthers(problems, mentions, around)], named);
    const attached =
      understood.length === 0 && parts.has("back-off")
        ? backOff({ found, strange, named, mentions }, lexicon.unwell, ancestry)
        : understood;

    const ruledOut = ruledOutBy(mentions, { named, ancestry });
    const placed = (industry: string): string | null =>
      placeOf(
        named.find(({ id }) => id === industry),
        places,
        folded,
      );
    const needsRead = needsOf(attached, ruledOut, placed);
    const byRules: ByRules = {
      folded,
      likeness,
      told,
      industries: named,
      ancestry,
      read: industriesOf(needsRead, named),
      asked: { needs: needsRead, loose: looseOf(attached, ruledOut) },
      mentions,
      ruledOut,
      placed,
    };
    return { byRules, spell, unknown, places, attached, standing };
  };

  /** Everything that is read of a text. */
  const read = (text: string, way: Way) => {
    const { byRules, spell, unknown, places, attached, standing } = readByRules(text, way);
    const { folded, mentions, industries: named } = byRules;
    const { asked, coming, sureOf, sureOfComing } = way.revise(byRules);
    const { needs: drafts } = asked;
    const known = [...named, ...coming];
    const sureOfIndustry = (id: string): number =>
      sureOfComing(id) ??
      standing.sureOf(id) ??
      confidenceOf(lexicon.confidences, groundOfIndustry(id, known));
    const sureOfCompetence = (id: string, ground: CompetenceGround): number =>
      sureOf(id) ?? confidenceOf(lexicon.confidences, ground);
    const needs = shareOut(drafts, (industry, { competence, ground }) =>
      Math.min(sureOfIndustry(industry), sureOfCompetence(competence, ground)),
    );
    const industries = industriesOf(drafts, known);
    const weighed = weighedIn(asked);
    return {
      spell,
      unknown,
      places,
      attached,
      folded,
      mentions,
      industries,
      named: known,
      ancestry,
      weighed,
      stageOf,
      drafts,
      needs,
      sureOfCompetence,
      sureOfIndustry,
    };
  };

  const tag = (text: string): Understanding => {
    const reading = read(text, asRequest);
    const {
      industries,
      needs,
      mentions,
      named,
      drafts,
      weighed,
      unknown,
      sureOfCompetence,
      sureOfIndustry,
    } = reading;
    const competences = distinct(weighed.map(({ competence }) => competence));
    return {
      industries,
      competences,
      tags: [
        ...industries.map((id): Tag => {
          const ground = groundOfIndustry(id, named);
          return { tag: `industry:${id}`, ground, confidence: sureOfIndustry(id) };
        }),
        ...competences.map((id): Tag => {
          const ground = groundOfCompetence(id, drafts);
          return { tag: `competence:${id}`, ground, confidence: sureOfCompetence(id, ground) };
        }),
      ],
      needs,
      stages: STAGES.filter((stage) => competences.some((id) => stageOf(id) === stage)),
      urgent: mentions.some(saysUrgent),
      ...readMeasures(text, reading.folded),
      unknown,
      askBack: askBack({
        industries,
        problems: weighed.flatMap(({ because }) => because),
        needs,
        mentions,
      }),
      evidence: evidenceOf(reading),
    };
  };

  const readEvidence = (text: string): Evidence =>
    reviser.evidenceOf(readByRules(text, asRequest).byRules);

  const readNames = (text: string): NamedIn => readWords(text, asRequest).names;

  const readProfile: ProfileReader = (text) => {
    const reading = read(text, AS_PROFILE);
    const career = readCareer(text, reading.folded);
    return {
      skills: proposeSkills(reading, career),
      title: career.title,
      years: career.years,
      evidence: evidenceOf(reading),
      unknown: reading.unknown,
    };
  };

  return { tag, readProfile, readEvidence, readNames };
}
