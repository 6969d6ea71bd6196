import type { Location, ProfessionalTitle, ServiceMode } from "../model/expert.ts";
import type { Tier } from "./problem.ts";

/** A held skill, and how strong its proof is. */
export interface RosterSkill {
  /** Id in the graph: see `skillId`. */
  skill: string;
  level: number;
  /** Of the best evidence, in [0, 1], in the year that is composed for. */
  strength: number;
}

/** All that is known of somebody whatever the county, but for what they are committed to. */
export interface RosterPerson {
  id: string;
  name: string;
  title: ProfessionalTitle;
  onDuty: boolean;
  serviceModes: readonly ServiceMode[];
  travelRadiusKm: number;
  daysPerYear: number;
  /** Six-digit code of the county the person is based in; null outside the province. */
  county: string | null;
  location: Location;
  institution: { id: string; name: string; tier: Tier } | null;
  /** Assessments and host satisfaction, each mapped to [0, 1]: how many, and their sum. */
  observations: { count: number; sum: number };
  skills: readonly RosterSkill[];
}

/** Two who worked together, and how often. */
export interface CoWorked {
  one: string;
  other: string;
  times: number;
  lastYear: number;
}

/** A place in a committed team that holds in the year that is composed for. */
export interface TeamSeat {
  expert: string;
  team: string;
  /** What people call the team. */
  name: string;
  /** Six-digit code of the county it serves. */
  county: string;
  /** Days of the year that it takes. */
  days: number;
}

/** What people are committed to in a year, by their ids. */
export interface Commitments {
  postings: ReadonlyMap<string, { count: number; days: number }>;
  seats: ReadonlyMap<string, readonly TeamSeat[]>;
}
