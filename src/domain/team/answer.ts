import type { Sentence } from "../error.ts";
import type { TeamChange } from "./change.ts";
import type { ObjectiveParts } from "./objective.ts";
import type { TeamRule } from "./problem.ts";
import type { RuleState } from "./rules.ts";

/** 团长, 副团长, 联络员 (speaks for the county), 团员. */
export const TEAM_ROLES = ["leader", "deputy", "coordinator", "member"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/**
 * How a search ended: proven best; a team whose gap to the bound is known; proven that there is
 * none; or stopped before either was known.
 */
export type TeamStatus = "optimal" | "feasible" | "infeasible" | "unknown";

export interface TeamMember {
  id: string;
  name?: string | undefined;
  role: TeamRole;
  /** Industry whose squad (分队) the member belongs to; null when none of the demands is covered. */
  squad: string | null;
  /** Whether the member leads the squad. */
  leadsSquad: boolean;
  /** What the team loses without the member: of its objective, and of the coverage in it. */
  adds: { objective: number; coverage: number };
}

export interface DemandCoverage {
  demand: string;
  weight: number;
  /** Share of the most that the demand could count with everybody perfect, in [0, 1]. */
  covered: number;
  /** Who covers it, best fit first. */
  by: { id: string; fit: number }[];
}

/** A change of rules or people that makes a team possible, or the coverage that is asked for. */
export interface Repair {
  changes: TeamChange[];
  text: Sentence;
  /** How much it asks for: repairs are ranked by it, the least first. */
  cost: number;
  /** Whether it is proven that no other asks for less, but for those before it. */
  isCheapest: boolean;
  /** Of the best team once the changes are made; null when it was not computed. */
  objective: number | null;
  /** Share of all demands that this team covers. */
  coverage: number | null;
}

/** What of the coverage that is asked for no team was found to reach. */
export interface Shortfall {
  /** Whether it is proven that no team under the rules reaches all of it. */
  proven: boolean;
  text: Sentence;
  coverages: {
    /** Null for all demands by their weights. */
    demand: string | null;
    asked: number;
    /** By the team that is answered: the best when nothing is asked of the coverage. */
    reached: number;
    /** By the team that covers most of this, as far as one was found. */
    reachable: number;
    /** No team covers more of this. */
    bound: number;
  }[];
}

/** One of the smallest set of rules that cannot hold together. */
export interface Clash {
  id: TeamRule["id"] | "pins" | "excludes";
  /** Place among the rules of the problem; absent for somebody pinned or excluded. */
  index?: number;
  text: Sentence;
}

/** Another team that differs, and how much less it is worth than the best: proven. */
export interface Alternative {
  objective: number;
  bound: number;
  /** Best objective less this one; never negative. */
  distance: number;
  /** False when the search for it was stopped before its proof. */
  proven: boolean;
  members: { id: string; role: TeamRole }[];
}

/** The best team without somebody. */
export interface Substitute {
  /** Who takes the place; null when only others could be found, or nobody. */
  id: string | null;
  objective: number;
  /** False when the search for it was stopped before its proof: a better one may exist. */
  proven: boolean;
  /** All who are in the team then and were not before. */
  joins: string[];
  /** All who are no longer in it. */
  leaves: string[];
}

/**
 * For a member by id; null when no team is possible without them. A member is left out whose
 * search was stopped before a team was found or proven impossible.
 */
export interface Substitutes {
  /** Everybody else stays. */
  kept: Substitute | null;
  /** The rest may change too. */
  reoptimised: Substitute | null;
}

export interface TeamAnswer {
  status: TeamStatus;
  objective: number | null;
  /** No team is worth more; null when there is none or nothing is known. */
  bound: number | null;
  /** (bound - objective) / |objective|; 0 when optimal; null without a team. */
  gap: number | null;
  parts: ObjectiveParts | null;
  members: TeamMember[];
  coverage: DemandCoverage[];
  rules: RuleState[];
  /** What is asked of the coverage and not reached by the team; null when all is. */
  shortfall: Shortfall | null;
  /**
   * Rules that cannot hold together; without any one of them the others of them can. The fewest such
   * rules where there are not too many alike. Empty when all hold, or none was found in time.
   */
  conflict: Clash[];
  /** Empty when a team was found that covers what is asked. */
  repairs: Repair[];
  /** What no change closes, when a repair is wanted and there is none; else null. */
  unmendable: Sentence | null;
  alternatives: Alternative[];
  /** False when the search was stopped before all that were asked for, or that there are no more, was known. */
  alternativesComplete: boolean;
  substitutes: Record<string, Substitutes>;
  /** What the proof took. */
  effort: { relaxations: number; people: number; ruledOut: number };
}
