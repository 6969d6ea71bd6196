import { expect, test } from "vitest";
import { countUnknown } from "../../../src/domain/understanding/unknown-words.ts";

const span = (words: string) => ({ words, from: 0, to: words.length });

test("words that are not understood are counted once a text, the most frequent first", () => {
  const count = countUnknown();
  count.add({ id: "1", text: "甲乙甲乙" }, [span("甲乙"), span("甲乙")]);
  count.add({ id: "2", text: "丙丁甲乙" }, [span("丙丁"), span("甲乙")]);
  count.add({ id: "3", text: "椪柑" }, []);
  expect(count.totals()).toEqual({ texts: 3, distinct: 2 });
  expect(count.most(9)).toEqual([
    { words: "甲乙", texts: 2, example: { id: "1", text: "甲乙甲乙" } },
    { words: "丙丁", texts: 1, example: { id: "2", text: "丙丁甲乙" } },
  ]);
  expect(count.most(1)).toHaveLength(1);
});
