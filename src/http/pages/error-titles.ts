import type { Word } from "./dictionary.ts";

/** The heading of an error page, by its status. */
export const STATUS_TITLES: Readonly<Record<number, Word>> = {
  400: "invalidTitle",
  404: "notFoundTitle",
  409: "invalidTitle",
  413: "tooLargeTitle",
  503: "unavailableTitle",
};
