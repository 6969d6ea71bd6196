import type { z } from "zod";
import type { Recommendations } from "../../http/api/schemas/matches.ts";
import type { AskBack } from "../../http/api/schemas/tags.ts";
import type { Language } from "../../http/language.ts";
import { expertLine, judgementLines, outOfHundred } from "./judgement.ts";

type Shown = z.infer<typeof Recommendations>;

const WORDS = {
  zh: {
    asked: "所需技能",
    abstained: "暂不推荐",
    nearest: "最接近的",
    km: "公里",
    policy: "评分策略",
  },
  en: {
    asked: "Asked",
    abstained: "Nobody is recommended",
    nearest: "Nearest",
    km: "km",
    policy: "Policy",
  },
} as const;

/** A ranking as the terminal shows it. */
export function recommendationsText(shown: Shown, language: Language): string {
  const words = WORDS[language];
  const lines = [
    ...shown.notices.map(({ message }) => `! ${message}`),
    `${shown.county.name}: ${shown.text}`,
    `${words.asked}: ${shown.asked.map(({ name, weight }) => `${name} ${percent(weight)}`).join(", ")}`,
    ...askBackLines(shown.askBack),
    ...shown.recommendations.flatMap((one, index) => recommendationLines(one, { index, language })),
    ...abstentionLines(shown, language),
    `${words.policy}: ${shown.policy}`,
  ];
  return `${lines.join("\n")}\n`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function recommendationLines(
  one: Shown["recommendations"][number],
  { index, language }: { index: number; language: Language },
): string[] {
  const distance = `${Math.round(one.distanceKm)} ${WORDS[language].km}`;
  const place = one.expert.county?.name ?? one.expert.city ?? "";
  const head = `${String(index + 1).padStart(2)}. ${outOfHundred(one.score)}  ${expertLine(one.expert, language)} · ${place} · ${distance}  [${one.expert.id}]`;
  return ["", head, ...judgementLines(one, language)];
}

/** The questions to answer first, with the answers to pick from. */
export const askBackLines = (askBack: z.infer<typeof AskBack>[]): string[] =>
  askBack.flatMap(({ question, options }) => [
    `? ${question}`,
    ...options.map(({ label }) => `    - ${label}`),
  ]);

function abstentionLines({ abstained }: Shown, language: Language): string[] {
  if (!abstained) return [];
  const words = WORDS[language];
  return [
    "",
    `${words.abstained}: ${abstained.reason}`,
    `${words.nearest}:`,
    ...abstained.nearest.flatMap((one, index) => recommendationLines(one, { index, language })),
  ];
}
