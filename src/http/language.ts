import type { Sentence } from "../domain/error.ts";

/** Languages of the product: Chinese first. */
export type Language = "zh" | "en";

/** What the reader asked for: `?lang=`, else the cookie, else the browser's first language. */
export function languageOf(asked: {
  query: string | undefined;
  cookie: string | undefined;
  header: string | undefined;
}): Language {
  for (const wanted of [asked.query, asked.cookie]) {
    if (wanted === "en" || wanted === "zh") return wanted;
  }
  return /^en\b/i.test(asked.header ?? "") ? "en" : "zh";
}

/** The sentence in the reader's language. */
export const say = (language: Language, sentence: Sentence): string => sentence[language];
