/** A row by the names of its columns, and the line it stands on. */
export interface NumberedRow {
  record: Record<string, string>;
  line: number;
}

/**
 * The rows of a CSV text with a header line, cut at line ends and commas; null for a text that takes
 * more: cells of several lines, quotes in quotes, other line ends, rows longer or shorter than the
 * header. The data files are that plain, and parsing them by the letter took half of the start.
 */
export function rowsByLine(text: string): NumberedRow[] | null {
  const [header, ...rows] = cutLines(text);
  if (header === undefined) return [];
  const columns = header.cells;
  const isTable = rows.every(({ cells }) => cells.length === columns.length);
  if (!isTable || columns.length === 0 || text.includes("\r")) return null;
  return rows.map(({ cells, line }) => ({ record: recordOf(columns, cells), line }));
}

/** The cells of each line that is neither empty nor a comment. */
function cutLines(text: string): { cells: readonly string[]; line: number }[] {
  return text
    .split("\n")
    .flatMap((words, index) =>
      /^\s*(?:#|$)/.test(words) ? [] : [{ cells: cutLine(words), line: index + 1 }],
    );
}

const cutLine = (words: string): readonly string[] =>
  words.includes('"') ? quotedCells(words) : words.split(",").map((cell) => cell.trim());

/** A cell, in quotes or not, and the comma or the end behind it. */
const CELL = / *(?:"([^"]*)"|([^",]*)) *(,|$)/gy;

/** None where quotes are set in any other way, or open a cell that goes on in the next line. */
function quotedCells(words: string): readonly string[] {
  const cells: string[] = [];
  for (const [, quoted, plain = "", end] of words.matchAll(CELL)) {
    cells.push(quoted ?? plain.trim());
    if (end === "") return cells;
  }
  return [];
}

function recordOf(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (const [at, column] of columns.entries()) record[column] = cells[at] ?? "";
  return record;
}
