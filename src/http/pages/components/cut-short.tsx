import type { Sentence } from "../../../domain/error.ts";
import { FOLLOW, FOLLOW_IN_PLACE } from "../live.ts";
import type { ShownTeam } from "../team-shown.ts";
import { teamAddress } from "../team-state.ts";

interface Again {
  shown: ShownTeam;
  /** Id of the part of the page where the reader stays; the head of the page unless said otherwise. */
  place?: string;
}

/** The way to search once more for what a search did not come to; a draft stays as it was saved. */
export function TryAgain({ shown: { view, composed, state, isFrozen }, place }: Again) {
  if (isFrozen) return null;
  const address = teamAddress(composed.county.code, state);
  const [href, follow] =
    place === undefined ? [address, FOLLOW] : [`${address}#${place}`, FOLLOW_IN_PLACE];
  return (
    <p class="actions">
      <a class="button small" href={href} {...follow}>
        {view.t("tryAgain")}
      </a>
    </p>
  );
}

interface Cut extends Required<Again> {
  /** What is missing because the search ended too soon. */
  missing: Sentence;
}

/** Says what the search did not come to, with the way to search once more. */
export function CutShort({ shown, missing, place }: Cut) {
  return (
    <div class="notice">
      <p>{shown.view.say(missing)}</p>
      <TryAgain shown={shown} place={place} />
    </div>
  );
}
