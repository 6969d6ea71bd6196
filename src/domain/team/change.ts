import { z } from "zod";
import { refuseFaults } from "../input.ts";
import { PROFESSIONAL_TITLES } from "../model/expert.ts";
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

export const WEIGHT_NAMES = [
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
  z.strictObject({
    kind: z.literal("size"),
    min: z.int().min(1).max(200),
    max: z.int().min(1).max(200),
  }),
  /** What a demand counts. */
  z.strictObject({
    kind: z.literal("demandWeight"),
    demand: Id,
    weight: z.number().min(0).max(1000),
  }),
  z.strictObject({
    kind: z.literal("policyWeight"),
    weight: z.enum(WEIGHT_NAMES),
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
  const at = `changes.${index}`;
  const known = (id: string) => {
    if (problem.candidates.some((candidate) => candidate.id === id)) return id;
    return refuseFaults([
      { field: at, zh: `候选人中没有“${id}”`, en: `there is no candidate "${id}"` },
    ]);
  };
  const rules = (rule: number, replacement: readonly TeamRule[]) => {
    if (rule < problem.rules.length) return problem.rules.toSpliced(rule, 1, ...replacement);
    return refuseFaults([
      { field: at, zh: `没有第 ${rule} 条规则`, en: `there is no rule ${rule}` },
    ]);
  };
  switch (change.kind) {
    case "pin":
      return pinned(problem, [known(change.id)]);
    case "lock":
      return pinned(problem, change.ids.map(known));
    case "unpin":
      return { ...problem, pins: problem.pins.filter((id) => id !== change.id) };
    case "exclude":
      return excluded(problem, known(change.id));
    case "admit":
      return { ...problem, excludes: problem.excludes.filter((id) => id !== change.id) };
    case "swap":
      return pinned(excluded(problem, known(change.out)), [known(change.in)]);
    case "size":
      return {
        ...problem,
        rules: [
          {
            id: "size",
            min: Math.min(change.min, change.max),
            max: Math.max(change.min, change.max),
          },
          ...problem.rules.filter(({ id }) => id !== "size"),
        ],
      };
    case "demandWeight":
      return {
        ...problem,
        demands: problem.demands.map((demand) =>
          demand.id === change.demand ? { ...demand, weight: change.weight } : demand,
        ),
      };
    case "policyWeight":
      return {
        ...problem,
        policy: {
          ...problem.policy,
          [change.weight]: Math.min(change.value, CHANGEABLE_WEIGHTS[change.weight]),
        },
      };
    case "relax":
      return { ...problem, rules: rules(change.index, [change.rule]) };
    case "lift":
      return { ...problem, rules: rules(change.index, []) };
    case "addRule":
      return { ...problem, rules: [...problem.rules, change.rule] };
    case "borrow":
      return {
        ...problem,
        candidates: problem.candidates.map((candidate) =>
          candidate.id === change.id
            ? { ...candidate, freeDays: candidate.freeDays + change.days }
            : candidate,
        ),
      };
    case "call":
      return { ...problem, candidates: [...problem.candidates, calledFor(problem, change)] };
  }
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

/** Somebody who is not there yet: as good as asked for, from an institution of their own. */
function calledFor(
  { candidates }: TeamProblem,
  { demand, title, tier, fit }: Extract<TeamChange, { kind: "call" }>,
): TeamProblem["candidates"][number] {
  const id = `call-${candidates.filter((one) => one.id.startsWith("call-")).length + 1}`;
  return {
    id,
    name: "公开征集",
    title,
    tier,
    institution: id,
    freeDays: 366,
    travelKm: 0,
    load: 0,
    quality: 0,
    covers: demand === null ? {} : { [demand]: fit },
  };
}
