import type { Child } from "hono/jsx";
import type { Fault } from "../../../domain/error.ts";
import type { Word } from "../dictionary.ts";
import type { View } from "../view.ts";
import { Said } from "./said.tsx";

interface Labelled {
  view: View;
  /** Id of the control; also the field's name in faults. */
  id: string;
  label: string;
  hint?: string | undefined;
  fault?: Fault | undefined;
  children: Child;
}

/** A control with its label, its hint and what is wrong with it. */
export function Field({ view, id, label, hint, fault, children }: Labelled) {
  return (
    <div class={fault ? "field faulty" : "field"}>
      <label for={id}>{label}</label>
      {children}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          <Said view={view} text={hint} />
        </p>
      )}
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          <Said view={view} text={view.say(fault)} />
        </p>
      )}
    </div>
  );
}

/** What ties a control to its hint and its fault. */
export function described(
  id: string,
  { hint, fault }: { hint?: boolean; fault?: Fault | undefined },
) {
  const ids = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean);
  return {
    "aria-describedby": ids.length > 0 ? ids.join(" ") : undefined,
    "aria-invalid": fault ? "true" : undefined,
  };
}

/** What the fields are called. */
const LABELS: Readonly<Record<string, Word>> = {
  text: "text",
  county: "county",
  days: "days",
  name: "yourName",
  words: "words",
  status: "status",
  institution: "institution",
  industry: "industry",
  competence: "competence",
  expert: "expertName",
  sizeFrom: "leastPeople",
  sizeTo: "mostPeople",
  askedCoverage: "askedCoverage",
  demandWeight: "weight",
  title: "draftTitle",
  reason: "undoReason",
};

function told({ view: { t, say, language }, labelOf }: Summary, fault: Fault): string {
  const word = LABELS[fault.field];
  const label = word ? t(word) : labelOf?.(fault.field);
  return label ? `${label}${language === "zh" ? "：" : ": "}${say(fault)}` : say(fault);
}

interface Summary {
  view: View;
  faults: readonly Fault[];
  /** Whether the fields are on this page: all of them, or those of these names. */
  hasFields?: boolean | readonly string[];
  /** What further fields are called. */
  labelOf?: (field: string) => string | undefined;
}

const isHere = (field: string, here: boolean | readonly string[]): boolean =>
  typeof here === "boolean" ? here : here.includes(field);

/** All that is wrong, with links to the fields; nothing when all is well. */
export function FaultSummary(summary: Summary) {
  const { view, faults, hasFields = true } = summary;
  if (faults.length === 0) return null;
  return (
    <div class="notice bad" role="alert">
      <p>
        <strong>{view.t("invalidTitle")}</strong>
      </p>
      <ul>
        {faults.map((fault) => (
          <li>
            {fault.field === "" || !isHere(fault.field, hasFields) ? (
              <Said view={view} text={told(summary, fault)} />
            ) : (
              <a href={`#${fault.field}`}>
                <Said view={view} text={told(summary, fault)} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
