import type { ChainStage, Vocabulary } from "../model/vocabulary.ts";
import { createAsker } from "./ask-back.ts";
import { type Attached, attachProblems } from "./attach.ts";
import { backOff } from "./back-off.ts";
import { createFold, createWordFold, type Folded } from "./fold.ts";
import {
  type CompetenceGround,
  confidenceOf,
  type Ground,
  groundOfIndustry,
  surer,
} from "./grounds.ts";
import { type Ancestry, findIndustries, type NamedIndustry, readAncestry } from "./industries.ts";
import type { Force, Lexicon, Term } from "./lexicon.ts";
import { readMeasures } from "./measures.ts";
import { lexiconOf, PARTS, type Part } from "./parts.ts";
import type { ProfileReader } from "./profile.ts";
import { proposeSkills, readCareer } from "./propose-skills.ts";
import { hasCue, type Mention, placeMentions, readMentions } from "./reading.ts";
import { type Found, plant, segment } from "./segment.ts";
import { createSlipFinder } from "./slips.ts";
import { createSpeller, type Speller } from "./spans.ts";
import type { Span, Tag, TagEvidence, Tagger, Understanding } from "./tagger.ts";
import { type SureOf, shareOut, type Weighed, weighProblems } from "./weigh.ts";

/** A place in the words of a text: its code, and where it stands in the text as typed. */
export interface PlaceMention extends Span {
  code: string;
}

/** Finds the places a text names. */
type PlacesMentioned = (text: string) => readonly PlaceMention[];

const STAGES: readonly ChainStage[] = ["pre", "mid", "post", "cross"];

/** Claims the words of a place, so that 桃源 is not read as peaches. */
const PLACE_TERM: Term = {
  words: "",
  rule: "place",
  industry: null,
  implies: null,
  senses: [],
  force: "hints",
  cues: [],
  family: false,
};

function placesAsFound({ from, to }: Folded, places: readonly PlaceMention[]): Found[] {
  return places.flatMap((place): Found[] => {
    const first = from.indexOf(place.from);
    const last = to.lastIndexOf(place.to);
    return first < 0 || last < first ? [] : [{ term: PLACE_TERM, from: first, to: last + 1 }];
  });
}

const UNASKED: ReadonlySet<Force> = new Set(["hints", "facts", "vague"]);

/** Up to this many characters a text is a heading: 茶叶加工 asks without a word of request. */
const HEADING = 12;

/** Whether a hint counts: where help is wanted; the work kept or grown, where a heading ends. */
function countsAs(mentions: readonly Mention[], { codes }: Folded): (problem: Mention) => boolean {
  const isHeading = codes.length <= HEADING;
  const wants =
    isHeading || mentions.some((mention) => hasCue(mention, "request") || hasCue(mention, "need"));
  return ({ force, to }) =>
    force === "vague" ||
    (force === "hints" && wants) ||
    (force === "facts" && isHeading && to === codes.length);
}

const problemsIn = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(({ term, refusedBy }) => term.senses.length > 0 && refusedBy === null);

/** Which of the problems of a text count. */
type Choice = (mentions: readonly Mention[], folded: Folded) => Mention[];

/** Somebody presents themselves: what they name is what they can do. */
const presents = (mentions: readonly Mention[]): boolean =>
  mentions.some((mention) => hasCue(mention, "self")) &&
  !mentions.some((mention) => hasCue(mention, "request") && mention.refusedBy === null);

/** Asked problems and signs; where there are none, what the text hints at. */
function problemsOf(mentions: readonly Mention[], folded: Folded): Mention[] {
  const problems = problemsIn(mentions);
  const asked = problems.filter(({ force }) => !UNASKED.has(force));
  return asked.length > 0 ? asked : problems.filter(countsAs(mentions, folded));
}

interface Need {
  industry: string;
  place: string | null;
  competences: Weighed[];
}

/** The place a need is at: the last one named before its industry, or the first of the text. */
function placeOf(industry: NamedIndustry | undefined, at: readonly PlaceMention[], folded: Folded) {
  const start = Number(folded.from[industry?.mention.from ?? 0]);
  const before = at.filter(({ to }) => to <= start);
  return (before.at(-1) ?? at[0])?.code ?? null;
}

function byIndustry(attached: readonly Attached[]): Map<string, Attached[]> {
  const groups = new Map<string, Attached[]>();
  for (const problem of attached) {
    if (problem.industry === null) continue;
    const group = groups.get(problem.industry) ?? [];
    group.push(problem);
    groups.set(problem.industry, group);
  }
  return groups;
}

const distinct = (ids: Iterable<string>): string[] => [...new Set(ids)];

/** Whether a mention itself speaks for an industry, not only for one above or below it. */
const speaksFor = ({ term }: Mention, industry: string): boolean =>
  term.industry === industry || term.implies === industry;

interface Reading {
  spell: Speller["spell"];
  mentions: readonly Mention[];
  places: readonly PlaceMention[];
  industries: readonly string[];
  named: readonly NamedIndustry[];
  attached: readonly Attached[];
  weighed: readonly Weighed[];
  stageOf: (competence: string) => ChainStage | undefined;
}

function industryEvidence({ spell, named, attached, industries }: Reading): TagEvidence[] {
  const evidence: TagEvidence[] = [];
  const speakers = [
    ...named.map(({ mention }) => mention),
    ...attached.map(({ mention }) => mention),
  ];
  for (const id of industries) {
    for (const mention of new Set(speakers.filter((speaker) => speaksFor(speaker, id)))) {
      evidence.push({ tag: `industry:${id}`, ...spell(mention), rule: mention.term.rule });
    }
  }
  return evidence;
}

function competenceEvidence({ spell, weighed, stageOf }: Reading): TagEvidence[] {
  const evidence: TagEvidence[] = [];
  const stages = new Set<ChainStage>();
  for (const { competence, because } of weighed) {
    for (const mention of new Set(because.map((problem) => problem.mention))) {
      const tag = `competence:${competence}`;
      evidence.push({ tag, ...spell(mention), rule: mention.term.rule });
    }
    const stage = stageOf(competence);
    const [first] = because;
    if (stage === undefined || first === undefined || stages.has(stage)) continue;
    stages.add(stage);
    evidence.push({ tag: `stage:${stage}`, ...spell(first.mention), rule: "stage" });
  }
  return evidence;
}

function refusals({ spell, mentions }: Reading): TagEvidence[] {
  return mentions.flatMap((mention): TagEvidence[] => {
    if (mention.refusedBy === null) return [];
    const span = spell({
      ...mention,
      from: Math.min(mention.from, mention.refusedBy.from),
      to: Math.max(mention.to, mention.refusedBy.to),
    });
    const { industry, senses } = mention.term;
    const tags = distinct(
      senses.flatMap(({ competences }) => competences.map(({ competence }) => competence)),
    ).map((competence) => `not:competence:${competence}`);
    if (industry !== null) tags.unshift(`not:industry:${industry}`);
    return tags.map((tag) => ({ tag, ...span, rule: "negation" }));
  });
}

function otherEvidence({ spell, mentions, places }: Reading): TagEvidence[] {
  const urgent = mentions
    .filter((mention) => hasCue(mention, "urgent"))
    .map((mention) => ({ tag: "urgent", ...spell(mention), rule: mention.term.rule }));
  const placed = places.map(({ code, words, from, to }) => ({
    tag: `place:${code}`,
    words,
    from,
    to,
    rule: "place",
  }));
  return [...urgent, ...placed];
}

/** Repeats of the same words for the same tag are one reason. */
function once(evidence: readonly TagEvidence[]): TagEvidence[] {
  const known = new Map(evidence.map((one) => [`${one.tag} ${one.from} ${one.to}`, one]));
  return [...known.values()];
}

function needsOf(
  attached: readonly Attached[],
  placed: (industry: string) => string | null,
): Need[] {
  return [...byIndustry(attached)].map(([industry, problems]) => ({
    industry,
    place: placed(industry),
    competences: weighProblems(problems),
  }));
}

/** Where an industry is known, a problem that none of those named can have is left aside. */
const housed = (
  attached: readonly Attached[],
  named: readonly NamedIndustry[],
): readonly Attached[] =>
  named.length > 0 || attached.some(({ industry }) => industry !== null)
    ? attached.filter(({ industry }) => industry !== null)
    : attached;

/** Problems of which no industry is known, weighed for their competences alone. */
const loose = (attached: readonly Attached[]): Weighed[] =>
  weighProblems(attached.filter(({ industry }) => industry === null));

/** The surest ground of a competence among all needs; "loose" where it is part of none. */
const groundOfCompetence = (id: string, needs: readonly Need[]): CompetenceGround =>
  needs
    .flatMap(({ competences }) => competences)
    .filter(({ competence }) => competence === id)
    .map(({ ground }) => ground)
    .reduce(surer, "loose");

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
  const foldWords = createWordFold(fold, simplified);
  const dictionary = plant(terms, foldWords);
  const slipsOf = parts.has("slips") ? createSlipFinder(terms, foldWords, lexicon.sounds) : null;
  const ancestry: Ancestry = readAncestry(vocabulary);
  const askBack = createAsker(vocabulary, ancestry, lexicon.answers);
  const stageOf = (competence: string) => vocabulary.competences.get(competence)?.stage;

  const [readInContext, choose]: [typeof readMentions, Choice] = parts.has("context")
    ? [readMentions, problemsOf]
    : [placeMentions, problemsIn];
  const chooseAsked: Choice = (mentions, folded) =>
    parts.has("profiles") && presents(mentions) ? problemsIn(mentions) : choose(mentions, folded);

  /** The terms of a text; where some of it is not understood, once more with what it sounds like. */
  const findTerms = (folded: Folded, places: readonly Found[]): Found[] => {
    const found = segment(folded, dictionary, places);
    if (slipsOf === null) return found;
    const covered = new Uint8Array(folded.codes.length);
    for (const { from, to } of found) covered.fill(1, from, to);
    const slips = slipsOf(folded.plain, (at) => covered[at] !== 0);
    return slips.length === 0 ? found : segment(folded, dictionary, [...places, ...slips]);
  };

  /** Everything that is read of a text; `chosen` are the problems of it that count. */
  const read = (text: string, chosen: Choice) => {
    const folded = fold(text);
    const places = placesMentioned(text);
    const found = findTerms(folded, placesAsFound(folded, places));
    const mentions = readInContext(folded, found);
    const named = findIndustries(folded, mentions, ancestry);
    const { spell, strange, unknown } = createSpeller(text, folded, found);
    const understood = housed(
      attachProblems(chosen(mentions, folded), { folded, industries: named, ancestry }),
      named,
    );
    const attached =
      understood.length === 0 && parts.has("back-off")
        ? backOff({ found, strange, named, mentions }, lexicon.unwell, ancestry)
        : understood;

    const drafts = needsOf(attached, (industry) =>
      placeOf(
        named.find(({ id }) => id === industry),
        places,
        folded,
      ),
    );
    const groundAt = (industry: string) => groundOfIndustry(industry, named, attached);
    const sureOf: SureOf = (industry, { ground }) =>
      confidenceOf(lexicon.confidences, groundAt(industry)) *
      confidenceOf(lexicon.confidences, ground);
    const needs = shareOut(drafts, sureOf);
    const industries = distinct(
      needs.length > 0 ? drafts.map(({ industry }) => industry) : named.map(({ id }) => id),
    );
    const weighed = [...drafts.flatMap((draft) => draft.competences), ...loose(attached)];
    return {
      folded,
      spell,
      unknown,
      mentions,
      places,
      industries,
      named,
      attached,
      weighed,
      stageOf,
      drafts,
      needs,
    };
  };

  const tagAs = (name: string, ground: Ground): Tag => ({
    tag: name,
    ground,
    confidence: confidenceOf(lexicon.confidences, ground),
  });

  const evidenceOf = (reading: Reading): TagEvidence[] =>
    once([
      ...industryEvidence(reading),
      ...competenceEvidence(reading),
      ...otherEvidence(reading),
      ...refusals(reading),
    ]);

  const tag = (text: string): Understanding => {
    const reading = read(text, chooseAsked);
    const { industries, needs, mentions, named, attached, drafts, weighed, unknown } = reading;
    const competences = distinct(weighed.map(({ competence }) => competence));
    return {
      industries,
      competences,
      tags: [
        ...industries.map((id) => tagAs(`industry:${id}`, groundOfIndustry(id, named, attached))),
        ...competences.map((id) => tagAs(`competence:${id}`, groundOfCompetence(id, drafts))),
      ],
      needs,
      stages: STAGES.filter((stage) => competences.some((id) => stageOf(id) === stage)),
      urgent: mentions.some((mention) => hasCue(mention, "urgent")),
      ...readMeasures(text, reading.folded),
      unknown,
      askBack: askBack({ industries, problems: attached, needs, mentions }),
      evidence: evidenceOf(reading),
    };
  };

  const readProfile: ProfileReader = (text) => {
    const reading = read(text, problemsIn);
    const career = readCareer(text, reading.folded);
    return {
      skills: proposeSkills(reading, career),
      title: career.title,
      years: career.years,
      evidence: evidenceOf(reading),
      unknown: reading.unknown,
    };
  };

  return { tag, readProfile };
}
