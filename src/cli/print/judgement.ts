import type { z } from "zod";
import type { Recommendation } from "../../http/api/schemas/matches.ts";
import type { Language } from "../../http/language.ts";

type Judged = Omit<z.infer<typeof Recommendation>, "expert">;

/** Points in 1/10,000 as readers see them: 0 to 100, one decimal. */
export const outOfHundred = (points: number): string => (points / 100).toFixed(1);

/** The reasons of a judgement, a line each. */
export function judgementLines(judged: Judged, language: Language): string[] {
  const parts = judged.parts.map(
    ({ name, points, max, sentence }) =>
      `     ${name} ${outOfHundred(points)}/${outOfHundred(max)}  ${sentence}`,
  );
  const proofs = judged.matched.flatMap(({ held, evidence }) =>
    evidence.slice(0, 2).map(({ sentence }) => `     · ${held.name}: ${sentence}`),
  );
  const word = language === "zh" ? "尚缺" : "Lacking";
  const lacks = judged.lacks.map((sentence) => `     ${word}: ${sentence}`);
  return [...parts, ...proofs, ...lacks];
}

/** "张三（演示） · 正高 · 湖南农业大学" */
export function expertLine(
  { name, titleName, institution, demo }: z.infer<typeof Recommendation>["expert"],
  language: Language,
): string {
  const mark = { zh: "（演示）", en: " (demo)" }[language];
  return [`${name}${demo ? mark : ""}`, titleName, institution ?? ""].filter(Boolean).join(" · ");
}
