import type { Fault } from "../../../domain/error.ts";
import type { View } from "../view.ts";
import { described, Field } from "./field.tsx";

/** The longest name somebody may type. */
export const LONGEST_NAME = 50;

interface Typed {
  view: View;
  value: string;
  faults: readonly Fault[];
}

/** The name of whoever does it, typed and unverified until there is a sign-in. */
export function NameField({ view, value, faults }: Typed) {
  const fault = faults.find(({ field }) => field === "name");
  return (
    <Field
      view={view}
      id="name"
      label={view.t("yourName")}
      hint={view.t("unverified")}
      fault={fault}
    >
      <input
        id="name"
        name="name"
        value={value}
        maxlength={LONGEST_NAME}
        required
        autocomplete="name"
        {...described("name", { hint: true, fault })}
      />
    </Field>
  );
}
