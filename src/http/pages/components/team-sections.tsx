import type { Word } from "../dictionary.ts";
import type { ShownTeam } from "../team-shown.ts";

/** A part of the page, and how much there is in it. */
type Section = readonly [id: string, word: Word, count?: number];

/** Links to the parts of the page: on a phone it is long. */
export function TeamSections({ shown: { view, composed } }: { shown: ShownTeam }) {
  const { t } = view;
  const { members, coverage, rules, repairs } = composed.answer;
  const team: Section[] = [["members", "membersTitle", members.length]];
  const others: Section[] = [
    ["alternatives", "alternativesTitle"],
    ["save", "saveDraft"],
  ];
  const sections: Section[] = [
    ...(repairs.length > 0 ? [["repairs", "repairsTitle", repairs.length] as const] : []),
    ...(members.length > 0 ? team : []),
    ...(composed.problem.excludes.length > 0
      ? [["excluded", "excludedPeople", composed.problem.excludes.length] as const]
      : []),
    ["demands", "demandsTitle", coverage.length],
    ...(rules.length > 0 ? [["rules", "teamRules", rules.length] as const] : []),
    ["why-not", "whyNotTeam"],
    ["what-if", "whatIf"],
    ...(members.length > 0 ? others : []),
  ];
  return (
    <nav class="sections" aria-label={t("onThisPage")}>
      <ul>
        {sections.map(([id, word, count]) => (
          <li>
            <a href={`#${id}`}>{t(word)}</a>
            {count !== undefined && <span class="num"> {count}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}
