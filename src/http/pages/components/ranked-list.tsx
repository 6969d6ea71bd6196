import type { ListedExpert } from "../../../usecases/loading/listing.ts";
import { PHRASES } from "../phrases.ts";
import type { View } from "../view.ts";
import { BasePlace, ExpertName, InstitutionLink } from "./expert-line.tsx";
import { Lacks, MatchedSkills } from "./matched.tsx";
import { PartBars, PartReasons, Score } from "./score.tsx";

interface List {
  view: View;
  /** Six-digit code of the county that asks. */
  county: string;
  experts: readonly ListedExpert[];
  /** Without numbers for those who are only near. */
  ranked?: boolean;
}

/** Experts with the reasons for their places, best first. */
export function RankedList({ view, county, experts, ranked = true }: List) {
  return (
    <ol class={ranked ? "cards ranked" : "cards"}>
      {experts.map((one, index) => (
        <li class="card judged">
          {ranked && (
            <span class="rank">
              <span class="hidden">{view.t("rank")} </span>
              {index + 1}
            </span>
          )}
          <JudgedExpert view={view} county={county} one={one} open={ranked && index === 0} />
        </li>
      ))}
    </ol>
  );
}

interface One {
  view: View;
  county: string;
  one: ListedExpert;
  open?: boolean;
}

/** One expert with score, skills, evidence, gaps and the reason of each part. */
export function JudgedExpert({ view, county, one, open = false }: One) {
  const { expert } = one;
  return (
    <>
      <div class="who">
        <h3>
          <ExpertName view={view} expert={expert} />
        </h3>
        <p class="sub">
          <InstitutionLink expert={expert} /> · <BasePlace view={view} expert={expert} /> ·{" "}
          {view.say(
            expert.county === county ? PHRASES.inCounty() : PHRASES.kilometres(one.distanceKm),
          )}
        </p>
        <MatchedSkills view={view} matched={one.matched} />
        <Lacks view={view} explained={one} />
      </div>
      <div class="points">
        <Score view={view} explained={one} />
        <PartBars view={view} explained={one} />
      </div>
      <details class="why" open={open}>
        <summary>
          {view.t("reasons")}
          <span class="hidden" lang="zh-CN">
            {" "}
            {expert.name}
          </span>
        </summary>
        <PartReasons view={view} explained={one} />
      </details>
    </>
  );
}
