import type { Sentence } from "../../../domain/error.ts";
import { FOLLOW_IN_PLACE } from "../live.ts";
import type { ShownTeam } from "../team-shown.ts";
import { teamAddress } from "../team-state.ts";

interface Cut {
  shown: ShownTeam;
  /** What is missing because the search ended too soon. */
  missing: Sentence;
  /** Id of the part of the page where it would stand. */
  place: string;
}

/** Says what the search did not come to, with the way to search once more. */
export function CutShort({ shown, missing, place }: Cut) {
  const { view, composed, state, isFrozen } = shown;
  return (
    <div class="notice">
      <p>{view.say(missing)}</p>
      {!isFrozen && (
        <p class="actions">
          <a
            class="button small"
            href={`${teamAddress(composed.county.code, state)}#${place}`}
            {...FOLLOW_IN_PLACE}
          >
            {view.t("tryAgain")}
          </a>
        </p>
      )}
    </div>
  );
}
