import type { Fault } from "../error.ts";
import { faultsOf, refuseFaults } from "../input.ts";
import {
  MOST_CANDIDATES,
  MOST_DEMANDS,
  MOST_PAIRS,
  MOST_RULES,
  TeamProblem,
  type TeamRule,
} from "./problem.ts";

/** Faults that are named; a file may hold thousands. */
const NAMED = 20;

/**
 * Reads a problem of the format `ketepai-team-problem`, version 1.
 *
 * Throws `invalid` with the path of every fault (at most 20 are named), also of those that show
 * only when values stand beside each other: ids that come twice or are unknown, a person pinned
 * and excluded, a pair given twice, more pins than seats.
 */
export function readProblem(input: unknown): TeamProblem {
  refuseWhen(sizeFaults(input));
  const { success, data: problem, error } = TeamProblem.safeParse(input);
  if (!success) return refuseFaults(faultsOf(error).slice(0, NAMED));
  refuseWhen([
    ...lostFaults(input),
    ...idFaults(problem),
    ...pairFaults(problem),
    ...choiceFaults(problem),
  ]);
  return problem;
}

const refuseWhen = (faults: readonly Fault[]): void => {
  if (faults.length > 0) refuseFaults(faults.slice(0, NAMED));
};

const MOST = {
  candidates: MOST_CANDIDATES,
  demands: MOST_DEMANDS,
  pairs: MOST_PAIRS,
  rules: MOST_RULES,
} as const;

/** Lists that are too long are refused before their entries are looked at. */
function sizeFaults(input: unknown): Fault[] {
  const lists = fieldsOf(input);
  return Object.entries(MOST).flatMap(([field, most]) => {
    const list = lists[field];
    if (!Array.isArray(list) || list.length <= most) return [];
    return [
      {
        field,
        zh: `有 ${list.length} 项，最多 ${most} 项`,
        en: `holds ${list.length} entries, at most ${most} are allowed`,
      },
    ];
  });
}

/**
 * JSON may hold a field of this name, and the schema leaves it out of what it has read, since
 * writing it would change what the object is: it must not pass unseen.
 */
const LOST = "__proto__";

function lostFaults(input: unknown): Fault[] {
  const { candidates } = fieldsOf(input);
  if (!Array.isArray(candidates)) return [];
  return candidates.flatMap((candidate, index) =>
    Object.hasOwn(fieldsOf(fieldsOf(candidate)["covers"]), LOST)
      ? [unknown(`candidates.${index}.covers.${LOST}`, LOST)]
      : [],
  );
}

const fieldsOf = (value: unknown): Partial<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};

const twice = (field: string, id: string): Fault => ({
  field,
  zh: `“${id}”出现两次`,
  en: `"${id}" stands twice`,
});

const unknown = (field: string, id: string): Fault => ({
  field,
  zh: `没有“${id}”`,
  en: `there is no "${id}"`,
});

function idFaults({ candidates, demands }: TeamProblem): Fault[] {
  const demandIds = new Set(demands.map(({ id }) => id));
  return [
    ...repeated(demands, "demands"),
    ...repeated(candidates, "candidates"),
    ...candidates.flatMap(({ covers }, index) =>
      Object.keys(covers)
        .filter((demand) => !demandIds.has(demand))
        .map((demand) => unknown(`candidates.${index}.covers.${demand}`, demand)),
    ),
  ];
}

function repeated(list: readonly { id: string }[], field: string): Fault[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    if (seen.has(id)) return [twice(`${field}.${index}.id`, id)];
    seen.add(id);
    return [];
  });
}

function pairFaults({ candidates, pairs }: TeamProblem): Fault[] {
  const ids = new Set(candidates.map(({ id }) => id));
  const seen = new Set<string>();
  return pairs.flatMap((pair, index) => {
    const at = `pairs.${index}`;
    const missing = (["a", "b"] as const).filter((end) => !ids.has(pair[end]));
    if (missing.length > 0) return missing.map((end) => unknown(`${at}.${end}`, pair[end]));
    if (pair.a === pair.b) return [withOneself(at)];
    const key = [pair.a, pair.b].sort().join("\n");
    if (seen.has(key)) return [twice(at, `${pair.a}, ${pair.b}`)];
    seen.add(key);
    return [];
  });
}

const withOneself = (field: string): Fault => ({
  field,
  zh: "两个人不能是同一个人",
  en: "must name two people",
});

function choiceFaults(problem: TeamProblem): Fault[] {
  const ids = new Set(problem.candidates.map(({ id }) => id));
  const demands = new Set(problem.demands.map(({ id }) => id));
  const excluded = new Set(problem.excludes);
  const lists = { current: problem.current ?? [], pins: problem.pins, excludes: problem.excludes };
  return [
    ...Object.entries(lists).flatMap(([field, list]) =>
      list.flatMap((id, index) => (ids.has(id) ? [] : [unknown(`${field}.${index}`, id)])),
    ),
    ...problem.pins.flatMap((id, index) =>
      excluded.has(id)
        ? [
            {
              field: `pins.${index}`,
              zh: `“${id}”既必须入选又被排除：请去掉其中一项`,
              en: `"${id}" is pinned and excluded: take one of the two back`,
            },
          ]
        : [],
    ),
    ...problem.rules.flatMap((rule, index) =>
      ruleFaults(rule, `rules.${index}`, { people: ids, demands }),
    ),
    ...seatFaults(problem),
    ...weightFaults(problem),
  ];
}

/** What rules may name. */
interface Named {
  people: ReadonlySet<string>;
  demands: ReadonlySet<string>;
}

function ruleFaults(rule: TeamRule, at: string, { people, demands }: Named): Fault[] {
  switch (rule.id) {
    case "size":
      return rangeFaults(rule.min, rule.max, `${at}.min`);
    case "tierShare":
      return rangeFaults(rule.minShare, rule.maxShare, `${at}.minShare`);
    case "demandMin":
      return demands.has(rule.demand) ? [] : [unknown(`${at}.demand`, rule.demand)];
    case "coverageMin":
      return rule.demand === undefined || demands.has(rule.demand)
        ? []
        : [unknown(`${at}.demand`, rule.demand)];
    case "blockedPair": {
      if (rule.a === rule.b) return [withOneself(at)];
      return [rule.a, rule.b].filter((id) => !people.has(id)).map((id) => unknown(at, id));
    }
    default:
      return [];
  }
}

function rangeFaults(least: number | undefined, most: number | undefined, field: string): Fault[] {
  if (least === undefined && most === undefined) {
    return [{ field, zh: "下限和上限至少要给一个", en: "give a least or a most" }];
  }
  if ((least ?? 0) <= (most ?? Number.POSITIVE_INFINITY)) return [];
  return [{ field, zh: `下限 ${least} 大于上限 ${most}`, en: `${least} is more than ${most}` }];
}

function seatFaults({ pins, rules }: TeamProblem): Fault[] {
  const seats = Math.min(
    ...rules.map((rule) => (rule.id === "size" ? rule.max : undefined) ?? Number.POSITIVE_INFINITY),
  );
  const pinned = new Set(pins).size;
  if (pinned <= seats) return [];
  return [
    {
      field: "pins",
      zh: `必须入选的有 ${pinned} 人，只有 ${seats} 个名额`,
      en: `${pinned} people are pinned for ${seats} seats`,
    },
  ];
}

/** Demands that all weigh nothing leave nothing to choose by. */
function weightFaults({ demands }: TeamProblem): Fault[] {
  if (demands.length === 0 || demands.some(({ weight }) => weight > 0)) return [];
  return [{ field: "demands", zh: "权重不能全部为零", en: "the weights must not all be zero" }];
}
