import type { z } from "zod";
import type { Tags } from "../../http/api/schemas/tags.ts";
import { askBackLines } from "./recommendations.ts";

/** What a text asks for, as the terminal shows it: the text, then each tag and its words. */
export function tagsText(text: string, shown: z.infer<typeof Tags>): string {
  const skills = shown.needs.flatMap((need) =>
    need.skills.map(
      ({ industry, competence, weight }) =>
        `  ${industry} x ${competence}  ${Math.round(weight * 100)}%`,
    ),
  );
  const reasons = shown.evidence.map(({ tag, words, rule }) => `  ${words} -> ${tag} (${rule})`);
  const unknown = shown.unknown.map(({ words }) => words).join(", ");
  return [
    text,
    ...skills,
    ...reasons,
    ...(unknown ? [`  ? ${unknown}`] : []),
    ...askBackLines(shown.askBack),
  ].join("\n");
}
