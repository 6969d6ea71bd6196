import type { View } from "../view.ts";
import { Field } from "./field.tsx";

interface DecimalEntry {
  view: View;
  /** Id of the control, and the name it is sent under. */
  id: string;
  label: string;
  value: string;
}

/** A number that may have decimals, as typed. */
export const DecimalField = ({ view, id, label, value }: DecimalEntry) => (
  <Field view={view} id={id} label={label}>
    <input id={id} name={id} value={value} inputmode="decimal" autocomplete="off" />
  </Field>
);
