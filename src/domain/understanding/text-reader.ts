import type { ChainStage } from "../model/vocabulary.ts";
import type { Reading } from "./evidence.ts";
import { groundOfIndustry } from "./ground-of.ts";
import { type CompetenceGround, type Confidences, confidenceOf } from "./grounds.ts";
import { weighedIn } from "./needs.ts";
import type { Reviser } from "./revise.ts";
import { industriesOf, type RuleReader, type WayOfRules } from "./rule-reader.ts";
import type { Span, TaggedNeed } from "./tagger.ts";
import { shareOut, type WeighedNeed } from "./weigh.ts";
import type { Words } from "./word-reader.ts";

/** A way to read a text. */
export interface Way extends WayOfRules, Pick<Reviser, "revise"> {}

/** Everything that is read of a text. */
export interface ReadText extends Reading {
  industries: string[];
  /** Words of substance that were not understood. */
  unknown: Span[];
  drafts: readonly WeighedNeed[];
  needs: TaggedNeed[];
  /** How sure an industry is, in (0, 1). */
  sureOfIndustry: (id: string) => number;
  /** How sure a competence is that was read by a ground, in (0, 1). */
  sureOfCompetence: (id: string, ground: CompetenceGround) => number;
}

interface Knowledge {
  readByRules: RuleReader;
  confidences: Confidences;
  stageOf: (competence: string) => ChainStage | undefined;
}

/** Makes the whole reading: what the rules read, weighed once more, and how sure each part of it is. */
export function createTextReader({
  readByRules,
  confidences,
  stageOf,
}: Knowledge): (words: Words, way: Way) => ReadText {
  return (words, way) => {
    const { byRules, standing, spell, unknown, attached } = readByRules(words, way);
    const { asked, coming, sureOf, sureOfComing } = way.revise(byRules);
    const named = [...byRules.industries, ...coming];
    const sureOfIndustry = (id: string): number =>
      sureOfComing(id) ??
      standing.sureOf(id) ??
      confidenceOf(confidences, groundOfIndustry(id, named));
    const sureOfCompetence = (id: string, ground: CompetenceGround): number =>
      sureOf(id) ?? confidenceOf(confidences, ground);
    return {
      spell,
      unknown,
      places: words.places,
      attached,
      mentions: words.mentions,
      industries: industriesOf(asked.needs, named),
      named,
      ancestry: byRules.ancestry,
      weighed: weighedIn(asked),
      stageOf,
      drafts: asked.needs,
      needs: shareOut(asked.needs, (industry, { competence, ground }) =>
        Math.min(sureOfIndustry(industry), sureOfCompetence(competence, ground)),
      ),
      sureOfIndustry,
      sureOfCompetence,
    };
  };
}
