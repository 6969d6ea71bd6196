import type { Fault } from "../../../domain/error.ts";
import type { View } from "../view.ts";
import { prefectureName } from "../view.ts";
import { described, Field } from "./field.tsx";

interface CountyChoice {
  view: View;
  value: string;
  fault?: Fault | undefined;
  /** Whether the form cannot do without it. */
  required?: boolean;
  label: string;
  hint?: string | undefined;
}

/** A county by name, short name, code or initials; browsers offer all of them while typing. */
export function CountyField({ view, value, fault, required, label, hint }: CountyChoice) {
  const { counties } = view.reference.places;
  return (
    <Field view={view} id="county" label={label} hint={hint} fault={fault}>
      <input
        id="county"
        name="county"
        value={value}
        list="counties"
        maxlength={50}
        autocomplete="off"
        lang="zh-CN"
        required={required ?? false}
        {...described("county", { hint: hint !== undefined, fault })}
      />
      <datalist id="counties">
        {[...counties.values()].map((county) => (
          <option value={county.name}>
            {`${prefectureName(view, county.parent)} ${county.initials} ${county.code}`}
          </option>
        ))}
      </datalist>
    </Field>
  );
}
