import type { ChainStage } from "../model/vocabulary.ts";
import { type Ancestry, senseIn } from "./ancestry.ts";
import type { Attached } from "./attach.ts";
import type { Sense } from "./lexicon.ts";
import type { NamedIndustry } from "./named-industry.ts";
import type { PlaceMention } from "./places.ts";
import { hasCue, type Mention } from "./reading.ts";
import type { Speller } from "./spans.ts";
import type { Span, TagEvidence } from "./tagger.ts";
import type { Weighed } from "./weigh.ts";

/** Whether a mention itself speaks for an industry, not only for one above or below it. */
const speaksFor = ({ term }: Mention, industry: string): boolean =>
  term.industry === industry || term.implies === industry;

/** Field by field: copies by spreading took a good part of the time. */
const evidenceFor = (tag: string, { words, from, to }: Span, rule: string): TagEvidence => ({
  tag,
  words,
  from,
  to,
  rule,
});

/** What was read of a text. */
export interface Reading {
  spell: Speller["spell"];
  mentions: readonly Mention[];
  places: readonly PlaceMention[];
  industries: readonly string[];
  named: readonly NamedIndustry[];
  ancestry: Ancestry;
  attached: readonly Attached[];
  weighed: readonly Weighed[];
  stageOf: (competence: string) => ChainStage | undefined;
}

function industryEvidence({ spell, named, attached, industries }: Reading): TagEvidence[] {
  const evidence: TagEvidence[] = [];
  const speakers = new Set<Mention>();
  for (const { mention } of named) speakers.add(mention);
  for (const { mention } of attached) speakers.add(mention);
  for (const id of industries) {
    for (const mention of speakers) {
      if (!speaksFor(mention, id)) continue;
      evidence.push(evidenceFor(`industry:${id}`, spell(mention), mention.term.rule));
    }
  }
  return evidence;
}

/** The words that speak for a competence, each once. */
export function wordsFor(
  competence: string,
  because: readonly Attached[],
  spell: Speller["spell"],
): TagEvidence[] {
  const tag = `competence:${competence}`;
  const mentions = new Set(because.map(({ mention }) => mention));
  return Array.from(mentions, (mention) => evidenceFor(tag, spell(mention), mention.term.rule));
}

function competenceEvidence({ spell, weighed, stageOf }: Reading): TagEvidence[] {
  const evidence: TagEvidence[] = [];
  const stages = new Set<ChainStage>();
  for (const { competence, because } of weighed) {
    evidence.push(...wordsFor(competence, because, spell));
    const stage = stageOf(competence);
    const [first] = because;
    if (stage === undefined || first === undefined || stages.has(stage)) continue;
    stages.add(stage);
    evidence.push(evidenceFor(`stage:${stage}`, spell(first.mention), "stage"));
  }
  return evidence;
}

/** What a refused word would have meant: beside the industries of the text, or by itself. */
export function sensesRefused(
  { term }: Mention,
  { named, ancestry }: Pick<Reading, "named" | "ancestry">,
): readonly Sense[] {
  const ids = term.industry === null ? named.map(({ id }) => id) : [term.industry];
  const here = ids.flatMap((id) => senseIn(term, id, ancestry) ?? []);
  return here.length > 0 || ids.length > 0 ? here : term.senses.slice(0, 1);
}

function refusals(reading: Reading): TagEvidence[] {
  const { spell, mentions } = reading;
  return mentions.flatMap((mention): TagEvidence[] => {
    if (mention.refusedBy === null) return [];
    const span = spell({
      from: Math.min(mention.from, mention.refusedBy.from),
      to: Math.max(mention.to, mention.refusedBy.to),
    });
    const { industry } = mention.term;
    const refused = sensesRefused(mention, reading).flatMap(({ competences }) => competences);
    const tags = [...new Set(refused.map(({ competence }) => competence))].map(
      (competence) => `not:competence:${competence}`,
    );
    if (industry !== null) tags.unshift(`not:industry:${industry}`);
    return tags.map((tag) => evidenceFor(tag, span, "negation"));
  });
}

/** Whether words say that help is urgent, and are not refused (不急). */
export const saysUrgent = (mention: Mention): boolean =>
  hasCue(mention, "urgent") && mention.refusedBy === null;

function otherEvidence({ spell, mentions, places }: Reading): TagEvidence[] {
  const urgent = mentions
    .filter(saysUrgent)
    .map((mention) => evidenceFor("urgent", spell(mention), mention.term.rule));
  const placed = places.map((place) => evidenceFor(`place:${place.code}`, place, "place"));
  return [...urgent, ...placed];
}

/** Repeats of the same words for the same tag are one reason. */
function once(evidence: readonly TagEvidence[]): TagEvidence[] {
  const known = new Map(evidence.map((one) => [`${one.tag} ${one.from} ${one.to}`, one]));
  return [...known.values()];
}

/** Why each tag was given: the words, where they stand, the rule; what the words refuse; places. */
export const evidenceOf = (reading: Reading): TagEvidence[] =>
  once([
    ...industryEvidence(reading),
    ...competenceEvidence(reading),
    ...otherEvidence(reading),
    ...refusals(reading),
  ]);
