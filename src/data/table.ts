import { type CsvError, parse } from "csv-parse/sync";
import { type NumberedRow, rowsByLine } from "./rows-by-line.ts";

/** What is wrong with a row of a data file. */
export interface RowFault {
  /** Below `src/data`. */
  file: string;
  line: number;
  /** "" when the row as a whole cannot be read. */
  column: string;
  message: string;
}

/** Gives the text of a data file by its name below `src/data`. */
export interface ReadData {
  (name: string): string;
  /** Told of everything that is wrong with each bad row; without it, the first one is thrown. */
  report?: (fault: RowFault) => void;
}

/** The cells of a row by the names of their columns. */
export type Cells = Readonly<Record<string, string | undefined>>;

/** What is wrong with a row, and in which column. */
export interface CellFault {
  path: readonly PropertyKey[];
  message: string;
}

/** What a row is read with: a zod schema, or what reads like one. */
export interface RowReader<Row> {
  safeParse(
    cells: Cells,
  ):
    | { success: true; data: Row; error?: undefined }
    | { success: false; data?: undefined; error: { issues: readonly CellFault[] } };
}

/**
 * The rows of a CSV data file with a header line, checked one by one.
 * Throws an Error that names the file, the line and the column of the first bad row; when
 * `readData` takes reports, bad rows are reported instead and left out.
 */
export function readTable<Row>(readData: ReadData, name: string, row: RowReader<Row>): Row[] {
  const report = readData.report ?? refuse;
  const text = readData(name);
  const rows =
    rowsByLine(text) ??
    rowsOf(text, (line, message) => report({ file: name, line, column: "", message }));
  return rows.flatMap(({ record, line }) => {
    const { success, data, error } = row.safeParse(record);
    if (success) return [data];
    for (const { path, message } of error.issues) {
      report({ file: name, line, column: path.join("."), message });
    }
    return [];
  });
}

/** The rows of any CSV text. */
function rowsOf(text: string, onBadLine: (line: number, message: string) => void): NumberedRow[] {
  const records: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
    columns: true,
    comment: "#",
    comment_no_infix: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) onBadLine(lineOf(error), error.message);
    },
  });
  return records.map(({ record, info }) => ({ record, line: info.lines }));
}

const lineOf = (error: CsvError): number => Number(error["lines"] ?? 0);

function refuse({ file, line, column, message }: RowFault): never {
  const where = column === "" ? "" : `, column "${column}"`;
  throw new Error(`${file}, line ${line}${where}: ${message}`);
}
