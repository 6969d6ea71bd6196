import type { Fault } from "../../../domain/error.ts";
import type { View } from "../view.ts";
import { Said } from "./said.tsx";

interface Faulty {
  view: View;
  /** All that was sent. */
  parameters: URLSearchParams;
  faults: readonly Fault[];
}

/** Names of the parameters that hold steps. */
const STEP_NAMES: ReadonlySet<string> = new Set(["do", "and", "ask", "drop"]);

/** The steps as they were sent, with what is wrong with them; nothing when all of them can be read. */
export function FaultySteps({ view, parameters, faults }: Faulty) {
  const [first, ...others] = faults.filter(({ field }) => STEP_NAMES.has(field));
  if (!first) return null;
  const sent = [...parameters].filter(([name]) => STEP_NAMES.has(name));
  return (
    <section class="card field faulty" id={first.field} aria-labelledby="steps-sent" tabindex={-1}>
      <h2 id="steps-sent">{view.t("changesMade")}</h2>
      <ol>
        {sent.map(([, value]) => (
          <li>
            <code>{value.slice(0, LONGEST)}</code>
          </li>
        ))}
      </ol>
      {[first, ...others].map((fault) => (
        <p class="fault">
          <Said view={view} text={view.say(fault)} />
        </p>
      ))}
      <p class="hint">{view.t("unreadLeftOut")}</p>
    </section>
  );
}

const LONGEST = 200;
