import { Argument, Command } from "commander";
import { understandingJson } from "../../http/api/shapes/tags.ts";
import { openReference } from "../../node.ts";
import { harmless, language, printJson, printLine, readInput } from "../console.node.ts";
import { jsonOption, plainOption } from "../options.node.ts";
import { explainedText } from "../print/explained.ts";
import { tagsText } from "../print/tags.ts";
import { textsOf } from "../texts.node.ts";

interface Flags {
  json?: boolean;
  plain?: boolean;
  explain?: boolean;
}

export const tagCommand = () =>
  new Command("tag")
    .description("what texts ask for; all lines are checked before the first is answered")
    .addArgument(new Argument("<file>", 'JSON Lines {"id","text"}; - reads standard input'))
    .addOption(plainOption())
    .option(
      "--explain",
      "every tag with its confidence, words, place and rule (--json always has them)",
    )
    .addOption(jsonOption())
    .action(async (file: string, { json, plain, explain }: Flags) => {
      const texts = textsOf(await readInput(file), plain ?? false);
      const reference = openReference();
      const audience = { language, reference };
      for (const { id, text } of texts) {
        const shown = { id, ...understandingJson(reference.tag(text), audience) };
        const lines = explain ? explainedText(text, shown, audience) : tagsText(text, shown);
        await (json ? printJson(shown) : printLine(harmless(lines)));
      }
    });
