import { z } from "zod";
import { refuseFaults } from "../input.ts";
import { PROFESSIONAL_TITLES } from "../model/expert.ts";
import { calledFor, nextCall } from "./called-for.ts";
import { type ObjectiveWeights, type TeamProblem, TeamRule } from "./problem.ts";

const Id = z.string().min(1).max(120);

/** The weights of a policy that an officer may change, and how far. */
export const CHANGEABLE_WEIGHTS = {
  quality: 20,
  travelPerKm: 1,
  loadPerPosting: 20,
  cohesion: 20,
  change: 20,
} as const satisfies Partial<Record<keyof ObjectiveWeights, number>>;
export type ChangeableWeight = keyof typeof CHANGEABLE_WEIGHTS;

export const WEIGHT_IDS = [
  "quality",
  "travelPerKm",
  "loadPerPosting",
  "cohesion",
  "change",
] as const;

/**
 * One thing an officer, or a repair, changes about a problem. A composition is its base problem
 * and a list of these, applied in order: undoing is leaving the last out.
 */
export const TeamChange = z.discriminatedUnion("kind", [
  /** Must be in the team. */
  z.strictObject({ kind: z.literal("pin"), id: Id }),
  z.strictObject({ kind: z.literal("unpin"), id: Id }),
  /** May not be in the team. */
  z.strictObject({ kind: z.literal("exclude"), id: Id }),
  z.strictObject({ kind: z.literal("admit"), id: Id }),
  /** `out` leaves and `in` must be in. */
  z.strictObject({ kind: z.literal("swap"), out: Id, in: Id }),
  /** These stay, whatever else changes. */
  z.strictObject({ kind: z.literal("lock"), ids: z.array(Id).min(1).max(200) }),
  /** How many members, in place of what the rules say. */
  z
    .strictObject({
      kind: z.literal("size"),
      min: z.int().min(1).max(200),
      max: z.int().min(1).max(200),
    })
    .refine(({ min, max }) => min <= max, {
      path: ["min"],
      error: "must not be above max",
      params: { zh: "不能大于 max" },
    }),
  /** How far all demands, or one, must be covered, in place of what was asked before; 0 asks nothing. */
  z.strictObject({
    kind: z.literal("coverage"),
    demand: Id.nullable().default(null),
    min: z.number().min(0).max(1),
  }),
  /** What a demand counts. */
  z.strictObject({
    kind: z.literal("demandWeight"),
    demand: Id,
    weight: z.number().min(0).max(1000),
  }),
  z.strictObject({
    kind: z.literal("policyWeight"),
    weight: z.enum(WEIGHT_IDS),
    value: z.number().min(0),
  }),
  /** Puts another rule of the same kind in the place of the one at `index`. */
  z.strictObject({ kind: z.literal("relax"), index: z.int().min(0), rule: TeamRule }),
  /** Lets the rule at `index` go. */
  z.strictObject({ kind: z.literal("lift"), index: z.int().min(0) }),
  z.strictObject({ kind: z.literal("addRule"), rule: TeamRule }),
  /** Frees days of somebody, e.g. from another team. */
  z.strictObject({ kind: z.literal("borrow"), id: Id, days: z.number().gt(0).max(366) }),
  /** A skill called for publicly: somebody with this title and fit is counted as found. */
  z.strictObject({
    kind: z.literal("call"),
    demand: Id.nullable(),
    title: z.enum(PROFESSIONAL_TITLES),
    tier: z.enum(["province", "prefecture", "county"]),
    fit: z.number().gt(0).max(1),
  }),
]);
export type TeamChange = z.infer<typeof TeamChange>;

/** The problem with all changes made, in order. Throws `invalid` for what cannot be changed. */
export function applyChanges(problem: TeamProblem, changes: readonly TeamChange[]): TeamProblem {
  return changes.reduce((changed, change, index) => applied(changed, change, index), problem);
}

function applied(problem: TeamProblem, change: TeamChange, index: number): TeamProblem {
  const refuse = (zh: string, en: string) => refuseFaults([{ field: `changes.${index}`, zh, en }]);
  switch (change.kind) {
    case "size":
    case "relax":
    case "lift":
    case "addRule":
    case "coverage":
      return ruled(problem, change, refuse);
    case "demandWeight":
    case "policyWeight":
      return weighed(problem, change, refuse);
    case "borrow":
    case "call":
      return widened(problem, change, refuse);
    default:
      return chosen(problem, change, refuse);
  }
}

type Refuse = (zh: string, en: string) => never;
type ChangeOf<Kind extends TeamChange["kind"]> = Extract<TeamChange, { kind: Kind }>;

const knownOr = (problem: TeamProblem, refuse: Refuse) => (id: string) =>
  problem.candidates.some((candidate) => candidate.id === id)
    ? id
    : refuse(`候选人中没有“${id}”`, `there is no candidate "${id}"`);

/** Who must be in the team, and who may not. */
function chosen(
  problem: TeamProblem,
  change: ChangeOf<"pin" | "unpin" | "exclude" | "admit" | "swap" | "lock">,
  refuse: Refuse,
): TeamProblem {
  const known = knownOr(problem, refuse);
  const without = (list: readonly string[], id: string) => list.filter((one) => one !== id);
  switch (change.kind) {
    case "pin":
      return pinned(problem, [known(change.id)]);
    case "lock":
      return pinned(problem, change.ids.map(known));
    case "unpin":
      return { ...problem, pins: without(problem.pins, known(change.id)) };
    case "exclude":
      return excluded(problem, known(change.id));
    case "admit":
      return { ...problem, excludes: without(problem.excludes, known(change.id)) };
    case "swap":
      return pinned(excluded(problem, known(change.out)), [known(change.in)]);
  }
}

function ruled(
  problem: TeamProblem,
  change: ChangeOf<"size" | "relax" | "lift" | "addRule" | "coverage">,
  refuse: Refuse,
): TeamProblem {
  switch (change.kind) {
    case "size":
      return { ...problem, rules: resized(problem.rules, change) };
    case "addRule":
      return { ...problem, rules: [...problem.rules, change.rule] };
    case "coverage":
      return { ...problem, rules: askedAnew(problem, change, refuse) };
    case "lift":
    case "relax": {
      const { index } = change;
      const rule = problem.rules[index];
      if (!rule)
        return refuse(
          `没有第 ${index + 1} 条规则（index ${index}）`,
          `there is no rule ${index + 1} (index ${index})`,
        );
      if (change.kind === "lift") return { ...problem, rules: problem.rules.toSpliced(index, 1) };
      if (rule.id !== change.rule.id) {
        return refuse(
          `第 ${index + 1} 条规则是“${rule.id}”，不能换成“${change.rule.id}”`,
          `rule ${index + 1} is "${rule.id}" and cannot become "${change.rule.id}"`,
        );
      }
      return { ...problem, rules: problem.rules.with(index, change.rule) };
    }
  }
}

/** In the place of the first rule about the size, so that all others keep their places. */
function resized(rules: readonly TeamRule[], { min, max }: ChangeOf<"size">): TeamRule[] {
  const size: TeamRule = { id: "size", min, max };
  const place = rules.findIndex(({ id }) => id === "size");
  return place < 0 ? [...rules, size] : rules.map((rule) => (rule.id === "size" ? size : rule));
}

function askedAnew(
  { rules, demands }: TeamProblem,
  { demand, min }: ChangeOf<"coverage">,
  refuse: Refuse,
): TeamRule[] {
  if (demand !== null && !demands.some(({ id }) => id === demand)) {
    return refuse(`没有需求“${demand}”`, `there is no demand "${demand}"`);
  }
  const rule: TeamRule = { id: "coverageMin", ...(demand === null ? {} : { demand }), min };
  const isSame = (one: TeamRule) => one.id === "coverageMin" && (one.demand ?? null) === demand;
  const place = rules.findIndex(isSame);
  if (min === 0) return rules.filter((one) => !isSame(one));
  return place < 0 ? [...rules, rule] : rules.with(place, rule);
}

function weighed(
  problem: TeamProblem,
  change: ChangeOf<"demandWeight" | "policyWeight">,
  refuse: Refuse,
): TeamProblem {
  if (change.kind === "policyWeight") {
    const most = CHANGEABLE_WEIGHTS[change.weight];
    if (change.value > most) {
      return refuse(`这项权重最大为 ${most}`, `this weight is at most ${most}`);
    }
    return { ...problem, policy: { ...problem.policy, [change.weight]: change.value } };
  }
  if (!problem.demands.some(({ id }) => id === change.demand)) {
    return refuse(`没有需求“${change.demand}”`, `there is no demand "${change.demand}"`);
  }
  return {
    ...problem,
    demands: problem.demands.map((demand) =>
      demand.id === change.demand ? { ...demand, weight: change.weight } : demand,
    ),
  };
}

/** More days of somebody, or somebody more. */
function widened(
  problem: TeamProblem,
  change: ChangeOf<"borrow" | "call">,
  refuse: Refuse,
): TeamProblem {
  if (change.kind === "call") {
    const { demand } = change;
    const { candidates } = problem;
    if (demand !== null && !problem.demands.some(({ id }) => id === demand)) {
      return refuse(`没有需求“${demand}”`, `there is no demand "${demand}"`);
    }
    return { ...problem, candidates: [...candidates, calledFor(change, nextCall(candidates))] };
  }
  const borrowed = knownOr(problem, refuse)(change.id);
  return {
    ...problem,
    candidates: problem.candidates.map((candidate) =>
      candidate.id === borrowed
        ? { ...candidate, freeDays: candidate.freeDays + change.days }
        : candidate,
    ),
  };
}

const pinned = (problem: TeamProblem, ids: readonly string[]): TeamProblem => ({
  ...problem,
  pins: [...new Set([...problem.pins, ...ids])],
  excludes: problem.excludes.filter((id) => !ids.includes(id)),
});

const excluded = (problem: TeamProblem, id: string): TeamProblem => ({
  ...problem,
  excludes: [...new Set([...problem.excludes, id])],
  pins: problem.pins.filter((pin) => pin !== id),
});
