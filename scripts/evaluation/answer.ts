import type { Understanding } from "../../src/domain/understanding/tagger.ts";

/** What of an understanding is measured or shown beside a fault. */
export type Answer = Pick<
  Understanding,
  "industries" | "competences" | "tags" | "needs" | "urgent" | "askBack" | "unknown"
>;

/** Reads a text: the offline tagger as it is, one that asks a model in time. */
export type TextTagger = (text: string) => Answer | Promise<Answer>;
