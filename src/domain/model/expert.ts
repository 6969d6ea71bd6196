import type { SkillKey } from "./vocabulary.ts";

/** From junior (初级) to senior (正高). */
export const PROFESSIONAL_TITLES = ["junior", "intermediate", "associate", "senior"] as const;
export type ProfessionalTitle = (typeof PROFESSIONAL_TITLES)[number];

/** Place of a title on the way from junior (0) to senior (3). */
export const titleRank = (title: ProfessionalTitle): number => PROFESSIONAL_TITLES.indexOf(title);

/** 驻点, 巡回, 远程. */
export const SERVICE_MODES = ["resident", "circuit", "remote"] as const;
export type ServiceMode = (typeof SERVICE_MODES)[number];

/** What shows that somebody has a skill. */
export const EVIDENCE_KINDS = ["service", "variety", "patent", "paper", "title"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface Evidence {
  kind: EvidenceKind;
  /** Calendar year. */
  year: number;
  title: string;
}

/** 1 = can assist, 2 = works independently, 3 = trains others, 4 = regional lead, 5 = national authority. */
export interface HeldSkill extends SkillKey {
  level: number;
  evidence: readonly Evidence[];
}

/** WGS84 degrees. */
export interface Location {
  latitude: number;
  longitude: number;
}
