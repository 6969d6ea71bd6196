import {
  type CandidateDesk,
  type CandidateSetting,
  candidateDesk,
  candidateOf,
  candidateRefusals,
  pairsAmong,
} from "./candidates.ts";
import { withDemandNames } from "./demand-names.ts";
import type { TeamPreset } from "./preset.ts";
import type { TeamProblem } from "./problem.ts";
import type { CoWorked, RosterPerson } from "./roster.ts";

/** What a county's team is composed from. */
export interface ProblemSources {
  /** The county as it is called. */
  name: string;
  preset: TeamPreset;
  setting: CandidateSetting;
  people: readonly RosterPerson[];
  coWork: readonly CoWorked[];
  /** Ids of today's members; those who are no candidates any more are left out. */
  current: readonly string[];
}

export interface BuiltProblem {
  problem: TeamProblem;
  /** To ask why somebody is no candidate, and what somebody is as one. */
  desk: CandidateDesk;
}

/**
 * The problem of a county's team: everybody of the province who may be sent there is a candidate,
 * whatever they are worth.
 */
export function buildProblem(sources: ProblemSources): BuiltProblem {
  const { name, preset, setting, people, coWork, current } = sources;
  const desk = candidateDesk(setting);
  const candidates = people
    .filter((person) => candidateRefusals(desk, person).length === 0)
    .map((person) => candidateOf(desk, person));
  const ids = new Set(candidates.map(({ id }) => id));
  const staying = current.filter((id) => ids.has(id));
  return {
    desk,
    problem: withDemandNames(setting.rules.vocabulary, {
      format: "ketepai-team-problem",
      version: 1,
      name,
      preset: preset.id,
      county: setting.place.county,
      demands: setting.demands.map(({ id, industry, stage, competence, weight }) => ({
        id,
        industry,
        stage,
        competence,
        weight,
      })),
      candidates,
      pairs: pairsAmong(setting.policy, coWork, { ids, year: setting.place.year }),
      policy: setting.policy.objective,
      ...(staying.length > 0 ? { current: staying } : {}),
      rules: preset.rules,
      pins: [],
      excludes: [],
    }),
  };
}
