import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { rowsByLine } from "../../../src/data/rows-by-line.ts";
import { fc } from "../../support/properties.ts";

/** The same by csv-parse alone; "refused" for a text with a bad row. */
function rowsOf(text: string) {
  try {
    const records: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      columns: true,
      comment: "#",
      comment_no_infix: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    });
    return records.map(({ record, info }) => ({ record: { ...record }, line: info.lines }));
  } catch {
    return "refused";
  }
}

const pieces = fc.constantFrom("a", "病", ",", ",", "\n", "\n", '"', " ", "#", "\r", "\u3000", "|");
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));

test("a table that is read line by line is read as csv-parse reads it", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const read = rowsByLine(`a,b\n${text}`);
      if (read !== null) expect(read).toEqual(rowsOf(`a,b\n${text}`));
    }),
    { numRuns: 2000 },
  );
});

test("rows of any other form are left to csv-parse", () => {
  expect(rowsByLine("a,b\n1,2\n")).toEqual([{ record: { a: "1", b: "2" }, line: 2 }]);
  for (const rows of ["1", "1,2,3", '"1\n2",3', '1"2,3', '"1"\u3000,2', "1,2\r"]) {
    expect(rowsByLine(`a,b\n${rows}\n`)).toBeNull();
  }
});
