import { Argument, Command } from "commander";
import { z } from "zod";
import { AppError, type Fault } from "../../domain/error.ts";
import { textFault } from "../../domain/model/need.ts";
import { parsedJson } from "../../graph/file-format.node.ts";
import { understandingJson } from "../../http/api/shapes/tags.ts";
import { openReference } from "../../node.ts";
import { harmless, language, printJson, printLine, readInput } from "../console.node.ts";
import { jsonOption } from "../options.node.ts";
import { tagsText } from "../print/tags.ts";

interface Text {
  id: string;
  text: string;
}

interface Flags {
  json?: boolean;
  plain?: boolean;
}

export const tagCommand = () =>
  new Command("tag")
    .description("what texts ask for; all lines are checked before the first is answered")
    .addArgument(new Argument("<file>", 'JSON Lines {"id","text"}; - reads standard input'))
    .option("--plain", "a text a line instead; its number is its id")
    .addOption(jsonOption())
    .action(async (file: string, { json, plain }: Flags) => {
      const texts = textsOf(await readInput(file), plain ?? false);
      const reference = openReference();
      for (const { id, text } of texts) {
        const shown = { id, ...understandingJson(reference.tag(text), { language, reference }) };
        await (json ? printJson(shown) : printLine(harmless(tagsText(text, shown))));
      }
    });

const Line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
});

/** The texts of a file; throws `invalid` that names every bad line. Empty lines do not count. */
function textsOf(content: string, plain: boolean): Text[] {
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
