import type { Fault } from "../../../domain/error.ts";
import { lookingUp } from "../live.ts";
import { pathOf, type TermKind, termName, termsFor } from "../term-search.ts";
import type { View } from "../view.ts";
import { Said } from "./said.tsx";
import { CompetenceSelect, IndustrySelect } from "./skill-selects.tsx";

interface Choices {
  view: View;
  kind: TermKind;
  /** What was looked for; "" = the whole tree. */
  query: string;
  /** Id of what is chosen already; "" = nothing. */
  chosen: string;
  /** Id of the form that is sent. */
  form: string;
}

const FIELDS = {
  industry: { find: "findIndustry", looked: "lookedIndustry", label: "findIndustryLabel" },
  competence: { find: "findCompetence", looked: "lookedCompetence", label: "findCompetenceLabel" },
} as const;

interface Picker extends Choices {
  fault: Fault | undefined;
}

/** A part of a skill, searched for by name or sound, or picked from the whole tree. */
export function TermPicker({ fault, ...choices }: Picker) {
  const { view, kind, query, form } = choices;
  const { find, label } = FIELDS[kind];
  return (
    <fieldset
      class={fault ? "picker faulty" : "picker"}
      aria-describedby={fault ? `${kind}-fault` : undefined}
    >
      <legend>{view.t(kind)}</legend>
      <input
        type="search"
        class="lookup"
        name={find}
        form={form}
        value={query}
        maxlength={50}
        autocomplete="off"
        aria-label={view.t(label)}
        aria-describedby="find-hint"
        placeholder={view.t(kind === "industry" ? "findIndustryExample" : "findCompetenceExample")}
        {...lookingUp(kind, form)}
      />
      <div id={`${kind}-choices`} aria-live="polite">
        <TermChoices {...choices} />
      </div>
      {fault && (
        <p class="fault" id={`${kind}-fault`} role="alert">
          <Said view={view} text={view.say(fault)} />
        </p>
      )}
    </fieldset>
  );
}

/** What a query means, to choose from; the whole tree where it means nothing. */
export function TermChoices({ view, kind, query, chosen, form }: Choices) {
  const found = query === "" ? [] : termsFor(view, kind, query);
  return (
    <>
      <input type="hidden" name={FIELDS[kind].looked} value={query} form={form} />
      {query !== "" && found.length === 0 && <p class="hint">{view.t("noTerm")}</p>}
      {found.length === 0 ? (
        <WholeTree view={view} kind={kind} chosen={chosen} form={form} />
      ) : (
        <ul class="found-terms">
          {found.map((id, index) => (
            <li>
              <label class="check">
                <input
                  id={index === 0 ? kind : undefined}
                  type="radio"
                  name={kind}
                  value={id}
                  form={form}
                  checked={id === chosen || found.length === 1}
                />
                <span>
                  {termName(view, kind, id)} <small>{pathOf(view, kind, id)}</small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function WholeTree({ view, kind, chosen, form }: Omit<Choices, "query">) {
  const label = view.t(kind === "industry" ? "wholeIndustryTree" : "wholeCompetenceTree");
  const choice = { view, id: kind, value: chosen, none: view.t("choose"), form };
  return (
    <>
      <label class="hidden" for={kind}>
        {label}
      </label>
      {kind === "industry" ? <IndustrySelect {...choice} /> : <CompetenceSelect {...choice} />}
    </>
  );
}
