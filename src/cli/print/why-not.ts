import type { z } from "zod";
import type { WhyNot } from "../../http/api/schemas/matches.ts";
import type { Language } from "../../http/language.ts";
import { expertLine, judgementLines, outOfHundred } from "./judgement.ts";
import { askBackLines } from "./recommendations.ts";

/** The answer to "why not" as the terminal shows it. */
export function whyNotText(shown: z.infer<typeof WhyNot>, language: Language): string {
  const { candidate } = shown;
  const about = candidate
    ? [
        `${outOfHundred(candidate.score)}  ${expertLine(candidate.expert, language)}`,
        ...judgementLines(candidate, language),
      ]
    : [];
  const lost = shown.lost.map(
    ({ name, points, against }) =>
      `     ${name}: ${outOfHundred(points)} < ${outOfHundred(against)}`,
  );
  return `${[shown.sentence, ...lost, ...askBackLines(shown.askBack), ...about].join("\n")}\n`;
}
