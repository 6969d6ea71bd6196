import type { Recommendations } from "../../../usecases/recommend-experts.ts";
import { PHRASES } from "../phrases.ts";
import type { View } from "../view.ts";
import { RankedList } from "./ranked-list.tsx";
import { Said } from "./said.tsx";

interface Answer {
  view: View;
  answer: Recommendations;
  /** Address of the same page with a longer list, and with the usual one. */
  longer: string;
  shorter: string;
}

/** Fewer are listed than were asked for: there are no more. */
const USUAL = 10;

/** The ranked list, or why nobody is recommended and who comes nearest. */
export function Outcome({ view, answer, longer, shorter }: Answer) {
  const { t, say } = view;
  const { recommendations, abstained, county, policy } = answer;
  if (abstained) {
    return (
      <section aria-labelledby="ranking" class="block">
        <h2 id="ranking">{t("abstained")}</h2>
        <p class="notice">{say(abstained.reason)}</p>
        {abstained.nearest.length > 0 && (
          <>
            <h3 class="over">{t("nearest")}</h3>
            <RankedList
              view={view}
              county={county.code}
              experts={abstained.nearest}
              ranked={false}
            />
          </>
        )}
        <PolicyNote view={view} policy={policy} />
      </section>
    );
  }
  const count = recommendations.length;
  return (
    <section aria-labelledby="ranking" class="block">
      <h2 id="ranking">
        {t("ranking")}{" "}
        <small>
          <Said view={view} text={say(PHRASES.listed(count, county.name))} />
        </small>
      </h2>
      <RankedList view={view} county={county.code} experts={recommendations} />
      <p class="sub">
        {count === USUAL && <a href={longer}>{t("showMore")}</a>}
        {count > USUAL && <a href={shorter}>{t("showFewer")}</a>}
      </p>
      <PolicyNote view={view} policy={policy} />
    </section>
  );
}

export function PolicyNote({ view, policy }: { view: View; policy: string }) {
  return (
    <p class="sub">
      {view.t("policyUsed")} <a href="/about#formula">{policy}</a>
    </p>
  );
}
