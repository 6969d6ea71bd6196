import { PROFESSIONAL_TITLES, titleRank } from "../model/expert.ts";
import { type LinearProgram, programBuilder, type Term } from "../optimisation/program.ts";
import { calledFor, nextCall } from "./called-for.ts";
import type { TeamChange } from "./change.ts";
import { askedDemands } from "./coverage.ts";
import type { IndexedProblem } from "./indexed.ts";
import type { Candidate, RuleOf, TeamRule } from "./problem.ts";
import { relaxation, type YieldingRule } from "./relaxation.ts";
import { REPAIR_COSTS } from "./repair-costs.ts";
import { addAskedCoverage } from "./repair-coverage.ts";
import {
  binary,
  costly,
  type Person,
  type RepairGoal,
  type Repairing,
  type RuledOut,
  type Slot,
  termOf,
} from "./repair-parts.ts";

/** Which few changes make a team possible, as a program: to be maximised at minus what they cost. */
export interface RepairProgram {
  program: LinearProgram;
  slots: readonly Slot[];
  /** Columns of the slots. */
  deciding: readonly number[];
  people: readonly Person[];
  /** Who is in the team of a point, those called for among them. */
  teamOf: (values: Float64Array) => Candidate[];
}

export interface RepairWish {
  goal: RepairGoal;
  /** What a repair may cost at most; Infinity for any. */
  ceiling: number;
  /** Places of those who may be chosen. */
  among: readonly number[];
  without: RuledOut;
  scope: RepairScope;
}

/** Repairs of a single change out of a lot, or of several changes at once. */
export type RepairScope = { lot: string } | "several";

/** How many people a call may find for each purpose. */
const CALLS_EACH = 2;

/**
 * Every rule, pin and exclusion with a switch that lets it give way, and by how much; people short
 * of days who may be borrowed; people who may be called for. Worth and co-work do not come into it:
 * a repair is about what is possible.
 */
export function repairProgram(
  problem: IndexedProblem,
  { goal, ceiling, among, without, scope }: RepairWish,
): RepairProgram {
  const builder = programBuilder();
  const people = among.flatMap((place): Person[] => {
    const candidate = problem.problem.candidates[place];
    if (!candidate) return [];
    const column = builder.column({ cost: 0, lower: 0, upper: 1, integral: true });
    return [{ candidate, column, place }];
  });
  const repairing: Repairing = {
    ...{ problem, goal, ceiling, builder, people },
    ...{ size: 0, slots: [], costs: [] },
  };
  addCalls(repairing);
  repairing.size = addSize(repairing);
  const short = addBorrowing(repairing);
  for (const [index, rule] of problem.problem.rules.entries()) {
    if (rule.id !== "coverageMin") addElasticRule(repairing, { rule, index, short });
  }
  addAskedCoverage(repairing);
  addChoices(repairing);
  ruleOut(repairing, without);
  if (goal === "cheapest") confine(repairing, scope);
  if (Number.isFinite(ceiling)) builder.row({ upper: ceiling }, repairing.costs);
  return {
    program: builder.build(),
    slots: repairing.slots,
    deciding: repairing.slots.map(({ column }) => column),
    people,
    teamOf: (values) =>
      people.filter(({ column }) => (values[column] ?? 0) > 0.5).map(({ candidate }) => candidate),
  };
}

/** What holds somebody who is not in the program cannot be found in it. */
function ruleOut({ builder, slots }: Repairing, { repairs, kinds }: RuledOut): void {
  const columns = new Map(slots.map(({ key, column }) => [key, column]));
  for (const repair of repairs) {
    const terms = repair.flatMap(({ key }): Term[] => {
      const column = columns.get(key);
      return column === undefined ? [] : [[column, 1]];
    });
    if (terms.length === repair.length) builder.row({ upper: terms.length - 1 }, terms);
  }
  forbid({ builder, slots }, ({ kind }) => kinds.has(kind));
}

/** How many changes there are is said outright: a relaxation would else make many of them in part. */
function confine({ builder, slots }: Repairing, scope: RepairScope): void {
  const isWithin = ({ lot }: Slot) => scope === "several" || lot === scope.lot;
  const terms = slots.filter(isWithin).map(({ column }): Term => [column, 1]);
  builder.row(scope === "several" ? { lower: 2 } : { lower: 1, upper: 1 }, terms);
  forbid({ builder, slots }, (slot) => !isWithin(slot));
}

function forbid(
  { builder, slots }: Pick<Repairing, "builder" | "slots">,
  isForbidden: (slot: Slot) => boolean,
): void {
  for (const slot of slots) {
    if (isForbidden(slot)) builder.row({ upper: 0 }, [[slot.column, 1]]);
  }
}

function addSize({ builder, people }: Repairing): number {
  const size = builder.column({ cost: 0, lower: 1, upper: people.length, integral: true });
  builder.row({ lower: 0, upper: 0 }, [...people.map(termOf), [size, -1]]);
  return size;
}

/** For each demand somebody is asked for, and for whoever must lead, people a call could find. */
function addCalls(repairing: Repairing): void {
  const { problem, people, slots, builder } = repairing;
  const { rules, candidates } = problem.problem;
  const title = PROFESSIONAL_TITLES[Math.max(1, ...rules.map(titleAsked))] ?? "senior";
  const leaders = rules.some(({ id }) => id === "leader") ? [{ demand: null, fit: 1 }] : [];
  const purposes = [
    ...[...calledDemands(problem)].flatMap(([demand, fit]) =>
      Array.from({ length: CALLS_EACH }, () => ({ demand, fit })),
    ),
    ...leaders,
  ];
  let before: { demand: string | null; column: number } | undefined;
  for (const [place, { demand, fit }] of purposes.entries()) {
    const column = binary(repairing, REPAIR_COSTS.call);
    // A second of a kind is called for beside the first: either alone is one and the same repair.
    if (before?.demand === demand) {
      builder.row({ upper: 0 }, [
        [column, 1],
        [before.column, -1],
      ]);
    }
    before = { demand, column };
    const change: TeamChange = { kind: "call", demand, title, tier: "province", fit };
    const candidate = calledFor(change, nextCall(candidates) + place);
    people.push({ column, place: null, candidate });
    const kind = `call ${demand}`;
    slots.push({ column, kind, lot: "call", key: `${kind} ${place}`, change: () => change });
  }
}

/** The fit to call for on each demand: as good as can be where its coverage is asked for. */
function calledDemands({ problem }: IndexedProblem): Map<string, number> {
  const fits = new Map<string, number>();
  for (const rule of problem.rules) {
    if (rule.id !== "demandMin") continue;
    fits.set(rule.demand, Math.max(rule.fitAtLeast, fits.get(rule.demand) ?? 0));
  }
  for (const place of askedDemands(problem)) fits.set(problem.demands[place]?.id ?? "", 1);
  return fits;
}

const titleAsked = (rule: TeamRule): number =>
  rule.id === "leader" || rule.id === "title" ? titleRank(rule.minTitle) : 0;

/** Switch of borrowing somebody who lacks days under some rule, by their place. */
function addBorrowing(repairing: Repairing): Map<number, number> {
  const { problem, slots } = repairing;
  const most = Math.max(
    0,
    ...problem.problem.rules.map((rule) => (rule.id === "freeDays" ? rule.min : 0)),
  );
  const columns = new Map<number, number>();
  for (const { candidate, place } of repairing.people) {
    const days = most - candidate.freeDays;
    if (place === null || days <= 0) continue;
    const { base, unit } = REPAIR_COSTS.borrow;
    const column = binary(repairing, base + unit * days);
    columns.set(place, column);
    slots.push({
      column,
      ...{ kind: "borrow", lot: "borrow" },
      key: `borrow ${candidate.id}`,
      change: () => ({ kind: "borrow", id: candidate.id, days }),
    });
  }
  return columns;
}

interface ElasticRule {
  rule: YieldingRule;
  index: number;
  /** Switches of borrowing people short of days, by place. */
  short: ReadonlyMap<number, number>;
}

/** A rule that gives way: `give` is how far, in people, institutions or days. */
function addElasticRule(repairing: Repairing, { rule, index, short }: ElasticRule): void {
  const { builder, people } = repairing;
  const { base, unit } = REPAIR_COSTS.rules[rule.id];
  const most = Math.min(mostGiven(rule, people.length), affordable(repairing, rule));
  const column = binary(repairing, base);
  const give = costly(repairing, {
    ...{ cost: unit, lower: 0, upper: most },
    integral: COUNTED.has(rule.id),
  });
  builder.row({ upper: 0 }, [
    [give, 1],
    [column, -most],
  ]);
  repairing.slots.push({
    column,
    ...{ kind: `rule ${index}`, lot: `rule ${index}` },
    key: `rule ${index} `,
    change: (team) => relaxation(rule, index, team),
  });
  const giving = { ...repairing, give, column, short };
  addElasticShare(giving, rule);
  addElasticCount(giving, rule);
}

/** Rules that give way by whole people, institutions or titles. */
const COUNTED: ReadonlySet<TeamRule["id"]> = new Set([
  "size",
  "leader",
  "institutionMax",
  "institutionsMin",
  "demandMin",
]);

const ROUNDING = 1e-9;

/** How far a rule can give way for what a repair may cost. */
function affordable({ ceiling }: Repairing, { id }: YieldingRule): number {
  const { base, unit } = REPAIR_COSTS.rules[id];
  const most = unit === 0 ? Number.POSITIVE_INFINITY : Math.max(0, ceiling - base) / unit;
  // HiGHS 1.15.3 may call a program infeasible where a whole number has a bound that is none.
  return COUNTED.has(id) ? Math.floor(most + ROUNDING) : most;
}

/** How far a rule can have to give way at most: there may be fewer people than it asks for. */
const mostGiven = (rule: TeamRule, people: number): number => {
  if (rule.id === "freeDays") return rule.min;
  return Math.max(people, "min" in rule ? (rule.min ?? 0) : 0);
};

interface Giving extends Repairing {
  /** How far the rule gives way. */
  give: number;
  /** Whether it does. */
  column: number;
  short: ReadonlyMap<number, number>;
}

const counting = ({ people }: Repairing, counts: (candidate: Candidate) => boolean): Term[] =>
  people.filter(({ candidate }) => counts(candidate)).map(termOf);

const atLeast = ({ builder, give }: Giving, terms: readonly Term[], least: number) =>
  builder.row({ lower: least }, [...terms, [give, 1]]);

const atMost = ({ builder, give }: Giving, terms: readonly Term[], limit: number) =>
  builder.row({ upper: limit }, [...terms, [give, -1]]);

/** Rules about the size, and about shares of it. */
function addElasticShare(giving: Giving, rule: TeamRule): void {
  const { size, people } = giving;
  switch (rule.id) {
    case "size":
      atLeast(giving, [[size, 1]], rule.min ?? 1);
      atMost(giving, [[size, 1]], rule.max ?? people.length);
      return;
    case "title": {
      const those = counting(giving, ({ title }) => titleRank(title) >= titleRank(rule.minTitle));
      atLeast(giving, [...those, [size, -rule.minShare]], 0);
      return;
    }
    case "tierShare": {
      const those = counting(giving, ({ tier }) => rule.tiers.includes(tier));
      atLeast(giving, [...those, [size, -(rule.minShare ?? 0)]], 0);
      atMost(giving, [...those, [size, -(rule.maxShare ?? 1)]], 0);
      return;
    }
    case "outside": {
      const those = counting(giving, ({ tier }) => tier === "outside");
      atMost(giving, [...those, [size, -rule.maxShare]], 0);
      addElasticOutsiders(giving, rule);
      return;
    }
    default:
  }
}

/** Rules that count, whatever the size. */
function addElasticCount(giving: Giving, rule: TeamRule): void {
  switch (rule.id) {
    case "leader":
      addElasticLeader(giving, rule);
      return;
    case "institutionMax":
      for (const terms of institutionsOf(giving.people).values()) atMost(giving, terms, rule.max);
      return;
    case "institutionsMin":
      atLeast(giving, presence(giving), rule.min);
      return;
    case "demandMin": {
      const reaching = ({ covers }: Candidate) => (covers[rule.demand] ?? 0) >= rule.fitAtLeast;
      atLeast(giving, counting(giving, reaching), rule.min);
      return;
    }
    case "freeDays":
      addElasticDays(giving, rule);
      return;
    case "blockedPair":
      giving.builder.row({ upper: 1 }, [
        ...counting(giving, ({ id }) => id === rule.a || id === rule.b),
        [giving.column, -1],
      ]);
      return;
    default:
  }
}

/** Who lacks days is there when they are borrowed, or when the rule asks for fewer. */
function addElasticDays(giving: Giving, rule: RuleOf<"freeDays">): void {
  for (const { candidate, place, column } of giving.people) {
    const days = rule.min - candidate.freeDays;
    if (days <= 0 || place === null) continue;
    const borrowed = giving.short.get(place);
    const lent = borrowed === undefined ? [] : [[borrowed, -days] as const];
    atMost(giving, [[column, days], ...lent], 0);
  }
}

/** Somebody of a lower title may lead, at a price for each step down. */
function addElasticLeader({ builder, people, give, column }: Giving, rule: RuleOf<"leader">): void {
  const asked = titleRank(rule.minTitle);
  const steps = Array.from({ length: asked }, (_, least): Term => {
    const step = builder.column({ cost: 0, lower: 0, upper: 1, integral: true });
    const reaching = people.filter(({ candidate }) => titleRank(candidate.title) >= least);
    builder.row({ upper: 0 }, [
      [step, 1],
      ...reaching.map(({ column: person }) => [person, -1] as const),
    ]);
    builder.row({ upper: 0 }, [
      [step, asked - least],
      [give, -1],
    ]);
    builder.row({ upper: 0 }, [
      [step, 1],
      [column, -1],
    ]);
    return [step, 1];
  });
  const reaching = people.filter(({ candidate }) => titleRank(candidate.title) >= asked);
  builder.row({ lower: 1 }, [...reaching.map(termOf), ...steps]);
}

/** People from outside of a lower title than asked are there only when the rule gives way. */
function addElasticOutsiders({ builder, people, column }: Giving, rule: RuleOf<"outside">): void {
  for (const { candidate, column: person } of people) {
    if (candidate.tier !== "outside" || titleRank(candidate.title) >= titleRank(rule.minTitle))
      continue;
    builder.row({ upper: 0 }, [
      [person, 1],
      [column, -1],
    ]);
  }
}

function institutionsOf(people: readonly Person[]): Map<string, Term[]> {
  const institutions = new Map<string, Term[]>();
  for (const person of people) {
    const { institution } = person.candidate;
    const terms = institutions.get(institution);
    if (terms) terms.push(termOf(person));
    else institutions.set(institution, [termOf(person)]);
  }
  return institutions;
}

/** A column for each institution that is there. */
const presence = ({ builder, people }: Repairing): Term[] =>
  [...institutionsOf(people).values()].map((terms): Term => {
    const column = builder.column({ cost: 0, lower: 0, upper: 1 });
    builder.row({ upper: 0 }, [[column, 1], ...terms.map(([one]) => [one, -1] as const)]);
    return [column, 1];
  });

/** Pins that may be lifted and exclusions that may be taken back. */
function addChoices(repairing: Repairing): void {
  const { problem, builder, people, slots } = repairing;
  const columns = new Map(people.map(({ candidate, column }) => [candidate.id, column]));
  const personOf = (id: string): Term[] => {
    const column = columns.get(id);
    return column === undefined ? [] : [[column, 1]];
  };
  for (const id of new Set(problem.problem.pins)) {
    const column = binary(repairing, REPAIR_COSTS.unpin);
    builder.row({ lower: 1 }, [...personOf(id), [column, 1]]);
    const change = (): TeamChange => ({ kind: "unpin", id });
    slots.push({ column, kind: "unpin", lot: "unpin", key: `unpin ${id}`, change });
  }
  for (const id of new Set(problem.problem.excludes)) {
    const column = binary(repairing, REPAIR_COSTS.admit);
    builder.row({ upper: 0 }, [...personOf(id), [column, -1]]);
    const change = (): TeamChange => ({ kind: "admit", id });
    slots.push({ column, kind: "admit", lot: "admit", key: `admit ${id}`, change });
  }
}
