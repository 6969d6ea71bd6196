import type { Word } from "../dictionary.ts";
import type { ShownTeam } from "../team-shown.ts";
import { described, Field } from "./field.tsx";

interface NumberEntry {
  shown: ShownTeam;
  /** Id of the control, and the name it is sent under. */
  id: string;
  word: Word;
  /** What holds now. */
  value: string;
  inputmode?: "numeric" | "decimal";
}

/** A number of one of a team's forms; one that was refused stands as it was typed, with what is wrong with it. */
export function NumberField({ shown, id, word, value, inputmode = "decimal" }: NumberEntry) {
  const { view } = shown;
  const { typed, fault } = refusedAt(shown, id);
  return (
    <Field view={view} id={id} label={view.t(word)} fault={fault}>
      <input
        id={id}
        name={id}
        value={typed ?? value}
        inputmode={inputmode}
        autocomplete="off"
        {...described(id, { fault })}
      />
    </Field>
  );
}

/** What was typed into a field of the form that was refused, and what is wrong with it. */
export const refusedAt = ({ refused }: ShownTeam, id: string) => ({
  typed: refused?.form.get(id) ?? undefined,
  fault: refused?.faults.find(({ field }) => field === id),
});
