import type { Fault } from "../../../domain/error.ts";
import type { ChainStage, Industry } from "../../../domain/model/vocabulary.ts";
import { lineage, STAGE_NAMES } from "../../../domain/model/vocabulary.ts";
import type { View } from "../view.ts";
import { described } from "./field.tsx";

interface Choice {
  view: View;
  id: string;
  /** What is chosen; "" = nothing. */
  value: string;
  /** What stands for nothing. */
  none: string;
  /** Id of the form it belongs to, when it stands outside. */
  form?: string | undefined;
  fault?: Fault | undefined;
}

/** The industries as a tree, each branch under its own heading. */
export function IndustrySelect({ view, id, value, none, form, fault }: Choice) {
  const { vocabulary } = view.reference;
  const all = [...vocabulary.industries.values()];
  const below = (root: Industry): Industry[] =>
    all.filter(({ id: own }) => own !== root.id && lineage(vocabulary, own).includes(root.id));
  const depth = (industry: Industry) => lineage(vocabulary, industry.id).length - 2;
  return (
    <select id={id} name={id} form={form} {...described(id, { fault })}>
      <option value="">{none}</option>
      {all
        .filter(({ broader }) => broader === null)
        .map((root) => (
          <optgroup label={view.say(root)}>
            <Option view={view} term={root} chosen={value} />
            {below(root).map((industry) => (
              <Option view={view} term={industry} chosen={value} depth={depth(industry)} />
            ))}
          </optgroup>
        ))}
    </select>
  );
}

const STAGES: readonly ChainStage[] = ["pre", "mid", "post", "cross"];

/** The competences by the stage they belong to. */
export function CompetenceSelect({ view, id, value, none, form, fault }: Choice) {
  const all = [...view.reference.vocabulary.competences.values()];
  return (
    <select id={id} name={id} form={form} {...described(id, { fault })}>
      <option value="">{none}</option>
      {STAGES.map((stage) => (
        <optgroup label={view.say(STAGE_NAMES[stage])}>
          {all
            .filter((competence) => competence.stage === stage)
            .map((competence) => (
              <Option view={view} term={competence} chosen={value} />
            ))}
        </optgroup>
      ))}
    </select>
  );
}

interface Term {
  id: string;
  zh: string;
  en: string;
}

function Option({
  view,
  term,
  chosen,
  depth = 0,
}: {
  view: View;
  term: Term;
  chosen: string;
  depth?: number;
}) {
  return (
    <option value={term.id} selected={term.id === chosen}>
      {"\u3000".repeat(depth) + view.say(term)}
    </option>
  );
}
