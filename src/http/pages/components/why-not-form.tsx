import type { Child } from "hono/jsx";
import type { Sentence } from "../../../domain/error.ts";
import type { ListedExpert } from "../../../usecases/loading/listing.ts";
import type { Word } from "../dictionary.ts";
import { FOLLOW_IN_PLACE } from "../live.ts";
import { PHRASES } from "../phrases.ts";
import type { View } from "../view.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { Said } from "./said.tsx";

type ExpertCard = ListedExpert["expert"];

/** That nobody could be told anything of: whom of several was meant, or why. */
export type WhyNotFailure =
  | { kind: "several"; choices: readonly ExpertCard[] }
  | { kind: "failed"; sentence: Sentence };

/** What came of a "why not ...?". */
export type WhyNotAnswer<Explanation> =
  | { kind: "explained"; explanation: Explanation }
  | WhyNotFailure;

interface Form {
  view: View;
  /** Where the form leads, without parameters. */
  action: string;
  /** What else the address holds. */
  hidden: URLSearchParams;
  asked: string;
  answer: WhyNotAnswer<unknown> | null;
  /** Who was asked about: a name may have been chosen among namesakes. */
  about: string | undefined;
  /** The question without a name, and what is typed. */
  question: Word;
  hint: Word;
  /** Whether only what changed of the page is renewed. */
  isInPlace?: boolean;
  /** The explanation. */
  children: Child;
}

/** Asks why an expert is not in what the page shows; below it, the answer. */
export function WhyNotForm(form: Form) {
  const { view, action, hidden, asked, answer, about, isInPlace = false } = form;
  const { t, say } = view;
  const fault = answer?.kind === "failed" ? answer.sentence : null;
  return (
    <section
      class={answer ? "block why-not" : "block why-not unasked"}
      id="why-not"
      aria-labelledby="why-not-title"
    >
      <h2 id="why-not-title">
        <Said view={view} text={about ? say(PHRASES.whyNotOf(about)) : t(form.question)} />
      </h2>
      <form
        method="get"
        action={`${action}#why-not`}
        class="row"
        {...(isInPlace ? FOLLOW_IN_PLACE : {})}
      >
        <HiddenFields fields={hidden} except="why" />
        <div class={fault ? "field faulty" : "field"}>
          <label for="why">{t("expertName")}</label>
          <input
            id="why"
            name="why"
            value={isId(asked) ? "" : asked}
            maxlength={100}
            required
            autocomplete="off"
            lang="zh-CN"
            aria-describedby={fault ? "why-fault" : "why-hint"}
            aria-invalid={fault ? "true" : undefined}
          />
        </div>
        <button type="submit" class="button">
          {t("explain")}
        </button>
        {answer?.kind === "several" && <Choices view={view} choices={answer.choices} />}
      </form>
      {fault ? (
        <p class="fault" id="why-fault" role="alert">
          <Said view={view} text={say(fault)} />
        </p>
      ) : (
        <p class="hint" id="why-hint">
          {t(form.hint)}
        </p>
      )}
      {form.children}
    </section>
  );
}

const isId = (asked: string): boolean => /^exp_/.test(asked);

function Choices({ view, choices }: { view: View; choices: readonly ExpertCard[] }) {
  return (
    <div class="choices" role="alert">
      <p>{view.t("whichOne")}</p>
      <p class="actions">
        {choices.map((expert) => (
          <button
            type="submit"
            class="button small"
            name="why"
            value={expert.id}
            formnovalidate
            lang="zh-CN"
          >
            {expert.name} {expert.institution}
          </button>
        ))}
      </p>
    </div>
  );
}
