import type { Fault } from "../../domain/error.ts";
import { refuseFaults } from "../../domain/input.ts";
import { CHANGEABLE_WEIGHTS, type TeamChange, WEIGHT_IDS } from "../../domain/team/change.ts";
import { stepped, type TeamState, withChanges } from "./team-state.ts";
import { isTyped, type Limits, typedNumber } from "./typed-number.ts";

/**
 * What the forms of a team ask for beside its state, as the state that follows. Throws `invalid` with
 * every field that is no number or out of range, by its own name.
 */
export function stateAfter(state: TeamState, form: URLSearchParams): TeamState {
  switch (form.get("act")) {
    case "weights":
      return withChanges(state, ...weightChanges(form));
    case "policy":
      return withChanges(state, ...policyChanges(form));
    case "size":
      return withChanges(state, sizeChange(form));
    case "coverage":
      return withChanges(state, coverageChange(form));
    case "demand":
      return withDemand(state, form);
    default:
      return state;
  }
}

const SIZE: Limits = { least: 1, most: 200, isWhole: true };
const WEIGHT: Limits = { least: 0, most: 1000 };
const ADDED_WEIGHT: Limits = { least: 0, most: 100 };
const PERCENT: Limits = { least: 0, most: 100 };

/** The demands whose weight is not what it was. */
const weightChanges = (form: URLSearchParams): TeamChange[] =>
  changed(form, weightFields(form)).map(({ of: demand, value: weight }) => ({
    kind: "demandWeight",
    demand,
    weight,
  }));

const weightFields = (form: URLSearchParams): Entry<string>[] =>
  [...form.keys()].flatMap((name) => {
    const [, demand] = /^weight:(.+)$/.exec(name) ?? [];
    return demand === undefined ? [] : [{ name, of: demand, limits: WEIGHT }];
  });

const policyChanges = (form: URLSearchParams): TeamChange[] =>
  changed(
    form,
    WEIGHT_IDS.map((id) => ({
      name: `policy:${id}`,
      of: id,
      limits: { least: 0, most: CHANGEABLE_WEIGHTS[id] },
    })),
  ).map(({ of: weight, value }) => ({ kind: "policyWeight", weight, value }));

/** A field with a number that was there before it was typed. */
interface Entry<Of extends string> {
  name: string;
  /** What it is the number of. */
  of: Of;
  limits: Limits;
}

/** The numbers that are not as before; what is as before need not be within the limits. */
function changed<Of extends string>(
  form: URLSearchParams,
  entries: readonly Entry<Of>[],
): { of: Of; value: number }[] {
  const faults: Fault[] = [];
  const numbers = entries.flatMap(({ name, of, limits }) => {
    const typed = form.get(name);
    const before = form.get(`was:${of}`) ?? "";
    if (typed === null || typed === before) return [];
    const value = typedNumber({ field: name, typed, limits }, faults);
    return value === Number(before) && before !== "" ? [] : [{ of, value }];
  });
  if (faults.length > 0) return refuseFaults(faults);
  return numbers;
}

function sizeChange(form: URLSearchParams): TeamChange {
  const faults: Fault[] = [];
  const read = (field: string) =>
    typedNumber({ field, typed: form.get(field) ?? "", limits: SIZE }, faults);
  const [min, max] = [read("sizeFrom"), read("sizeTo")];
  if (faults.length === 0 && min > max) {
    const told = { zh: `${min} 大于最多 ${max}`, en: `${min} is more than the most, ${max}` };
    faults.push({ field: "sizeFrom", ...told });
  }
  if (faults.length > 0) return refuseFaults(faults);
  return { kind: "size", min, max };
}

/** Per cent as people type it, with the sign or without; nothing typed asks for nothing. */
function coverageChange(form: URLSearchParams): TeamChange {
  const field = "askedCoverage";
  const typed = (form.get(field) ?? "").replace(/[%％]\s*$/, "");
  const faults: Fault[] = [];
  const percent = isTyped(typed) ? typedNumber({ field, typed, limits: PERCENT }, faults) : 0;
  if (faults.length > 0) return refuseFaults(faults);
  return { kind: "coverage", demand: null, min: Math.round(percent * 10) / 1000 };
}

function withDemand(state: TeamState, form: URLSearchParams): TeamState {
  const industry = form.get("industry") ?? "";
  const competence = form.get("competence") ?? "";
  const field = "demandWeight";
  const faults: Fault[] = [
    ...(industry === "" ? [{ field: "industry", ...CHOOSE }] : []),
    ...(competence === "" ? [{ field: "competence", ...CHOOSE }] : []),
  ];
  const weight = typedNumber({ field, typed: form.get(field) ?? "", limits: ADDED_WEIGHT }, faults);
  if (faults.length > 0) return refuseFaults(faults);
  return stepped(state, { kind: "ask", demand: { industry, competence, weight } });
}

const CHOOSE = { zh: "请选择", en: "choose one" };
