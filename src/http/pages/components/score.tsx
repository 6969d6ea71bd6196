import { PART_NAMES } from "../../../domain/matching/explanation.ts";
import type { Explained } from "../../../usecases/loading/listing.ts";
import { shownPoints, type View } from "../view.ts";
import { Bar } from "./bar.tsx";
import { Said } from "./said.tsx";

interface Scores {
  view: View;
  explained: Explained;
}

/** The score from 0 to 100. */
export function Score({ view, explained }: Scores) {
  const full = explained.parts.reduce((sum, { max }) => sum + max, 0);
  return (
    <p class="score">
      <span class="hidden">{view.t("score")} </span>
      <b>{shownPoints(explained.score)}</b> <small>{view.t("outOf100")}</small>
      <Bar value={explained.score} max={full} />
    </p>
  );
}

/** Each part as a bar with its points. */
export function PartBars({ view, explained }: Scores) {
  return (
    <ul class="parts">
      {explained.parts.map(({ part, points, max }) => (
        <li>
          <span class="part">{view.say(PART_NAMES[part])}</span>
          <Bar value={points} max={max} />
          <span class="num">
            {shownPoints(points)}
            <small> / {max / 100}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Why each part has its points. */
export function PartReasons({ view, explained }: Scores) {
  const { t, say } = view;
  return (
    <dl class="part-reasons">
      {explained.parts.map(({ part, points, max, sentence }) => (
        <div>
          <dt>
            {say(PART_NAMES[part])}{" "}
            <span class="num">
              {shownPoints(points)} / {max / 100}
            </span>
          </dt>
          <dd>
            <span class="hidden">{t("reason")}: </span>
            <Said view={view} text={say(sentence)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
