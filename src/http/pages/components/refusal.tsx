import type { AppError } from "../../../domain/error.ts";
import type { View } from "../view.ts";

/** That what was pressed could not be kept, and when to press again; nothing where it was. */
export const Refusal = ({ view, refused }: { view: View; refused: AppError | null }) =>
  refused && (
    <p class="notice" role="alert">
      {view.say(refused.sentence)}
    </p>
  );
