import { proofSentence } from "../../domain/matching/explanation.ts";
import type { Openings } from "../../usecases/find-openings.ts";
import type { ExpertView } from "../../usecases/read-expert.ts";
import { BasePlace, ExpertName, InstitutionLink } from "./components/expert-line.tsx";
import { OpeningList } from "./components/openings.tsx";
import { PolicyNote } from "./components/outcome.tsx";
import { Said } from "./components/said.tsx";
import { Assessments, Postings, Records, Teams } from "./components/service-history.tsx";
import { MODE_NAMES, PHRASES } from "./phrases.ts";
import { skillLabel, type View } from "./view.ts";

interface Sheet {
  view: View;
  expert: ExpertView;
  found: Openings;
}

/** Openings shown at first. */
const USUAL = 10;

/** One expert: who, what skills with what proof, what service, and which needs fit. */
export function ExpertSheet({ view, expert, found }: Sheet) {
  const { t } = view;
  return (
    <>
      <div class="head">
        <h1>
          <ExpertName view={view} expert={expert} linked={false} />
        </h1>
        <span class={expert.onDuty ? "tag good" : "tag warn"}>
          {t(expert.onDuty ? "onDuty" : "offDuty")}
        </span>
      </div>
      <Facts view={view} expert={expert} />
      <Skills view={view} expert={expert} />
      <section class="block" aria-labelledby="openings">
        <h2 id="openings">{t("openings")}</h2>
        <p class="hint">{t("openingsHint")}</p>
        {found.openings.length === 0 ? (
          <p class="notice">{t("noOpenings")}</p>
        ) : (
          <OpeningList view={view} openings={found.openings} />
        )}
        {found.openings.length === USUAL && (
          <p>
            <a href={`/experts/${encodeURIComponent(expert.id)}?limit=50#openings`}>
              {t("moreOpenings")}
            </a>
          </p>
        )}
        {found.refused.length > 0 && (
          <details class="more">
            <summary>
              {t("refusedOpenings")} ({found.refused.length})
            </summary>
            <OpeningList view={view} openings={found.refused} />
          </details>
        )}
        <PolicyNote view={view} policy={found.policy} />
      </section>
      <Postings view={view} expert={expert} />
      <Records view={view} expert={expert} />
      <Assessments view={view} expert={expert} />
      <Teams view={view} expert={expert} />
    </>
  );
}

type Part = Pick<Sheet, "view" | "expert">;

function Facts({ view, expert }: Part) {
  const { t, say } = view;
  const modes = expert.serviceModes.map((mode) => say(MODE_NAMES[mode]));
  return (
    <div class="card">
      {expert.about !== "" && (
        <p class="lead" lang="zh-CN">
          {expert.about}
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>{t("institution")}</dt>
          <dd>{expert.institution ? <InstitutionLink expert={expert} /> : t("none")}</dd>
        </div>
        <div>
          <dt>{t("base")}</dt>
          <dd>
            <BasePlace view={view} expert={expert} />
          </dd>
        </div>
        <div>
          <dt>{t("modes")}</dt>
          <dd>{modes.join(view.language === "zh" ? "、" : ", ")}</dd>
        </div>
        <div>
          <dt>{t("radius")}</dt>
          <dd>{say(PHRASES.radius(expert.travelRadiusKm))}</dd>
        </div>
        <div>
          <dt>{t("daysPerYear")}</dt>
          <dd>{say(PHRASES.days(expert.daysPerYear))}</dd>
        </div>
      </dl>
    </div>
  );
}

function Skills({ view, expert }: Part) {
  const { t, say } = view;
  return (
    <section class="block" aria-labelledby="skills">
      <h2 id="skills">{t("skills")}</h2>
      <div class="card flush">
        <table class="stacked">
          <caption class="hidden">{t("skills")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("skill")}</th>
              <th scope="col">{t("level")}</th>
              <th scope="col">{t("evidence")}</th>
            </tr>
          </thead>
          <tbody>
            {expert.skills.map((skill) => (
              <tr>
                <th scope="row">{skillLabel(view, skill)}</th>
                <td class="num">{say(PHRASES.level(skill.level))}</td>
                <td>
                  {skill.evidence.length === 0 && t("noEvidence")}
                  <ul class="plain">
                    {skill.evidence.map((proof) => (
                      <li>
                        <Said view={view} text={say(proofSentence(proof))} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">{t("levelsLegend")}</p>
    </section>
  );
}
