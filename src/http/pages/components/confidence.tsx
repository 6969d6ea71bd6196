import { PHRASES } from "../phrases.ts";
import type { View } from "../view.ts";
import { Bar } from "./bar.tsx";

/** How sure a reading is: in words and figures, with a bar for the eye. */
export function Confidence({ view, confidence }: { view: View; confidence: number }) {
  return (
    <span class="confidence">
      <Bar value={confidence} max={1} /> {view.say(PHRASES.confidence(confidence))}
    </span>
  );
}
