import type { Sentence } from "../domain/error.ts";

/** Languages of the product: Chinese first. */
export type Language = "zh" | "en";

/** What the reader asked for: `?lang=`, else the cookie, else what the browser likes best. */
export function languageOf(asked: {
  query: string | undefined;
  cookie: string | undefined;
  header: string | undefined;
}): Language {
  for (const wanted of [asked.query, asked.cookie]) {
    if (wanted === "en" || wanted === "zh") return wanted;
  }
  const [zh, en] = [likingOf("zh", asked.header), likingOf("en", asked.header)];
  return en > zh ? "en" : "zh";
}

/** How much a browser likes a language (RFC 9110, 12.5.4): 0 when it does not name it. */
function likingOf(language: Language, header: string | undefined): number {
  const named = (header ?? "").split(",").filter((part) => part.trim().startsWith(language));
  return Math.max(0, ...named.map((part) => Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1)));
}

/** The sentence in the reader's language. */
export const say = (language: Language, sentence: Sentence): string => sentence[language];
