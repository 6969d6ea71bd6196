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

/** Field by field, which is quicker than spreading the span: it is done for every word. */
const evidenceFor = (tag: string, { words, from, to }: Span, rule: string): TagEvidence => ({
  tag,
  words,
  from,
  to,
  rule,
});

const ruleOf = ({ term }: Mention): string => term.rule;

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

function addIndustry(
  evidence: TagEvidence[],
  id: string,
  { reading: { spell }, speakers }: { reading: Reading; speakers: readonly Mention[] },
): void {
  const tag = `industry:${id}`;
  for (const mention of speakers) {
    if (speaksFor(mention, id)) evidence.push(evidenceFor(tag, spell(mention), ruleOf(mention)));
  }
}

function addIndustries(evidence: TagEvidence[], reading: Reading): void {
  const speakers: Mention[] = [];
  for (const { mention } of reading.named) speakers.push(mention);
  for (const { mention } of reading.attached) speakers.push(mention);
  for (const id of reading.industries) addIndustry(evidence, id, { reading, speakers });
}

/** The words that speak for a competence, each once. */
export function wordsFor(
  competence: string,
  because: readonly Attached[],
  spell: Speller["spell"],
): TagEvidence[] {
  const tag = `competence:${competence}`;
  const mentions = new Set(because.map(({ mention }) => mention));
  return Array.from(mentions, (mention) => evidenceFor(tag, spell(mention), ruleOf(mention)));
}

function addCompetences(evidence: TagEvidence[], { spell, weighed, stageOf }: Reading): void {
  const stages = new Set<ChainStage>();
  for (const { competence, because } of weighed) {
    const tag = `competence:${competence}`;
    for (const { mention } of because) {
      evidence.push(evidenceFor(tag, spell(mention), ruleOf(mention)));
    }
    const stage = stageOf(competence);
    const [first] = because;
    if (stage === undefined || first === undefined || stages.has(stage)) continue;
    stages.add(stage);
    evidence.push(evidenceFor(`stage:${stage}`, spell(first.mention), "stage"));
  }
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

function addRefusal(evidence: TagEvidence[], mention: Mention, reading: Reading): void {
  if (mention.refusedBy === null) return;
  const span = reading.spell({
    from: Math.min(mention.from, mention.refusedBy.from),
    to: Math.max(mention.to, mention.refusedBy.to),
  });
  const { industry } = mention.term;
  if (industry !== null) evidence.push(evidenceFor(`not:industry:${industry}`, span, "negation"));
  for (const { competences } of sensesRefused(mention, reading)) {
    for (const { competence } of competences) {
      evidence.push(evidenceFor(`not:competence:${competence}`, span, "negation"));
    }
  }
}

/** Whether words say that help is urgent, and are not refused (不急). */
export const saysUrgent = (mention: Mention): boolean =>
  hasCue(mention, "urgent") && mention.refusedBy === null;

function addUrgency(evidence: TagEvidence[], { spell, mentions }: Reading): void {
  for (const mention of mentions) {
    if (saysUrgent(mention)) evidence.push(evidenceFor("urgent", spell(mention), ruleOf(mention)));
  }
}

const isSame = (one: TagEvidence, other: TagEvidence): boolean =>
  one.from === other.from && one.to === other.to && one.tag === other.tag;

/** Repeats of the same words for the same tag are one reason; the last of them says the rule. */
function once(evidence: readonly TagEvidence[]): TagEvidence[] {
  const kept: TagEvidence[] = [];
  // Looked for among those that begin at the same place: making a key of tag and place takes longer.
  const beginningAt = new Map<number, TagEvidence[]>();
  for (const one of evidence) {
    const here = beginningAt.get(one.from);
    const known = here?.find((other) => isSame(one, other));
    if (known) {
      known.rule = one.rule;
      continue;
    }
    kept.push(one);
    if (here) here.push(one);
    else beginningAt.set(one.from, [one]);
  }
  return kept;
}

/** Why each tag was given: the words, where they stand, the rule; what the words refuse; places. */
export function evidenceOf(reading: Reading): TagEvidence[] {
  const evidence: TagEvidence[] = [];
  addIndustries(evidence, reading);
  addCompetences(evidence, reading);
  addUrgency(evidence, reading);
  for (const place of reading.places) {
    evidence.push(evidenceFor(`place:${place.code}`, place, "place"));
  }
  for (const mention of reading.mentions) addRefusal(evidence, mention, reading);
  return once(evidence);
}
