import type { HeldSkill, Location, ProfessionalTitle, ServiceMode } from "../model/expert.ts";
import type { SkillKey } from "../model/vocabulary.ts";

/** A skill that is asked for. The weights of one request sum to 1. */
export interface AskedSkill extends SkillKey {
  /** In (0, 1]. */
  weight: number;
  /** Asked level, 1-5. */
  level: number;
}

/** What is asked of whom, for where: all that a ranking depends on besides the experts. */
export interface MatchRequest {
  asked: readonly AskedSkill[];
  /** Six-digit code of the county that needs help, and its centre. */
  county: string;
  location: Location;
  /** Calendar year of the service. */
  year: number;
  /** Days asked for in that year, >= 1. */
  days: number;
  /** True when the help may be given from afar. */
  allowsRemote: boolean;
  /** The lowest title the seat allows; null when any will do. */
  minimumTitle: ProfessionalTitle | null;
}

/** All that a score depends on of one expert, with regard to one county and one year. */
export interface ExpertFacts {
  id: string;
  title: ProfessionalTitle;
  onDuty: boolean;
  serviceModes: readonly ServiceMode[];
  /** How far the expert travels, in km as the crow flies from `location`. */
  travelRadiusKm: number;
  /** Days of service a year that the institution grants. */
  daysPerYear: number;
  /** Days of that year already given to current postings. */
  committedDays: number;
  /** Number of current postings. */
  currentPostings: number;
  /** Six-digit code of the county the expert is based in; null outside the province. */
  county: string | null;
  location: Location;
  /** Assessments and host satisfaction, each mapped to [0, 1]: how many, and their sum. */
  observations: { count: number; sum: number };
  /** The institution is paired with the county. */
  institutionPaired: boolean;
  /** The prefecture the institution is seated in is paired with the county. */
  prefecturePaired: boolean;
  /** Why the two may not be matched (a blocked pair); null when they may. */
  blocked: string | null;
  skills: readonly HeldSkill[];
}
