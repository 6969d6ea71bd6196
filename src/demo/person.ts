import type { Location, ServiceMode } from "../domain/model/expert.ts";
import type { SkillKey } from "../domain/model/vocabulary.ts";
import type { County } from "../domain/places/place.ts";
import type { PersonName } from "./names.ts";
import type { Specialty } from "./tables.ts";
import type { Seat } from "./world.ts";

/** How good somebody is at a skill, and whether it is what they do or what they know besides. */
export interface KnownSkill extends SkillKey {
  level: number;
  core: boolean;
}

export interface PostingDraft {
  county: County;
  year: number;
  days: number;
  status: "active" | "completed";
}

/** A day or a few on site; those who go together have the same county and date. */
export interface Visit {
  county: County;
  date: string;
  year: number;
  days: number;
  mode: ServiceMode;
}

/** An invented expert in the making. */
export interface Person {
  index: number;
  id: string;
  name: PersonName;
  seat: Seat;
  /** Where the expert is based; null outside the province. */
  county: County | null;
  location: Location;
  specialty: Specialty;
  /** The main industry. */
  industry: string;
  /** 0 for junior to 3 for senior. */
  rank: number;
  careerYears: number;
  /** When the title was given. */
  titleYear: number;
  /** About normal, mean 0: how well the work is done. It shows in ratings and grades. */
  quality: number;
  /** Has not served yet. */
  newcomer: boolean;
  onDuty: boolean;
  modes: readonly ServiceMode[];
  travelRadiusKm: number;
  daysPerYear: number;
  known: readonly KnownSkill[];
  postings: PostingDraft[];
  visits: Visit[];
}
