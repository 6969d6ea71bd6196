import type { z } from "zod";
import type { Sentence } from "../../domain/error.ts";
import type { Profile } from "../../http/api/schemas/profiles.ts";
import type { Audience } from "../../http/api/shapes/audience.ts";
import { reason, section, standing, sure, tagAndReason } from "./readings.ts";

type Shown = z.infer<typeof Profile>;

/** The skills an expert's own words speak of, as the terminal shows them. */
export function profileText(shown: Shown, audience: Audience): string {
  const { title, years } = shown;
  const refused = shown.evidence.filter(({ tag }) => tag.startsWith("not:"));
  return [
    ...shown.notices.map(({ message }) => `! ${message}`),
    shown.text,
    ...section(HEADINGS.title, title ? [`${title.titleName}  ${standing(title)}`] : [], audience),
    ...section(HEADINGS.years, years ? [`${years.value}  ${standing(years)}`] : [], audience),
    ...section(HEADINGS.skills, skillLines(shown, audience), audience),
    ...section(
      HEADINGS.refused,
      refused.map((read) => tagAndReason(read, audience)),
      audience,
    ),
    ...section(HEADINGS.unknown, shown.unknown.map(standing), audience),
    ...(shown.skills.length === 0 ? [NONE[audience.language]] : []),
  ].join("\n");
}

const HEADINGS = {
  title: { zh: "职称", en: "Title" },
  years: { zh: "从业年数", en: "Years of work" },
  skills: { zh: "建议的技能（待本人确认）", en: "Proposed skills (to be confirmed)" },
  refused: { zh: "已否定", en: "Ruled out" },
  unknown: { zh: "未识别", en: "Not understood" },
} as const satisfies Record<string, Sentence>;

const NONE: Sentence = {
  zh: "没有读出技能：请写明产业和专长，例如“长于猕猴桃溃疡病防控”。",
  en: "No skill was read: say an industry and what you do in it, e.g. 长于猕猴桃溃疡病防控.",
};

const skillLines = ({ skills }: Shown, audience: Audience): string[] => {
  const { level: word, shown } = {
    zh: { level: "等级", shown: "水平依据" },
    en: { level: "level", shown: "level shown by" },
  }[audience.language];
  return skills.flatMap(({ name, level, confidence, because, shownBy }) => [
    `${name}  ${word} ${level}  ${sure(confidence, audience)}`,
    ...because.map((read) => `  ${reason(read, audience)}`),
    ...(shownBy.length > 0 ? [`  ${shown}: ${shownBy.map(standing).join(", ")}`] : []),
  ]);
};
