import type { ProfessionalTitle } from "../model/expert.ts";
import type { SkillKey } from "../model/vocabulary.ts";
import type { Span, TagEvidence } from "./tagger.ts";

/** A skill that an expert's own words speak of. A person confirms it before it counts. */
export interface ProposedSkill extends SkillKey {
  /** 1-5 as in `HeldSkill`: a hint from title, years and the words of evidence beside it. */
  level: number;
  /** In (0, 1]: how sure the reading is. */
  confidence: number;
  /** The words that name it. */
  because: TagEvidence[];
  /** The words that speak for its level: 主持, 选育出, 二十余年. */
  shownBy: Span[];
}

/** What experts say of themselves, as far as it was understood. */
export interface Profile {
  /** The surest first, each skill once. */
  skills: ProposedSkill[];
  /** The highest professional title in the words, or null. */
  title: (Span & { title: ProfessionalTitle }) | null;
  /** Years of work in the words: 从事茶树育种二十余年; null when none are given. */
  years: (Span & { value: number }) | null;
  /** Why each industry and competence was read, and what the words refuse. */
  evidence: TagEvidence[];
  /** Words of substance that were not understood. */
  unknown: Span[];
}

/** Reads an expert's own words. Pure and total, like a `Tagger`. */
export type ProfileReader = (text: string) => Profile;
