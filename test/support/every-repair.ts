import { PROFESSIONAL_TITLES, type ProfessionalTitle } from "../../src/domain/model/expert.ts";
import type { TeamChange } from "../../src/domain/team/change.ts";
import type { Candidate, TeamProblem, TeamRule } from "../../src/domain/team/problem.ts";
import { REPAIR_COSTS } from "../../src/domain/team/repair-costs.ts";
import { reachesCoverage } from "./every-team.ts";

/** A set of changes that makes some team possible, by what each is about, and the least it costs. */
export interface CheapRepair {
  about: string;
  cost: number;
}

const rank = (title: ProfessionalTitle) => PROFESSIONAL_TITLES.indexOf(title);

/**
 * Every smallest set of changes under which some team of a small problem keeps the rules, the
 * cheapest first: of each team, those called for among them, each way to let it be.
 */
export function everyRepair(problem: TeamProblem): CheapRepair[] {
  const cheapest = new Map<string, number>();
  for (const team of teamsOf(problem).filter((one) => coversEnough(problem, one))) {
    for (const ways of waysFor(problem, team)) {
      const about = ways
        .map(({ about: one }) => one)
        .sort()
        .join(" + ");
      const cost = ways.reduce((sum, one) => sum + one.cost, 0);
      cheapest.set(about, Math.min(cost, cheapest.get(about) ?? Number.POSITIVE_INFINITY));
    }
  }
  return minimal([...cheapest].map(([about, cost]) => ({ about, cost })));
}

/** What is asked of the coverage never gives way. */
const coversEnough = (problem: TeamProblem, team: readonly Candidate[]): boolean =>
  problem.rules.every((rule) => rule.id !== "coverageMin" || reachesCoverage(problem, rule, team));

type YieldingRule = Exclude<TeamRule, { id: "coverageMin" }>;

/** Without those that hold all of a cheaper one. */
function minimal(repairs: readonly CheapRepair[]): CheapRepair[] {
  const parts = (about: string) => about.split(" + ");
  const kept: CheapRepair[] = [];
  for (const repair of [...repairs].sort((one, other) => one.cost - other.cost)) {
    const own = parts(repair.about);
    const holdsAnother = kept.some(({ about }) => parts(about).every((one) => own.includes(one)));
    if (!holdsAnother) kept.push(repair);
  }
  return kept;
}

interface Way {
  about: string;
  cost: number;
}

interface Called extends Candidate {
  about?: string;
}

function teamsOf(problem: TeamProblem): Called[][] {
  const pool: Called[] = [...problem.candidates, ...callsOf(problem)];
  const teams: Called[][] = [];
  for (let subset = 1; subset < 2 ** pool.length; subset += 1) {
    teams.push(pool.filter((_, place) => (subset & (1 << place)) !== 0));
  }
  return teams;
}

function callsOf({ rules, demands }: TeamProblem): Called[] {
  const titles = rules.map((rule) =>
    rule.id === "leader" || rule.id === "title" ? rank(rule.minTitle) : 0,
  );
  const title = PROFESSIONAL_TITLES[Math.max(1, ...titles)] ?? "senior";
  const called = (about: string, covers: Record<string, number>): Called => ({
    id: about,
    about,
    title,
    tier: "province",
    institution: about,
    freeDays: 1e9,
    travelKm: 0,
    load: 0,
    quality: 0,
    covers,
  });
  const asked = demands.map(({ id, weight }) => ({
    id,
    fit: Math.max(0, ...rules.map((rule) => fitCalledFor(rule, id, weight))),
  }));
  return [
    ...asked
      .filter(({ fit }) => fit > 0)
      .flatMap(({ id, fit }) => [1, 2].map((copy) => called(`call ${id} ${copy}`, { [id]: fit }))),
    ...(rules.some(({ id }) => id === "leader") ? [called("call null 1", {})] : []),
  ];
}

/** How well somebody called for on a demand would have to fit it for a rule; 0 when it asks nobody. */
function fitCalledFor(rule: TeamRule, demand: string, weight: number): number {
  if (rule.id === "demandMin") return rule.demand === demand ? rule.fitAtLeast : 0;
  if (rule.id !== "coverageMin") return 0;
  return Number(rule.demand === undefined ? weight > 0 : rule.demand === demand);
}

/** Each set of changes that lets this team be. */
function waysFor(problem: TeamProblem, team: readonly Called[]): Way[][] {
  const ids = new Set(team.map(({ id }) => id));
  const fixed: Way[] = [
    ...team.flatMap(({ about }) => (about ? [{ about, cost: REPAIR_COSTS.call }] : [])),
    ...problem.pins
      .filter((id) => !ids.has(id))
      .map((id) => ({ about: `unpin ${id}`, cost: REPAIR_COSTS.unpin })),
    ...problem.excludes
      .filter((id) => ids.has(id))
      .map((id) => ({ about: `admit ${id}`, cost: REPAIR_COSTS.admit })),
    ...problem.rules.flatMap((rule, index) =>
      rule.id === "freeDays" || rule.id === "coverageMin"
        ? []
        : relaxing(rule, index, steps(rule, team)),
    ),
  ];
  return daysWays(problem, team).map((ways) => [...fixed, ...ways]);
}

/** Some of those short of days are borrowed, and each rule gives way as far as the others need. */
function daysWays({ rules }: TeamProblem, team: readonly Called[]): Way[][] {
  const most = Math.max(0, ...rules.map((rule) => (rule.id === "freeDays" ? rule.min : 0)));
  const short = team.filter(({ freeDays }) => freeDays < most);
  return Array.from({ length: 2 ** short.length }, (_, subset) => {
    const borrowed = short.filter((_member, place) => (subset & (1 << place)) !== 0);
    const others = team.filter((member) => !borrowed.includes(member));
    const lowered = rules.flatMap((rule, index) => {
      if (rule.id !== "freeDays") return [];
      const days = Math.max(0, ...others.map(({ freeDays }) => rule.min - freeDays));
      return relaxing(rule, index, days);
    });
    const { base, unit } = REPAIR_COSTS.borrow;
    return [
      ...borrowed.map(({ id, freeDays }) => ({
        about: `borrow ${id}`,
        cost: base + unit * (most - freeDays),
      })),
      ...lowered,
    ];
  });
}

function relaxing(rule: YieldingRule, index: number, by: number): Way[] {
  if (by <= 1e-9) return [];
  const { base, unit } = REPAIR_COSTS.rules[rule.id];
  return [{ about: `rule ${index}`, cost: base + unit * by }];
}

/** How far a rule would have to give way for a team. */
function steps(rule: YieldingRule, team: readonly Candidate[]): number {
  const size = team.length;
  const count = (counts: (member: Candidate) => boolean) => team.filter(counts).length;
  const institutions = new Set(team.map(({ institution }) => institution));
  switch (rule.id) {
    case "size":
      return Math.max(0, (rule.min ?? 0) - size, size - (rule.max ?? size));
    case "leader":
      return Math.max(0, rank(rule.minTitle) - Math.max(...team.map(({ title }) => rank(title))));
    case "title":
      return rule.minShare * size - count(({ title }) => rank(title) >= rank(rule.minTitle));
    case "tierShare": {
      const those = count(({ tier }) => rule.tiers.includes(tier));
      return Math.max((rule.minShare ?? 0) * size - those, those - (rule.maxShare ?? 1) * size);
    }
    case "outside":
      return outsideSteps(rule, team);
    case "institutionMax":
      return Math.max(
        0,
        ...[...institutions].map(
          (one) => count(({ institution }) => institution === one) - rule.max,
        ),
      );
    case "institutionsMin":
      return rule.min - institutions.size;
    case "demandMin":
      return rule.min - count(({ covers }) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast);
    case "blockedPair":
      return count(({ id }) => id === rule.a || id === rule.b) > 1 ? 1 : 0;
    case "freeDays":
      return 0;
  }
}

const TRIFLE = 1e-8;

/** A lower title from outside costs no more than the rule itself: told apart by a trifle. */
function outsideSteps(
  rule: Extract<TeamRule, { id: "outside" }>,
  team: readonly Candidate[],
): number {
  const outsiders = team.filter(({ tier }) => tier === "outside");
  const over = Math.max(0, outsiders.length - rule.maxShare * team.length);
  const isLower = outsiders.some(({ title }) => rank(title) < rank(rule.minTitle));
  return Math.max(over, isLower ? TRIFLE : 0);
}

/** What a change of the product is about, in the same words. */
export function aboutOf(change: TeamChange): string {
  switch (change.kind) {
    case "relax":
    case "lift":
      return `rule ${change.index}`;
    case "borrow":
    case "unpin":
    case "admit":
      return `${change.kind} ${change.id}`;
    case "call":
      return `call ${change.demand}`;
    default:
      return change.kind;
  }
}

/** The product does not tell the copies of one call apart. */
export const withoutCopies = (about: string): string => about.replace(/(call \S+) \d/g, "$1");
