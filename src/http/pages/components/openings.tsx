import type { Opening } from "../../../usecases/find-openings.ts";
import { PHRASES } from "../phrases.ts";
import type { View } from "../view.ts";
import { DemoMark } from "./expert-line.tsx";
import { Lacks, MatchedSkills } from "./matched.tsx";
import { PartBars, PartReasons, Score } from "./score.tsx";

interface List {
  view: View;
  openings: readonly Opening[];
}

/** Needs that fit one expert: the same parts and reasons as the other way round. */
export function OpeningList({ view, openings }: List) {
  return (
    <ol class="cards">
      {openings.map((opening) => (
        <li class="card judged">
          <OneOpening view={view} opening={opening} />
        </li>
      ))}
    </ol>
  );
}

function OneOpening({ view, opening }: { view: View; opening: Opening }) {
  const { need, county } = opening;
  return (
    <>
      <div class="who">
        <h3>
          <a class="name" href={`/needs/${need.code}`}>
            {need.code}
          </a>{" "}
          {need.urgent && <span class="tag warn">{view.t("urgent")}</span>}{" "}
          <DemoMark view={view} demo={need.demo} />
        </h3>
        <p class="quote" lang="zh-CN">
          {need.text}
        </p>
        <p class="sub">
          <a href={`/counties/${county.code}`} lang="zh-CN">
            {county.name}
          </a>{" "}
          · {view.say(PHRASES.kilometres(opening.distanceKm))} · {view.say(PHRASES.days(need.days))}
        </p>
        <MatchedSkills view={view} matched={opening.matched} />
        <Lacks view={view} explained={opening} />
      </div>
      <div class="points">
        <Score view={view} explained={opening} />
        <PartBars view={view} explained={opening} />
      </div>
      <details class="why">
        <summary>
          {view.t("reasons")}
          <span class="hidden"> {need.code}</span>
        </summary>
        <PartReasons view={view} explained={opening} />
      </details>
    </>
  );
}
