import type { Vocabulary } from "../model/vocabulary.ts";
import { readAncestry } from "./ancestry.ts";
import { createAsker } from "./ask-back.ts";
import { branchesOfCompetences } from "./branches-of.ts";
import { type Choice, presents, problemsIn, problemsOf, skillsIn } from "./choose-problems.ts";
import type { Evidence } from "./clues.ts";
import { evidenceOf } from "./evidence.ts";
import type { Lexicon } from "./lexicon.ts";
import { lexiconOf, PARTS, type Part } from "./parts.ts";
import type { PlacesMentioned } from "./places.ts";
import type { ProfileReader } from "./profile.ts";
import { proposeSkills, readCareer } from "./propose-skills.ts";
import { type ByRules, createReviser, type Revised, type Reviser } from "./revise.ts";
import { createRuleReader, namesIn } from "./rule-reader.ts";
import type { NamedIn } from "./standing-clues.ts";
import { allStand } from "./standing-industries.ts";
import type { Tagger } from "./tagger.ts";
import { createTextReader, type Way } from "./text-reader.ts";
import { understandingOf } from "./understanding-of.ts";
import { createWordReader } from "./word-reader.ts";

/** Where likeness is no part of the reading. */
const asRead = ({ asked }: ByRules): Revised => ({
  asked,
  coming: [],
  sureOf: () => null,
  sureOfComing: () => null,
});

/** What experts say of themselves stands in their words: all of it counts. */
const AS_PROFILE: Way = {
  choose: skillsIn,
  likenessOf: () => ({ competences: [], industries: [] }),
  judgeStanding: allStand,
  revise: asRead,
};

/** How requests are read with some of the parts. */
function wayOfRequests(parts: ReadonlySet<Part>, reviser: Reviser): Way {
  const chooseIn: Choice = parts.has("context") ? problemsOf : problemsIn;
  const choose: Choice = (mentions, folded) =>
    parts.has("profiles") && presents(mentions)
      ? skillsIn(mentions, folded)
      : chooseIn(mentions, folded);
  return parts.has("likeness") ? { ...reviser, choose } : { ...AS_PROFILE, choose };
}

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
  wholeLexicon: Lexicon,
  { placesMentioned, parts = new Set(PARTS) }: Settings,
): Readers {
  const lexicon = lexiconOf(wholeLexicon, parts);
  const ancestry = readAncestry(vocabulary);
  const reviser = createReviser({
    ...lexicon,
    competences: [...vocabulary.competences.keys()],
    industries: [...vocabulary.industries.keys()],
    branches: branchesOfCompetences(lexicon.terms, ancestry),
    ancestry,
  });
  const askBack = createAsker(vocabulary, ancestry, lexicon.answers);
  const readWords = createWordReader(lexicon, { placesMentioned, parts });
  const unwell = parts.has("back-off") ? lexicon.unwell : null;
  const readByRules = createRuleReader({ ancestry, unwell });
  const readText = createTextReader({
    readByRules,
    confidences: lexicon.confidences,
    stageOf: (competence) => vocabulary.competences.get(competence)?.stage,
  });
  const asRequest = wayOfRequests(parts, reviser);

  return {
    tag: (text) => {
      const words = readWords(text);
      return understandingOf(words, readText(words, asRequest), askBack);
    },
    readProfile: (text) => {
      const words = readWords(text);
      const reading = readText(words, AS_PROFILE);
      const career = readCareer(text, words.folded);
      return {
        skills: proposeSkills(reading, career),
        title: career.title,
        years: career.years,
        evidence: evidenceOf(reading),
        unknown: reading.unknown,
      };
    },
    readEvidence: (text) => reviser.evidenceOf(readByRules(readWords(text), asRequest).byRules),
    readNames: (text) => {
      const words = readWords(text);
      return namesIn(words, ancestry, asRequest.likenessOf(words.folded).industries);
    },
  };
}
