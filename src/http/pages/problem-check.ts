import type { Fault } from "../../domain/error.ts";
import { faultsOf } from "../../domain/input.ts";
import { textFault } from "../../domain/model/need.ts";
import type { County } from "../../domain/places/place.ts";
import { resolveCounty } from "../../domain/places/resolve-county.ts";
import { countyOf, placeByCode } from "../../domain/places/tree.ts";
import type { Understanding } from "../../domain/understanding/tagger.ts";
import { AskedInWords } from "../../usecases/loading/question.ts";
import { UnderstandProblem } from "../../usecases/understand-problem.ts";
import { askingOf, type ProblemState, readingOf } from "./problem-state.ts";
import type { View } from "./view.ts";

/** What is wrong with what was typed, and the counties that may have been meant. */
export interface Check {
  faults: Fault[];
  counties: County[];
}

export const NO_FAULTS: Check = { faults: [], counties: [] };

/** More would be a list to search, not a choice. */
const MOST_CHOICES = 15;

/** Names every faulty field at once. */
export function checkProblem(view: View, state: ProblemState): Check {
  const { error } = AskedInWords.safeParse({ ...askingOf(state), county: "-" });
  const { faults, counties } = checkCounty(view, state);
  return { faults: [...(error ? faultsOf(error).map(inForm) : []), ...faults], counties };
}

/** Names what is wrong with the words and the skills alone. */
export function checkWords(state: ProblemState): Check {
  const { error } = UnderstandProblem.safeParse(readingOf(state));
  return { faults: error ? faultsOf(error).map(inForm) : [], counties: [] };
}

/** A fault of the input, told of the field of the form. */
function inForm(fault: Fault): Fault {
  const [, field] = /^skills\.\d+\.(industry|competence)$/.exec(fault.field) ?? [];
  if (!field) return fault;
  return { field, zh: "产业和专长都要选", en: "choose both an industry and a competence" };
}

/** No county has a longer name; looking for one takes time. */
const LONGEST_COUNTY = 50;

function checkCounty(view: View, { county, text }: ProblemState): Check {
  const { places, tag } = view.reference;
  if (county.length > LONGEST_COUNTY) {
    const fault = { zh: "没有这样长的县名", en: "no county has such a long name" };
    return { faults: [{ field: "county", ...fault }], counties: [] };
  }
  if (county === "") {
    const fault = { zh: "请填写需要帮助的县（市、区）", en: "say which county needs help" };
    return {
      faults: [{ field: "county", ...fault }],
      // A text that is refused anyway is not read: it may be of any length.
      counties: textFault(text) ? [] : mentionedCounties(view, tag(text)).slice(0, MOST_CHOICES),
    };
  }
  return checkNamedCounty(resolveCounty(places, county), county);
}

function checkNamedCounty(found: ReturnType<typeof resolveCounty>, typed: string): Check {
  switch (found.kind) {
    case "found":
      return NO_FAULTS;
    case "ambiguous": {
      const fault = { zh: `“${typed}”可指多个县，请选一个`, en: `"${typed}" may mean several` };
      return {
        faults: [{ field: "county", ...fault }],
        counties: found.candidates.slice(0, MOST_CHOICES),
      };
    }
    case "none": {
      const fault = { zh: `没有找到县“${typed}”`, en: `there is no county "${typed}"` };
      return { faults: [{ field: "county", ...fault }], counties: found.nearest };
    }
  }
}

/** The counties that a text names, each once, in the order of the words. */
export function mentionedCounties({ reference }: View, { evidence }: Understanding): County[] {
  const { places } = reference;
  const codes = evidence.flatMap(({ tag }) => (tag.startsWith("place:") ? tag.slice(6) : []));
  const counties = codes.flatMap((code) => {
    const place = placeByCode(places, code);
    return (place && countyOf(places, place)) ?? [];
  });
  return [...new Set(counties)];
}

/** A field's fault, if it has one. */
export const faultOf = ({ faults }: Check, field: string): Fault | undefined =>
  faults.find((fault) => fault.field === field);
