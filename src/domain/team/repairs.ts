import type { Sentence } from "../error.ts";
import type { LinearEngine } from "../optimisation/engine.ts";
import type { Repair } from "./answer.ts";
import { applyChanges, type TeamChange } from "./change.ts";
import { changeSentence } from "./change-sentence.ts";
import { type IndexedProblem, indexed } from "./indexed.ts";
import type { Candidate, TeamProblem } from "./problem.ts";
import { type RepairProgram, repairProgram, type Slot } from "./repair-program.ts";
import { searchTeam } from "./search-team.ts";

export interface RepairHow {
  engine: LinearEngine;
  /** How many to find. */
  count: number;
  shouldStop: () => boolean;
}

export interface Repairs {
  /** The one that asks least first. */
  repairs: Repair[];
  /** Why no change suffices; null when one does or nothing is known. */
  unmendable: Sentence | null;
}

/** A search for the next repair takes no longer than this. */
const SECONDS = 10;

/**
 * The smallest changes that make a team possible, the one that asks least first.
 *
 * Each is found as the cheapest set of switches under which some team keeps all rules, without the
 * sets found before: so no part of it suffices, and each amount is the least for that set. The
 * changed problem is then composed anew, which proves that they suffice and tells what they bring.
 */
export function repairsOf(problem: IndexedProblem, how: RepairHow): Repairs {
  if (problem.problem.candidates.length === 0) {
    return { repairs: [], unmendable: unmendable(problem) };
  }
  const elastic = repairProgram(problem);
  const repairs: Repair[] = [];
  // Some that are found may turn out not to suffice: the rounding of the engine is not exact.
  for (let search = 0; search < 2 * how.count && repairs.length < how.count; search += 1) {
    const next = nextRepair(elastic, how);
    if (!next) break;
    const repair = proven(problem.problem, { ...next, how });
    if (repair) repairs.push(repair);
  }
  const isHopeless = repairs.length === 0 && !how.shouldStop();
  return { repairs, unmendable: isHopeless ? unmendable(problem) : null };
}

interface Found {
  changes: TeamChange[];
  cost: number;
}

/** The cheapest repair that holds none of those before; null when there is none. */
function nextRepair(
  { program, slots, teamOf, ruleOut }: RepairProgram,
  { engine, shouldStop }: RepairHow,
): Found | null {
  if (shouldStop()) return null;
  const { values, status, bound } = engine.solveInteger(program(), {
    seconds: SECONDS,
    shouldStop,
  });
  if (!values || status !== "optimal") return null;
  const chosen = slots.filter(({ column }) => (values[column] ?? 0) > 0.5);
  if (chosen.length === 0) return null;
  ruleOut(chosen);
  return { changes: changesOf(chosen, teamOf(values)), cost: -bound };
}

/** The changes of the chosen switches, rules from the last to the first: lifting one moves none. */
function changesOf(chosen: readonly Slot[], team: readonly Candidate[]): TeamChange[] {
  const drafts = chosen.map(({ change }) => change(team));
  const borrowed = new Map(
    drafts.flatMap((change) =>
      change.kind === "borrow" ? [[change.id, change.days] as const] : [],
    ),
  );
  const asBorrowed = team.map((member) => ({
    ...member,
    freeDays: member.freeDays + (borrowed.get(member.id) ?? 0),
  }));
  const place = (change: TeamChange) =>
    change.kind === "relax" || change.kind === "lift" ? change.index : Number.POSITIVE_INFINITY;
  return chosen
    .map(({ change }) => change(asBorrowed))
    .sort((one, other) => place(other) - place(one) || 0);
}

interface Draft extends Found {
  how: RepairHow;
}

/** Composes the changed problem; null when the changes turn out not to suffice. */
function proven(problem: TeamProblem, { changes, cost, how }: Draft): Repair | null {
  const { engine, shouldStop } = how;
  const changed = indexed(applyChanges(problem, changes));
  const { team, objective } = searchTeam(changed, { engine, shouldStop });
  return team ? { changes, text: inWords(problem, changes), cost, objective } : null;
}

/** All changes in one sentence. */
function inWords(problem: TeamProblem, changes: readonly TeamChange[]): Sentence {
  const sentences = changes.map((change, place) =>
    changeSentence(applyChanges(problem, changes.slice(0, place)), change),
  );
  return {
    zh: sentences.map(({ zh }) => zh).join("，并"),
    en: sentences.map(({ en }) => en).join(", and "),
  };
}

function unmendable({ problem }: IndexedProblem): Sentence {
  const least = Math.max(
    1,
    ...problem.rules.map((rule) => (rule.id === "size" ? (rule.min ?? 1) : 1)),
  );
  const there = problem.candidates.length;
  const short = Math.max(0, least - there);
  return {
    zh: `候选人共 ${there} 人，至少需要 ${least} 人，差 ${short} 人：没有找到足够的调整办法，请先扩大候选范围。`,
    en: `There are ${there} candidates and ${least} are needed, ${short} short: no change was found that is enough, widen the circle of candidates first.`,
  };
}
