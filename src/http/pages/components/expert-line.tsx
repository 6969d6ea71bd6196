import { TITLE_NAMES } from "../../../domain/matching/eligibility.ts";
import type { ProfessionalTitle } from "../../../domain/model/expert.ts";
import { countyName, type View } from "../view.ts";

interface Known {
  id: string;
  name: string;
  title: ProfessionalTitle;
  demo: boolean;
  institutionId: string | null;
  institution: string | null;
  county: string | null;
  city: string | null;
}

interface Mark {
  view: View;
  demo: boolean;
  /** What exactly is invented. */
  why?: "demoTitle" | "demoInstitutionTitle";
}

/** Says that somebody or something is invented. */
export function DemoMark({ view, demo, why = "demoTitle" }: Mark) {
  if (!demo) return null;
  return (
    <span class="tag demo" title={view.t(why)}>
      {view.t("demo")}
    </span>
  );
}

interface Named {
  view: View;
  expert: Known;
  /** False on the expert's own page. */
  linked?: boolean;
}

/** The name of an expert, with title and demo mark. */
export function ExpertName({ view, expert, linked = true }: Named) {
  return (
    <>
      {linked ? (
        <a class="name" href={`/experts/${encodeURIComponent(expert.id)}`} lang="zh-CN">
          {expert.name}
        </a>
      ) : (
        <span lang="zh-CN">{expert.name}</span>
      )}{" "}
      <span class="tag">{view.say(TITLE_NAMES[expert.title])}</span>{" "}
      <DemoMark view={view} demo={expert.demo} />
    </>
  );
}

export function InstitutionLink({ expert }: { expert: Known }) {
  const { institution, institutionId } = expert;
  if (!(institution && institutionId)) return null;
  return (
    <a href={`/institutions/${encodeURIComponent(institutionId)}`} lang="zh-CN">
      {institution}
    </a>
  );
}

/** Where an expert is based: a county of the province, or a city outside. */
export function BasePlace({ view, expert }: { view: View; expert: Known }) {
  if (expert.county !== null) {
    return (
      <a href={`/counties/${expert.county}`} lang="zh-CN">
        {countyName(view, expert.county)}
      </a>
    );
  }
  return (
    <span>
      {view.t("outside")} {expert.city && <span lang="zh-CN">{expert.city}</span>}
    </span>
  );
}
