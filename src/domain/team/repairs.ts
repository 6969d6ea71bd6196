import type { Sentence } from "../error.ts";
import { searchWhole } from "../optimisation/search-whole.ts";
import type { Repair } from "./answer.ts";
import { applyChanges, type TeamChange } from "./change.ts";
import { changeSentence } from "./change-sentence.ts";
import { coverageRules, coverageShare } from "./coverage.ts";
import { type IndexedProblem, indexed } from "./indexed.ts";
import type { TeamProblem } from "./problem.ts";
import { type FinderHow, type FoundRepair, repairFinder, SECONDS } from "./repair-finder.ts";
import { NOTHING_RULED_OUT } from "./repair-parts.ts";
import { repairProgram } from "./repair-program.ts";
import { percent, percentDown } from "./rule-sentences.ts";
import { searchTeam } from "./search-team.ts";

export interface RepairHow extends FinderHow {
  /** How many to find. */
  count: number;
}

export interface Repairs {
  /** The one that asks least first. */
  repairs: Repair[];
  /** Why no change suffices; null when one does or nothing is known. */
  unmendable: Sentence | null;
}

/**
 * The smallest changes that make a team possible, or one that covers what is asked, the one that
 * asks least first.
 *
 * Each is found as the cheapest set of switches under which some team keeps all rules, without the
 * sets found before: so no part of it suffices, and each amount is the least for that set. The
 * changed problem is then composed anew, which proves that they suffice and tells what they bring.
 */
export function repairsOf(problem: IndexedProblem, how: RepairHow): Repairs {
  return repairer(problem, how).upTo(how.count);
}

/** Looks for repairs bit by bit. */
export interface Repairer {
  /** Those found before, and further ones until there are so many. */
  upTo: (count: number) => Repairs;
}

export function repairer(problem: IndexedProblem, how: FinderHow): Repairer {
  const finder = repairFinder(problem, how);
  const repairs: Repair[] = [];
  let isOver = problem.problem.candidates.length === 0;
  let gap: Sentence | null = null;
  const lookOnce = () => {
    const next = finder.next();
    isOver = next === null;
    // What is found may turn out not to suffice: the rounding of the engine is not exact.
    const repair = next && proven(problem.problem, { changes: changesOf(next), found: next, how });
    if (repair) repairs.push(repair);
  };
  return {
    upTo: (count) => {
      for (let look = 0; look < 2 * count && repairs.length < count && !isOver; look += 1) {
        lookOnce();
      }
      if (repairs.length === 0 && !how.shouldStop()) gap ??= gapLeft(problem, how);
      return { repairs: [...repairs], unmendable: gap };
    },
  };
}

/** What is left when everything gives way, everybody is borrowed and every call finds somebody. */
function gapLeft(problem: IndexedProblem, { engine, shouldStop }: FinderHow): Sentence | null {
  const asked = coverageRules(problem.problem);
  if (asked.length === 0 || problem.problem.candidates.length === 0) return unmendable(problem);
  const { program, deciding } = repairProgram(problem, {
    ...{ goal: "closest", ceiling: Number.POSITIVE_INFINITY },
    ...{ without: NOTHING_RULED_OUT, scope: "several" },
    among: [...problem.problem.candidates.keys()],
  });
  const how = { deciding, seconds: SECONDS, shouldStop };
  const { status, bound } = searchWhole(engine, program, how);
  const missing = -bound;
  if (status !== "optimal" || missing <= LEAST_GAP) return null;
  const points = Math.round(missing * 10_000) / 100;
  const [only, ...others] = asked;
  if (!only || others.length > 0) {
    return {
      zh: `无论放宽哪些规则、借调谁、公开征集哪些专家，要求的覆盖合计仍差 ${points} 个百分点。`,
      en: `Whatever rules give way, whoever is borrowed or called for, the coverages asked for stay ${points} percentage points short in all.`,
    };
  }
  const best = percentDown(only.min - missing);
  return {
    zh: `无论放宽哪些规则、借调谁、公开征集哪些专家，覆盖最高只能到 ${best}，离要求的 ${percent(only.min)} 仍差 ${points} 个百分点。`,
    en: `Whatever rules give way, whoever is borrowed or called for, at most ${best} can be covered: ${points} percentage points short of the ${percent(only.min)} asked for.`,
  };
}

/** Less is the noise of the engine. */
const LEAST_GAP = 1e-6;

/** The changes of the chosen switches, rules from the last to the first: lifting one moves none. */
function changesOf({ chosen, team }: FoundRepair): TeamChange[] {
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

interface Draft {
  changes: TeamChange[];
  found: FoundRepair;
  how: FinderHow;
}

/** Composes the changed problem; null when the changes turn out not to suffice. */
function proven(problem: TeamProblem, { changes, found, how }: Draft): Repair | null {
  const { engine, shouldStop } = how;
  const changed = indexed(applyChanges(problem, changes));
  const { team, objective } = searchTeam(changed, { engine, shouldStop });
  if (!team) return null;
  const coverage = coverageShare(changed, team);
  const { cost, isCheapest } = found;
  return { changes, text: inWords(problem, changes), cost, isCheapest, objective, coverage };
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
