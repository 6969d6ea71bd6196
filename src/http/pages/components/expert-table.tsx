import { TITLE_NAMES } from "../../../domain/matching/eligibility.ts";
import type { ListedExpert } from "../../../usecases/loading/listing.ts";
import type { View } from "../view.ts";
import { BasePlace, DemoMark, InstitutionLink } from "./expert-line.tsx";

interface Lines {
  view: View;
  experts: readonly ListedExpert["expert"][];
  caption: string;
  withInstitution?: boolean;
}

/** Experts, a row each; on a phone a card each. */
export function ExpertTable({ view, experts, caption, withInstitution = true }: Lines) {
  const { t, say } = view;
  return (
    <table class="stacked">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("name")}</th>
          <th scope="col">{t("title")}</th>
          {withInstitution && <th scope="col">{t("institution")}</th>}
          <th scope="col">{t("base")}</th>
          <th scope="col">{t("status")}</th>
        </tr>
      </thead>
      <tbody>
        {experts.map((expert) => (
          <tr>
            <th scope="row">
              <a class="name" href={`/experts/${encodeURIComponent(expert.id)}`} lang="zh-CN">
                {expert.name}
              </a>{" "}
              <DemoMark view={view} demo={expert.demo} />
            </th>
            <td>{say(TITLE_NAMES[expert.title])}</td>
            {withInstitution && (
              <td>
                <InstitutionLink expert={expert} />
              </td>
            )}
            <td>
              <BasePlace view={view} expert={expert} />
            </td>
            <td>{t(expert.onDuty ? "onDuty" : "offDuty")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
