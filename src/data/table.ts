import { parse } from "csv-parse/sync";
import type { z } from "zod";

/** Gives the text of a data file by its name below `src/data`. */
export type ReadData = (name: string) => string;

/**
 * The rows of a CSV data file with a header line, checked one by one.
 * Throws an Error that names the file, the line and the column of the first bad row.
 */
export function readTable<Row>(readData: ReadData, name: string, row: z.ZodType<Row>): Row[] {
  const records: { record: unknown; info: { lines: number } }[] = parse(readData(name), {
    columns: true,
    comment: "#",
    comment_no_infix: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
  });
  return records.map(({ record, info }) => {
    const { success, data, error } = row.safeParse(record);
    if (success) return data;
    const [issue] = error.issues;
    throw new Error(
      `${name}, line ${info.lines}, column "${issue?.path.join(".")}": ${issue?.message}`,
    );
  });
}
