import { readFileSync } from "node:fs";

/** The text of a data file of this folder, e.g. "vocabulary/industries.csv". */
export const readData = (name: string): string =>
  readFileSync(new URL(name, import.meta.url), "utf8");
