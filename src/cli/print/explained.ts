import type { z } from "zod";
import type { Sentence } from "../../domain/error.ts";
import type { Tags } from "../../http/api/schemas/tags.ts";
import { type Audience, skillLabel } from "../../http/api/shapes/audience.ts";
import { reason, section, standing, sure, tagAndReason, tagName } from "./readings.ts";
import { askBackLines } from "./recommendations.ts";

type Shown = z.infer<typeof Tags> & { id: string };

/** What a text asks for and why, as `tag --explain` shows it. */
export function explainedText(text: string, shown: Shown, audience: Audience): string {
  const others = shown.evidence.filter(({ tag }) => !/^(industry|competence|not):/.test(tag));
  const refused = shown.evidence.filter(({ tag }) => tag.startsWith("not:"));
  const named = (read: (typeof others)[number]) => tagAndReason(read, audience);
  return [
    `[${shown.id}] ${text}`,
    ...section(HEADINGS.skills, skillLines(shown, audience), audience),
    ...section(HEADINGS.tags, tagLines(shown, audience), audience),
    ...section(HEADINGS.others, others.map(named), audience),
    ...section(HEADINGS.refused, refused.map(named), audience),
    ...section(HEADINGS.amounts, amountLines(shown, audience), audience),
    ...section(HEADINGS.headcount, headcountLines(shown), audience),
    ...section(HEADINGS.dates, shown.dates.map(standing), audience),
    ...section(HEADINGS.unknown, shown.unknown.map(standing), audience),
    ...section(HEADINGS.askBack, askBackLines(shown.askBack), audience),
  ].join("\n");
}

const HEADINGS = {
  skills: { zh: "所需技能", en: "Skills asked for" },
  tags: { zh: "依据", en: "Because of" },
  others: { zh: "还读出", en: "Also read" },
  refused: { zh: "已否定", en: "Ruled out" },
  amounts: { zh: "规模与数量", en: "Sizes and amounts" },
  headcount: { zh: "需要人数", en: "Helpers wanted" },
  dates: { zh: "时间", en: "Dates" },
  unknown: { zh: "未识别", en: "Not understood" },
  askBack: { zh: "请先回答", en: "To be answered first" },
} as const satisfies Record<string, Sentence>;

const skillLines = ({ needs }: Shown, audience: Audience): string[] =>
  needs.flatMap(({ skills }) =>
    skills.map(
      (skill) =>
        `${skillLabel(audience, skill)}  ${Math.round(skill.weight * 100)}%  ${sure(skill.confidence, audience)}`,
    ),
  );

/** Each tag, and below it the words that led to it. */
const tagLines = ({ tags, evidence }: Shown, audience: Audience): string[] =>
  tags.flatMap(({ tag, confidence }) => [
    `${tagName(tag, audience)}  ${sure(confidence, audience)}`,
    ...evidence.filter((read) => read.tag === tag).map((read) => `  ${reason(read, audience)}`),
  ]);

const AMOUNTS: Readonly<Record<string, Sentence>> = {
  area: { zh: "面积", en: "area" },
  weight: { zh: "重量", en: "weight" },
  animals: { zh: "只数", en: "animals" },
  plants: { zh: "株数", en: "plants" },
  money: { zh: "金额", en: "money" },
  length: { zh: "长度", en: "length" },
  share: { zh: "比例", en: "share" },
};

const amountLines = ({ amounts }: Shown, { language }: Audience): string[] =>
  amounts.map(({ kind, value, unit, ...span }) => {
    const size = value === null ? { zh: "未说明数目", en: "no number given" }[language] : value;
    return `${AMOUNTS[kind]?.[language] ?? kind} ${size} ${unit}  ${standing(span)}`;
  });

const headcountLines = ({ headcount }: Shown): string[] =>
  headcount ? [`${headcount.value}  ${standing(headcount)}`] : [];
