import { z } from "zod";
import { AppError, type Fault } from "../domain/error.ts";
import { textFault } from "../domain/model/need.ts";
import { parsedJson } from "../graph/file-format.node.ts";

export interface Text {
  id: string;
  text: string;
}

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
});

/** The texts of a file, JSON Lines unless `plain`; throws `invalid` that names every bad line. Empty lines do not count. */
export function textsOf(content: string, plain: boolean): Text[] {
  const lines = content.replace(/^\uFEFF/, "").split(/\r?\n/);
  const read = lines.flatMap((line, index) =>
    line.trim() === "" ? [] : [plain ? plainLine(line, index + 1) : jsonLine(line, index + 1)],
  );
  const faults = read.flatMap((one) => ("field" in one ? [one] : []));
  if (faults.length > 0) throw badLines(faults);
  return read.flatMap((one) => ("field" in one ? [] : [one]));
}

const plainLine = (line: string, number: number): Text | Fault =>
  checked({ id: String(number), text: line }, number);

function jsonLine(line: string, number: number): Text | Fault {
  const { success, data } = Line.safeParse(parsedJson(line));
  return success ? checked(data, number) : { field: `line ${number}`, ...NO_TEXT };
}

function checked(text: Text, number: number): Text | Fault {
  const fault = textFault(text.text);
  return fault ? { field: `line ${number}`, ...fault } : text;
}

const NO_TEXT = {
  zh: '应为 JSON 对象 {"id","text"}',
  en: 'must be a JSON object {"id","text"}',
};

function badLines(faults: Fault[]): AppError {
  const list = (one: "zh" | "en") =>
    faults.map((fault) => `${fault.field}: ${fault[one]}`).join("\n");
  return new AppError("invalid", { zh: list("zh"), en: list("en") }, { faults });
}
