import type { z } from "zod";
import type { Sentence } from "../../domain/error.ts";
import type { TeamRole } from "../../domain/team/answer.ts";
import { ruleNumber } from "../../domain/team/rules.ts";
import type { CountyTeam, TeamAnswer } from "../../http/api/schemas/teams.ts";
import type { Language } from "../../http/language.ts";
import { proofSentence } from "../../http/pages/team-proof.ts";
import {
  MAYBE_MORE_ALTERNATIVES,
  NO_ALTERNATIVE,
  NO_REPAIR_FOUND,
  NOT_ALL_SUBSTITUTES,
  ROLE_NAMES,
} from "../../http/pages/team-words.ts";

type Shown = z.infer<typeof TeamAnswer>;
type Member = NonNullable<Shown["members"]>[number];

const HEADINGS = {
  members: { zh: "成员", en: "Members" },
  coverage: { zh: "需求覆盖", en: "Coverage" },
  rules: { zh: "规则", en: "Rules" },
  conflict: {
    zh: "不能同时满足的规则",
    en: "Rules that cannot hold together",
  },
  repairs: { zh: "可以这样调整", en: "What would mend it" },
  alternatives: { zh: "备选方案", en: "Alternatives" },
  substitutes: { zh: "替补", en: "Substitutes" },
} as const satisfies Record<string, Sentence>;

/** What was asked for besides the team. */
export interface TeamWishes {
  alternatives: number;
  substitutes?: boolean;
}

/** How ids are called where they have a name. */
export interface TeamNames {
  demand: (id: string) => string;
  industry: (id: string) => string;
  person: (id: string) => string;
}

/** A composed team as the terminal shows it. */
export function teamText(
  shown: Shown,
  { names, wishes }: { names: TeamNames; wishes: TeamWishes },
  language: Language,
): string {
  const block = (heading: keyof typeof HEADINGS, entries: readonly string[]): string[] =>
    entries.length === 0
      ? []
      : ["", HEADINGS[heading][language], ...entries.map((line) => `  ${line}`)];
  const lines = [
    proofSentence(shown)[language],
    ...(shown.shortfall ? [shown.shortfall.text] : []),
    ...block(
      "members",
      (shown.members ?? []).map((member) =>
        memberLine({ ...member, squad: member.squad && names.industry(member.squad) }, language),
      ),
    ),
    ...block(
      "coverage",
      (shown.members === null ? [] : shown.coverage).map((one) =>
        coverageLine({
          ...one,
          demand: names.demand(one.demand),
          by: one.by.map(names.person),
        }),
      ),
    ),
    ...block(
      "rules",
      shown.rules.map((rule) => `${rule.holds ? "✓" : "✗"} ${ruleNumber(rule)}${rule.text}`),
    ),
    ...block(
      "conflict",
      shown.conflict.map(({ text }) => `- ${text}`),
    ),
    ...block("repairs", mendingLines(shown, language)),
    ...block("alternatives", alternativeLines(shown, wishes, language)),
    ...block("substitutes", wishes.substitutes ? substituteLines(shown, names, language) : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** What mends it, where that is wanted; or why nothing is said of it. */
function mendingLines(shown: Shown, language: Language): string[] {
  const { repairs, unmendable, status, shortfall } = shown;
  if (repairs.length > 0) return repairs.map((repair) => repairLine(repair, language));
  if (unmendable !== null) return [unmendable];
  const isWanted = status === "infeasible" || shortfall !== null;
  return isWanted ? [NO_REPAIR_FOUND[language]] : [];
}

const roleName = (role: TeamRole, language: Language): string => ROLE_NAMES[role][language];

function memberLine({ id, name, role, squad, adds }: Member, language: Language) {
  const who = name === id ? id : `${name} [${id}]`;
  const words = {
    zh: `贡献 ${adds.objective}（覆盖 ${adds.coverage}）`,
    en: `adds ${adds.objective} (coverage ${adds.coverage})`,
  }[language];
  return `${roleName(role, language)}  ${who}${squad === null ? "" : `  ${squad}`}  ${words}`;
}

const coverageLine = ({ demand, covered, by }: Shown["coverage"][number]): string =>
  `${String(Math.round(covered * 100)).padStart(3)}%  ${demand}  ${by.join(", ")}`;

function repairLine(
  { text, objective, coverage, isCheapest }: Shown["repairs"][number],
  language: Language,
): string {
  const also = isCheapest
    ? ""
    : { zh: "；未证明要求最少", en: "; not proven to ask for least" }[language];
  if (objective === null || coverage === null) return `- ${text}${also}`;
  const share = `${Math.floor(coverage * 1000 + 1e-6) / 10}%`;
  const then = {
    zh: `（之后总值 ${objective}，覆盖 ${share}${also}）`,
    en: ` (then worth ${objective}, ${share} covered${also})`,
  };
  return `- ${text}${then[language]}`;
}

/** Those that were found, and whether there may be more. */
function alternativeLines(
  { members, alternatives, alternativesComplete }: Shown,
  wishes: TeamWishes,
  language: Language,
): string[] {
  if (wishes.alternatives === 0 || members === null) return [];
  const lines = alternatives.map(alternativeLine);
  if (!alternativesComplete) return [...lines, MAYBE_MORE_ALTERNATIVES[language]];
  return lines.length > 0 ? lines : [NO_ALTERNATIVE[language]];
}

const alternativeLine = ({ objective, distance, members }: Shown["alternatives"][number]): string =>
  `${objective} (-${distance})  ${members.map(({ name }) => name).join(", ")}`;

function substituteLines(
  { members, substitutes }: Shown,
  names: TeamNames,
  language: Language,
): string[] {
  const nobody = { zh: "没有", en: "nobody" }[language];
  const all = members ?? [];
  const isCut = all.some(({ id }) => !Object.hasOwn(substitutes, id));
  const lines = all.flatMap(({ id, name }) => {
    const found = substitutes[id];
    if (!found) return [];
    const best = found.kept ?? found.reoptimised;
    if (!best) return [`${name} → ${nobody}`];
    const unproven = best.proven ? "" : `  ${STATUS.feasible[language]}`;
    return [`${name} → ${best.joins.map(names.person).join(", ")}  ${best.objective}${unproven}`];
  });
  return isCut ? [...lines, NOT_ALL_SUBSTITUTES[language]] : lines;
}

const STATUS: Readonly<Record<Shown["status"], Sentence>> = {
  optimal: { zh: "已证明", en: "proven" },
  feasible: { zh: "未证明", en: "not proven" },
  infeasible: { zh: "无法组成", en: "impossible" },
  unknown: { zh: "未得出", en: "unknown" },
};

/** One county's team in a line, its repairs and those who stand in other teams below. */
export function countyTeamLine(team: z.infer<typeof CountyTeam>, language: Language): string {
  const { county, status, objective, members, shortfall, repairs, shared } = team;
  const people = (members ?? []).map(({ name }) => name).join(", ");
  const also = { zh: "也在", en: "also in" }[language];
  const lines = [
    [`${county.code} ${county.name}`, STATUS[status][language], objective ?? "–", people].join(
      "  ",
    ),
    ...(shortfall ? [`  ${shortfall.text}`] : []),
    ...repairs.slice(0, 1).map(({ text }) => `  - ${text}`),
    ...shared.map(({ name, counties }) => `  ${name} ${also} ${counties.join(", ")}`),
  ];
  return `${lines.join("\n")}\n`;
}
