import type { z } from "zod";
import type { Replay } from "../../http/api/schemas/runs.ts";
import type { Language } from "../../http/language.ts";

const WORDS = {
  zh: { same: "与保存时完全一致。", kept: "保存于" },
  en: { same: "The same as when it was kept.", kept: "Kept" },
} as const;

/** What changed since a ranking was kept, as the terminal shows it. */
export function replayText(shown: z.infer<typeof Replay>, language: Language): string {
  const words = WORDS[language];
  const lines = [
    `${shown.run} (${words.kept} ${shown.at}, ${shown.policy.before})`,
    ...(shown.same ? [words.same] : []),
    ...shown.general,
    ...shown.moves.flatMap(({ expert, sentences }) => [
      `${expert.name ?? expert.id} [${expert.id}]`,
      ...sentences.map((sentence) => `     ${sentence}`),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}
