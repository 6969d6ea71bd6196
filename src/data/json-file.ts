import type { z } from "zod";
import type { ReadData } from "./table.ts";

/** A JSON data file. Throws an Error that names the file and the field when it is not as it must be. */
export function readJson<Schema extends z.ZodType>(
  readData: ReadData,
  file: string,
  schema: Schema,
): z.output<Schema> {
  const { success, data, error } = schema.safeParse(json(file, readData(file)));
  if (success) return data;
  const [issue] = error.issues;
  throw new Error(`${file}, "${issue?.path.join(".")}": ${issue?.message}`);
}

function json(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
}
