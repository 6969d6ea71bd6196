import type { Fault } from "../../../domain/error.ts";
import { resolveCounty } from "../../../domain/places/resolve-county.ts";
import { CUT_MARK } from "../../../domain/privacy/personal.ts";
import { askedChips } from "../asked-chips.ts";
import type { Word } from "../dictionary.ts";
import { mentionedCounties } from "../problem-check.ts";
import { PROBLEM_FORM } from "../problem-form-id.ts";
import type { ProblemState } from "../problem-state.ts";
import type { Understood } from "../understood.ts";
import type { View } from "../view.ts";
import { AskBackQuestions } from "./ask-back.tsx";
import { SkillChips } from "./chips.tsx";
import { ReadFacts } from "./read-facts.tsx";
import { HighlightedText } from "./understanding.tsx";

export interface Panel {
  view: View;
  state: ProblemState;
  understood: Understood;
  /** A list of who fits stands below. */
  listed: boolean;
  /** The list below belongs to other words. */
  stale?: boolean;
  /** What is wrong with what was chosen in it. */
  faults?: readonly Fault[];
}

/** What was understood of a problem: its words, the skills they ask for, what must be asked back. */
export function UnderstandingPanel(panel: Panel) {
  const { view, state, understood, listed, stale = false, faults = [] } = panel;
  const { t } = view;
  const { text, understanding, askBack } = understood;
  const live = !listed;
  return (
    <>
      <Notices view={view} state={state} understood={understood} live={live} />
      {stale && <p class="notice">{t("staleList")}</p>}
      <section class="block understood" aria-labelledby="understood">
        <h2 id="understood" tabindex={-1}>
          {t("understood")}
        </h2>
        <Carried state={state} listed={listed} />
        <div class="split card">
          <div class="read">
            <HighlightedText view={view} text={text} understanding={understanding} />
            <ReadFacts view={view} understanding={understanding} />
          </div>
          <SkillChips
            view={view}
            state={state}
            understood={understood}
            chips={askedChips(understood.asked, understanding, state)}
            live={live}
            faults={faults}
          />
        </div>
      </section>
      {askBack.length > 0 && (
        <AskBackQuestions
          view={view}
          text={text}
          askBack={askBack}
          form={PROBLEM_FORM}
          live={live}
        />
      )}
      {live && askBack.length === 0 && understood.asked.length > 0 && (
        <p class="hint">{t("nowFind")}</p>
      )}
    </>
  );
}

/** What the panel speaks of: buttons mean these words, and this way of showing them. */
function Carried({ state, listed }: Pick<Panel, "state" | "listed">) {
  const fields = {
    was: state.text,
    confirmed: state.skills.length > 0 ? "1" : "",
    none: state.none ? "1" : "",
    edits: state.edits,
    edited: state.edited,
    mode: listed ? "find" : "see",
  };
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} form={PROBLEM_FORM} />
      ))}
      {state.judged.map((judgement) => (
        <input type="hidden" name="judged" value={judgement} form={PROBLEM_FORM} />
      ))}
    </>
  );
}

type Noticed = Pick<Panel, "view" | "state" | "understood"> & { live: boolean };

/** How the input was taken, and a county that the words name but the reader did not give. */
function Notices({ view, state, understood, live }: Noticed) {
  const { t } = view;
  const { text, notices } = understood;
  const told = wordOfEdits(state);
  return (
    <>
      {told !== null && (
        <p class="notice" role="status">
          {t(told)}
        </p>
      )}
      {text.includes(CUT_MARK) && (
        <p class="notice" role="status">
          {t("identityCut")}
        </p>
      )}
      {notices.includes("contacts_masked") && <p class="notice">{t("contactsMasked")}</p>}
      <MentionedCounties view={view} state={state} understood={understood} live={live} />
    </>
  );
}

function MentionedCounties({ view, state, understood, live }: Noticed) {
  const { t, reference } = view;
  const mentioned = mentionedCounties(view, understood.understanding);
  const given = state.county === "" ? null : resolveCounty(reference.places, state.county);
  const code = given?.kind === "found" ? given.county.code : null;
  if (mentioned.length === 0 || mentioned.some((county) => county.code === code)) return null;
  return (
    <p class="notice">
      {t("mentioned")}
      {mentioned.map((county) => (
        <>
          <b lang="zh-CN">{county.name}</b> —{" "}
          <button
            type="submit"
            class="link"
            name="pickCounty"
            value={county.code}
            form={PROBLEM_FORM}
            data-fills={live ? "county" : undefined}
            data-words={live ? county.name : undefined}
          >
            {t(code === null ? "useAsCounty" : "useInstead")}
            <span class="hidden" lang="zh-CN">
              {" "}
              {county.name}
            </span>
          </button>{" "}
        </>
      ))}
    </p>
  );
}

/** What became of the reader's skills when the words changed; null when nothing did. */
export function wordOfEdits({ edits }: ProblemState): Word | null {
  if (edits === "") return null;
  return edits === "kept" ? "editsKept" : "editsDropped";
}

/** A sentence for readers who cannot see the panel change. */
export const heard = (view: View, { asked, askBack }: Understood, labels: string[]): string => {
  const { t, language } = view;
  const comma = language === "zh" ? "、" : ", ";
  if (asked.length > 0) return `${t("heardSkills")} ${labels.join(comma)}`;
  return askBack.length > 0 ? t("heardQuestion") : t("heardNothing");
};
