import { z } from "zod";
import type { Fault } from "../../domain/error.ts";
import { refuseFaults } from "../../domain/input.ts";
import { isCalledFor } from "../../domain/team/called-for.ts";
import { candidateRefusals, candidateSentence } from "../../domain/team/candidates.ts";
import { applyChanges, TeamChange } from "../../domain/team/change.ts";
import type { ComposeRequest } from "../../domain/team/composer.ts";
import type { AskedDemand } from "../../domain/team/demand.ts";
import { keepsOut } from "../../domain/team/eligible.ts";
import type { TeamPreset } from "../../domain/team/preset.ts";
import type { TeamProblem } from "../../domain/team/problem.ts";
import { readProblem } from "../../domain/team/read-problem.ts";
import { wording } from "../../domain/team/rule-sentences.ts";
import { namedIn, renamed, wishFaults } from "../../domain/team/wishes.ts";
import { wholeNumber } from "../../domain/whole-number.ts";
import type { Context } from "../context.ts";
import { competenceOf, countyOf, expertIdOf, industryOf } from "./naming.ts";
import { presetOf } from "./presets.ts";
import {
  type CountyProblem,
  problemOfCounty,
  type TeamSources,
  teamSourcesOf,
} from "./team-sources.ts";

const MOST_CHANGES = 300;

/** Seconds a search may take. */
const TimeLimit = z.number().gt(0).max(600);

/** What is said of a skill in place of what the county grows and asks: weight 0 takes it out. */
export const AskedSkill = z.strictObject({
  /** Id or name. */
  industry: z.string().trim().min(1).max(50),
  competence: z.string().trim().min(1).max(50),
  weight: z.number().min(0).max(100),
});

/** Which team is to be composed. */
export const TeamAsked = z.object({
  /** Name or code. */
  county: z.string().trim().min(1).max(50),
  /** Id of a preset, "id@version" for a certain version of it. */
  preset: z.string().trim().min(1).max(80).default("hunan-county-team"),
  /** Applied in order; people may be named by id or by a name that only one bears. */
  changes: z.array(TeamChange).max(MOST_CHANGES).default([]),
  demands: z.array(AskedSkill).max(100).default([]),
  /** Share of all demands that is to be covered; of a single one it is asked by a change. */
  coverage: z.number().min(0).max(1).optional(),
  timeLimit: TimeLimit.default(10),
});

/** What is wanted beside the team itself. */
export const TeamExtras = z.object({
  alternatives: wholeNumber(0, 5).default(0),
  substitutes: z.boolean().default(false),
});

/** A problem with its changes made, ready to be solved. */
export interface AskedTeam extends CountyProblem {
  changes: readonly TeamChange[];
  /** With the changes made. */
  changed: TeamProblem;
}

/**
 * Reads what is asked. Throws `not_found` for a county, a preset, a person or a skill that nobody
 * knows, and `invalid` with the field of each fault: wishes that contradict each other, a pinned
 * person who is not eligible and by which rule, more pins than seats, nobody to choose from,
 * weights that are all zero.
 */
export async function askedTeam(
  context: Context,
  asking: z.infer<typeof TeamAsked>,
  sources?: TeamSources,
): Promise<AskedTeam> {
  const county = countyOf(context, asking.county);
  const preset = await presetOf(context, asking.preset);
  const asked = asking.demands.map(
    (demand): AskedDemand => ({
      industry: industryOf(context, demand.industry),
      competence: competenceOf(context, demand.competence),
      weight: demand.weight,
    }),
  );
  const built = await problemOfCounty(context, sources ?? (await teamSourcesOf(context)), {
    county,
    preset,
    asked,
  });
  const changes = await withIds(context, built, [
    ...coverageChange(asking.coverage),
    ...asking.changes,
  ]);
  refuse(wishFaults(changes));
  refuse(demandFaults(built, changes));
  refuse(ineligibleFaults(built, changes));
  if (built.demands.length === 0) refuse([NOTHING_ASKED]);
  if (built.problem.candidates.length === 0) refuse([NOBODY]);
  // Checked, not copied: it shares its candidates with the problem before the changes.
  const changed = applyChanges(built.problem, changes);
  readProblem(changed);
  refuse(weightFaults(changed));
  refuse(pinFaults(changed));
  return { ...built, changes, changed };
}

const refuse = (faults: readonly Fault[]): void => {
  if (faults.length > 0) refuseFaults(faults);
};

const NOBODY: Fault = {
  field: "county",
  zh: "没有人可以派往该县：请检查专家是否在岗、可到范围和回避设置",
  en: "nobody may be sent to this county: look at who is on duty, how far they travel and who is blocked",
};

const NOTHING_ASKED: Fault = {
  field: "demands",
  zh: "该县没有产业和公开需求，或权重全部为零：请先增加一项需求（接口中用 demands）",
  en: "the county has no industry and no open need, or all weights are zero: add a need first (`demands` in the API)",
};

/** What is asked of the coverage is a change like others: a draft keeps it with them. */
const coverageChange = (min: number | undefined): TeamChange[] =>
  min === undefined ? [] : [{ kind: "coverage", demand: null, min }];

/** The changes with people by their ids. */
async function withIds(
  context: Context,
  { roster }: CountyProblem,
  changes: readonly TeamChange[],
): Promise<TeamChange[]> {
  const ids = new Map<string, string>();
  for (const name of namedIn(changes)) {
    const isId = roster.byId.has(name) || isCalledFor(name);
    ids.set(name, isId ? name : await expertIdOf(context, name));
  }
  return changes.map((change) => renamed(change, (name) => ids.get(name) ?? name));
}

function demandFaults({ demands }: CountyProblem, changes: readonly TeamChange[]): Fault[] {
  const known = new Set(demands.map(({ id }) => id));
  return changes.flatMap((change, index) =>
    (change.kind === "demandWeight" || change.kind === "coverage") &&
    change.demand !== null &&
    !known.has(change.demand)
      ? [
          {
            field: `changes.${index}.demand`,
            zh: `没有需求“${change.demand}”：请先用“增加一项需求”加入（接口中用 demands）`,
            en: `there is no demand "${change.demand}": add it first, with "Add a need" (\`demands\` in the API)`,
          },
        ]
      : [],
  );
}

/** Those who are wished for and are no candidates, and why. */
function ineligibleFaults(
  { desk, roster, problem }: CountyProblem,
  changes: readonly TeamChange[],
): Fault[] {
  const candidates = new Set(problem.candidates.map(({ id }) => id));
  return changes.flatMap((change, index) =>
    namedIn([change]).flatMap((id) => {
      const person = roster.byId.get(id);
      if (candidates.has(id) || !person) return [];
      const [refusal] = candidateRefusals(desk, person);
      if (!refusal) return [];
      const { zh, en } = candidateSentence(refusal);
      return [
        {
          field: `changes.${index}`,
          zh: `${person.name}（${id}）不能入选：${zh}`,
          en: `${person.name} (${id}) is not eligible: ${en}`,
        },
      ];
    }),
  );
}

/** With demands that all weigh nothing there is nothing to choose by. */
function weightFaults({ demands }: TeamProblem): Fault[] {
  if (demands.some(({ weight }) => weight > 0)) return [];
  return [{ field: "demands", zh: "权重不能全部为零", en: "the weights must not all be zero" }];
}

/** Those who are pinned although a rule about each member keeps them out. */
const pinFaults = (problem: TeamProblem): Fault[] =>
  problem.pins.flatMap((id) => {
    const candidate = problem.candidates.find((one) => one.id === id);
    const rule = candidate && problem.rules.find((one) => keepsOut(one, candidate));
    if (!(candidate && rule)) return [];
    const { zh, en } = wording(problem, rule);
    const days = { zh: `空余 ${candidate.freeDays} 天`, en: `${candidate.freeDays} free days` };
    return [
      {
        field: "pins",
        zh: `${candidate.name ?? id}（${id}，${days.zh}）不合规则“${zh}”`,
        en: `${candidate.name ?? id} (${id}, ${days.en}) breaks the rule "${en}"`,
      },
    ];
  });

interface Extras {
  timeLimit: number;
  alternatives?: number;
  substitutes?: boolean;
  repairs?: boolean;
}

/** What the composer is asked. */
export function composeRequest(
  preset: TeamPreset,
  problem: TeamProblem,
  { timeLimit, alternatives = 0, substitutes = false, repairs = true }: Extras,
): ComposeRequest {
  return {
    problem,
    timeLimit,
    alternatives,
    substitutes,
    repairs,
    deputies: preset.deputies,
    coordinatorTier: preset.coordinatorTier,
  };
}
