import type { EvidenceKind, ServiceMode } from "../domain/model/expert.ts";
import type { SkillKey } from "../domain/model/vocabulary.ts";

/** An id with how much of it there is. */
export interface Share {
  id: string;
  weight: number;
}

export type InstitutionLevel = "province" | "prefecture" | "county" | "outside";

/** What kind of house it is decides what its people write and which titles they bear. */
export const TRADES = ["university", "institute", "extension"] as const;
export type Trade = (typeof TRADES)[number];

export interface InstitutionRow {
  id: string;
  level: InstitutionLevel;
  trade: Trade;
  name: string;
  initials: string;
  /** Code of the county it is seated in; null outside the province. */
  county: string | null;
  /** Outside the province only: inside, the county says it. */
  outside: { city: string; latitude: number; longitude: number } | null;
  /** Its share of the invented experts. */
  weight: number;
  /** Industries and competences its people work on. */
  profile: readonly Share[];
}

/** The branches of professional titles. */
export const FAMILIES = [
  "agronomy",
  "forestry",
  "animal",
  "veterinary",
  "fishery",
  "food",
  "pharmacy",
  "economics",
  "engineering",
] as const;
export type Family = (typeof FAMILIES)[number];

/** What an expert works on. */
export interface Specialty {
  id: string;
  weight: number;
  zh: string;
  family: Family;
  /** Main industries. */
  industries: readonly Share[];
  /** What such a person may know besides. */
  also: readonly string[];
  core: readonly Share[];
  extra: readonly string[];
}

/** How an industry is spoken of. */
export interface Crop {
  word: string;
  /** Local varieties or breeds. */
  varieties: readonly string[];
  /** The stem of an invented variety's name; "" when new varieties are not named. */
  stem: string;
}

export interface EvidenceText {
  kind: EvidenceKind;
  /** Competences it fits; empty for all. */
  competences: readonly string[];
  /** Whether it suits what is about people and markets or about technique; null for both. */
  scope: "technical" | "social" | null;
  text: string;
}

export interface SummaryText {
  competences: readonly string[];
  text: string;
}

export interface AboutText {
  newcomer: "yes" | "no" | "any";
  mode: ServiceMode | null;
  text: string;
}

/** What a need's text asks for; `industry` null stands for the industry chosen for the text. */
export interface AskShare {
  industry: string | null;
  competence: string;
  /** In (0, 1]; the shares of a text sum to 1. */
  weight: number;
  level: number;
}

export type Speaker = "farmer" | "cooperative" | "clerk" | "official" | "company";

export interface NeedText {
  /** Industries the sentence fits. */
  industries: readonly string[];
  asks: readonly AskShare[];
  speaker: Speaker;
  urgent: boolean;
  allowsRemote: boolean;
  days: number;
  /** First and last month in which it may be written, 1-12. */
  months: readonly [number, number];
  text: string;
}

interface Surname {
  text: string;
  pinyin: string;
  weight: number;
}

export type Style = "male" | "female";

/** A character of a given name: first or second of two, or a whole name. */
export interface GivenName {
  style: Style;
  position: "first" | "second" | "single";
  text: string;
  pinyin: string;
}

/** What the invented part of the province is made from. */
export interface DemoTables {
  institutions: readonly InstitutionRow[];
  specialties: readonly Specialty[];
  /** By industry. */
  crops: ReadonlyMap<string, Crop>;
  /** Noun phrases by `topicKey`. */
  topics: ReadonlyMap<string, readonly string[]>;
  /** Where a competence makes sense: industries and whatever is narrower; everywhere when not listed. */
  scopes: ReadonlyMap<string, readonly string[]>;
  evidence: readonly EvidenceText[];
  summaries: readonly SummaryText[];
  about: readonly AboutText[];
  needs: readonly NeedText[];
  /** Names of the four titles from junior to senior, by `rankKey`. */
  ranks: ReadonlyMap<string, readonly string[]>;
  surnames: readonly Surname[];
  givenNames: readonly GivenName[];
  reservedNames: ReadonlySet<string>;
}

/** Key of `DemoTables.topics`; the industry "" stands for all. */
export const topicKey = ({ industry, competence }: SkillKey): string => `${industry}/${competence}`;

/** Key of `DemoTables.ranks`; in universities and institutes the branch does not matter. */
export const rankKey = (trade: Trade, family: Family): string =>
  trade === "extension" ? `${trade}/${family}` : trade;
