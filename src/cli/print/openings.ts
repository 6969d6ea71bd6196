import type { z } from "zod";
import type { Openings } from "../../http/api/schemas/matches.ts";
import type { Language } from "../../http/language.ts";
import { expertLine, judgementLines, outOfHundred } from "./judgement.ts";

type Shown = z.infer<typeof Openings>;

const WORDS = {
  zh: { none: "目前没有适合的已发布需求。", refused: "专业对口但不能选派：", km: "公里" },
  en: {
    none: "No published need fits at present.",
    refused: "Fitting in skills, but not to be served:",
    km: "km",
  },
} as const;

/** The openings of an expert as the terminal shows them. */
export function openingsText(shown: Shown, language: Language): string {
  const words = WORDS[language];
  const openings = shown.openings.flatMap((one, index) => [
    "",
    `${String(index + 1).padStart(2)}. ${outOfHundred(one.score)}  ${one.need.code} ${one.county.name} · ${Math.round(one.distanceKm)} ${words.km}`,
    `     ${one.need.text}`,
    ...judgementLines(one, language),
  ]);
  const refused = shown.refused.map(
    ({ need, county, refusals }) =>
      `     ${need.code} ${county.name}: ${refusals[0]?.sentence ?? ""}`,
  );
  const lines = [
    expertLine(shown.expert, language),
    ...(openings.length > 0 ? openings : [words.none]),
    ...(refused.length > 0 ? ["", words.refused, ...refused] : []),
  ];
  return `${lines.join("\n")}\n`;
}
