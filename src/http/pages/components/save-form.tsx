import type { Fault } from "../../../domain/error.ts";
import type { View } from "../view.ts";
import { HiddenFields } from "./hidden-fields.tsx";
import { LONGEST_NAME, NameField } from "./name-field.tsx";

interface Form {
  view: View;
  action: string;
  hidden: URLSearchParams;
  /** What the form is for, a line about it, and its button. */
  words: { title: string; hint: string; button: string };
  name: string;
  fault: Fault | undefined;
}

/** Keeps something under a typed name. */
export function SaveForm({ view, action, hidden, words, name, fault }: Form) {
  return (
    <section class="block save" aria-labelledby="save">
      <h2 id="save">{words.title}</h2>
      <p>{words.hint}</p>
      <form method="post" action={action} class="row" novalidate>
        <HiddenFields fields={hidden} except="name" />
        <NameField view={view} value={name} faults={fault ? [fault] : []} />
        <button type="submit" class="button main">
          {words.button}
        </button>
      </form>
    </section>
  );
}

/** What is wrong with a typed name; undefined when it will do. */
export function nameFault(name: string): Fault | undefined {
  if (name.trim() === "") {
    return { field: "name", zh: "请填写您的姓名", en: "give your name" };
  }
  if (name.length > LONGEST_NAME) {
    return {
      field: "name",
      zh: `姓名最多 ${LONGEST_NAME} 个字`,
      en: `a name has at most ${LONGEST_NAME} characters`,
    };
  }
  return undefined;
}
