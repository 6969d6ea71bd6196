import { PROFESSIONAL_TITLES, type ProfessionalTitle, titleRank } from "../model/expert.ts";
import type { TeamChange } from "./change.ts";
import type { Candidate, RuleOf, TeamRule } from "./problem.ts";

/** What is asked of the coverage does not give way: repairs are there to reach it. */
export type YieldingRule = Exclude<TeamRule, { id: "coverageMin" }>;

const lower = (title: ProfessionalTitle, reached: number): ProfessionalTitle =>
  PROFESSIONAL_TITLES[Math.min(titleRank(title), reached)] ?? title;

/** The rule that this team just keeps, in place of the one it breaks. */
export function relaxation(
  rule: YieldingRule,
  index: number,
  team: readonly Candidate[],
): TeamChange {
  const relaxed = relaxedRule(rule, team);
  return relaxed ? { kind: "relax", index, rule: relaxed } : { kind: "lift", index };
}

/** How many of a team count, and the share of the team that they are. */
interface Counting {
  team: readonly Candidate[];
  count: (counts: (member: Candidate) => boolean) => number;
  share: (counts: (member: Candidate) => boolean) => number;
  institutions: ReadonlySet<string>;
}

/** Null when nothing is left of the rule. */
function relaxedRule(rule: YieldingRule, team: readonly Candidate[]): TeamRule | null {
  const count = (counts: (member: Candidate) => boolean) => team.filter(counts).length;
  const counting: Counting = {
    team,
    count,
    share: (counts) => count(counts) / team.length,
    institutions: new Set(team.map(({ institution }) => institution)),
  };
  switch (rule.id) {
    case "title":
    case "tierShare":
    case "outside":
      return relaxedShare(rule, counting);
    case "demandMin": {
      const reached = count(({ covers }) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast);
      return reached === 0 ? null : { ...rule, min: Math.min(rule.min, reached) };
    }
    case "blockedPair":
      return null;
    default:
      return relaxedBound(rule, counting);
  }
}

function relaxedShare(
  rule: RuleOf<"title" | "tierShare" | "outside">,
  { team, share }: Counting,
): TeamRule | null {
  switch (rule.id) {
    case "title": {
      const reached = share(({ title }) => titleRank(title) >= titleRank(rule.minTitle));
      return reached === 0 ? null : { ...rule, minShare: Math.min(rule.minShare, reached) };
    }
    case "tierShare": {
      const there = share(({ tier }) => rule.tiers.includes(tier));
      return {
        ...rule,
        ...(rule.minShare === undefined ? {} : { minShare: Math.min(rule.minShare, there) }),
        ...(rule.maxShare === undefined ? {} : { maxShare: Math.max(rule.maxShare, there) }),
      };
    }
    case "outside": {
      const titles = team
        .filter(({ tier }) => tier === "outside")
        .map(({ title }) => titleRank(title));
      return {
        ...rule,
        maxShare: Math.max(rule.maxShare, titles.length / team.length),
        minTitle: lower(rule.minTitle, Math.min(...titles, titleRank(rule.minTitle))),
      };
    }
  }
}

function relaxedBound(
  rule: RuleOf<"size" | "leader" | "institutionMax" | "institutionsMin" | "freeDays">,
  { team, count, institutions }: Counting,
): TeamRule {
  switch (rule.id) {
    case "size":
      return {
        ...rule,
        ...(rule.min === undefined ? {} : { min: Math.min(rule.min, team.length) }),
        ...(rule.max === undefined ? {} : { max: Math.max(rule.max, team.length) }),
      };
    case "leader":
      return {
        ...rule,
        minTitle: lower(rule.minTitle, Math.max(...team.map(({ title }) => titleRank(title)))),
      };
    case "institutionMax": {
      const counts = [...institutions].map((one) =>
        count(({ institution }) => institution === one),
      );
      return { ...rule, max: Math.max(rule.max, ...counts) };
    }
    case "institutionsMin":
      return { ...rule, min: Math.min(rule.min, institutions.size) };
    case "freeDays":
      return { ...rule, min: Math.min(rule.min, ...team.map(({ freeDays }) => freeDays)) };
  }
}
