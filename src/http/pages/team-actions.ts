import type { Fault } from "../../domain/error.ts";
import { refuseFaults } from "../../domain/input.ts";
import { TeamChange, WEIGHT_IDS } from "../../domain/team/change.ts";
import { stepped, type TeamState, withChanges } from "./team-state.ts";

/**
 * What the forms of a team ask for beside its state, as the state that follows. Throws `invalid` with
 * every field that is no number or out of range.
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

/** The demands whose weight is not what it was. */
const weightChanges = (form: URLSearchParams): TeamChange[] =>
  [...form].flatMap(([name, typed]) => {
    const [, demand] = /^weight:(.+)$/.exec(name) ?? [];
    if (demand === undefined || isAsBefore(form, demand, typed)) return [];
    return [checked(name, typed, { kind: "demandWeight", demand, weight: number(typed) })];
  });

const policyChanges = (form: URLSearchParams): TeamChange[] =>
  WEIGHT_IDS.flatMap((weight) => {
    const typed = form.get(`policy:${weight}`) ?? "";
    if (typed === "" || isAsBefore(form, weight, typed)) return [];
    return [
      checked(`policy-${weight}`, typed, { kind: "policyWeight", weight, value: number(typed) }),
    ];
  });

const isAsBefore = (form: URLSearchParams, name: string, typed: string): boolean =>
  number(typed) === Number(form.get(`was:${name}`));

function sizeChange(form: URLSearchParams): TeamChange {
  const [from, to] = [form.get("sizeFrom") ?? "", form.get("sizeTo") ?? ""];
  const [min, max] = [number(from), number(to)];
  if (min !== undefined && max !== undefined && min > max) {
    return refuseFaults([
      { field: "sizeFrom", zh: `${min} 大于 ${max}`, en: `${min} is more than ${max}` },
    ]);
  }
  return checked("sizeFrom", `${from}–${to}`, { kind: "size", min, max });
}

/** Per cent as people type it, with the sign or without; nothing typed asks for nothing. */
function coverageChange(form: URLSearchParams): TeamChange {
  const typed = form.get("askedCoverage") ?? "";
  const percent = typed.trim() === "" ? 0 : number(typed.replace(/[%％]\s*$/, ""));
  const min = percent === undefined ? undefined : Math.round(percent * 10) / 1000;
  return checked("askedCoverage", typed, { kind: "coverage", demand: null, min });
}

function withDemand(state: TeamState, form: URLSearchParams): TeamState {
  const industry = form.get("industry") ?? "";
  const competence = form.get("competence") ?? "";
  const weight = number(form.get("demandWeight") ?? "");
  const faults: Fault[] = [
    ...(industry === "" ? [{ field: "industry", ...CHOOSE }] : []),
    ...(competence === "" ? [{ field: "competence", ...CHOOSE }] : []),
    ...(weight === undefined || weight > MOST_WEIGHT ? [{ field: "demandWeight", ...RANGE }] : []),
  ];
  if (weight === undefined || faults.length > 0) return refuseFaults(faults);
  return stepped(state, { kind: "ask", demand: { industry, competence, weight } });
}

const MOST_WEIGHT = 100;
const CHOOSE = { zh: "请选择", en: "choose one" };
const RANGE = {
  zh: `请填 0 至 ${MOST_WEIGHT} 的数字`,
  en: `give a number from 0 to ${MOST_WEIGHT}`,
};

function checked(field: string, typed: string, change: unknown): TeamChange {
  const { success, data } = TeamChange.safeParse(change);
  if (success) return data;
  return refuseFaults([
    {
      field,
      zh: `“${typed.slice(0, 50)}”：请填范围内的数字`,
      en: `"${typed.slice(0, 50)}": give a number within the range that is allowed`,
    },
  ]);
}

/** A number as people type it; undefined for anything else. */
const number = (typed: string): number | undefined =>
  /^\s*\d+(\.\d+)?\s*$/.test(typed) ? Number(typed) : undefined;
