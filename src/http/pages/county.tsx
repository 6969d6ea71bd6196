import { parsed } from "../../domain/input.ts";
import { type CountyView, ReadCounty, readCounty } from "../../usecases/read-county.ts";
import { ExpertTable } from "./components/expert-table.tsx";
import { NeedTable } from "./components/need-lines.tsx";
import { answerPage } from "./layout.tsx";
import { industryName, type PageContext, type View, viewOf } from "./view.ts";

/** GET /counties/:county: what a county lives on, what it needs, who is near. */
export async function countyPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const found = await readCounty(
    c.get("ctx"),
    parsed(ReadCounty, { county: c.req.param("county") }),
  );
  const { county } = found;
  return answerPage(c, {
    view,
    title: county.name,
    section: "counties",
    children: (
      <>
        <div class="head">
          <h1>
            <span lang="zh-CN">{county.name}</span>{" "}
            <small>
              <span lang="zh-CN">{found.prefecture}</span> · {county.code}
            </small>
          </h1>
          <div class="actions">
            <a class="button" href={`/?county=${county.code}`}>
              {t("askForCounty")}
            </a>
            <a class="button" href={`/teams/${county.code}`}>
              {t("compose")}
            </a>
          </div>
        </div>
        <Facts view={view} found={found} />
        <Industries view={view} found={found} />
        <Needs view={view} found={found} />
        <Experts view={view} found={found} />
      </>
    ),
  });
}

interface Part {
  view: View;
  found: CountyView;
}

function Facts({ view, found }: Part) {
  const { t } = view;
  const { poverty, povertyAssumed } = found.county;
  return (
    <div class="card">
      <dl class="facts">
        <div>
          <dt>{t("prefecture")}</dt>
          <dd lang="zh-CN">{found.prefecture}</dd>
        </div>
        <div>
          <dt>{t("townships")}</dt>
          <dd>{found.townships}</dd>
        </div>
        <div>
          <dt>{t("villages")}</dt>
          <dd>
            {found.villages} <Assumed view={view} assumed={found.villages > 0} />
          </dd>
        </div>
        {poverty !== "none" && (
          <div>
            <dt>{t("category")}</dt>
            <dd>
              {t(poverty === "national" ? "poorNational" : "poorProvincial")}{" "}
              <Assumed view={view} assumed={povertyAssumed} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** Says that something is plausible, but not confirmed. */
function Assumed({ view, assumed }: { view: View; assumed: boolean }) {
  if (!assumed) return null;
  return (
    <span class="tag demo" title={view.t("assumedTitle")}>
      {view.t("assumed")}
    </span>
  );
}

function Industries({ view, found }: Part) {
  const { t } = view;
  return (
    <section class="block" aria-labelledby="industries">
      <h2 id="industries">{t("industries")}</h2>
      {found.industries.length === 0 && <p>{t("noIndustries")}</p>}
      <div class="halves">
        {(["leading", "specialty"] as const).map((role) => {
          const grown = found.industries.filter((one) => one.role === role);
          if (grown.length === 0) return null;
          return (
            <div class="card">
              <h3>{t(role)}</h3>
              <ol class="industries">
                {grown.map(({ industry, note, assumed }) => (
                  <li>
                    <b>{industryName(view, industry)}</b> {note && <span lang="zh-CN">{note}</span>}{" "}
                    <Assumed view={view} assumed={assumed} />
                  </li>
                ))}
              </ol>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Needs({ view, found: { county, needs } }: Part) {
  const { t } = view;
  return (
    <section class="block" aria-labelledby="needs">
      <h2 id="needs">{t("newestNeeds")}</h2>
      {needs.length === 0 ? (
        <p>{t("noneYet")}</p>
      ) : (
        <>
          <div class="card flush">
            <NeedTable view={view} needs={needs} caption={t("newestNeeds")} withCounty={false} />
          </div>
          <p>
            <a href={`/needs?county=${county.code}`}>{t("allNeedsHere")} →</a>
          </p>
        </>
      )}
    </section>
  );
}

function Experts({ view, found: { county, experts } }: Part) {
  const { t } = view;
  return (
    <section class="block" aria-labelledby="experts">
      <h2 id="experts">{t("expertsNear")}</h2>
      {experts.length === 0 ? (
        <p>{t("noneYet")}</p>
      ) : (
        <>
          <div class="card flush">
            <ExpertTable view={view} experts={experts} caption={t("expertsNear")} />
          </div>
          <p>
            <a href={`/experts?county=${county.code}`}>{t("allExpertsHere")} →</a>
          </p>
        </>
      )}
    </section>
  );
}
