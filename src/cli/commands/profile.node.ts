import { Argument, Command } from "commander";
import { parsed } from "../../domain/input.ts";
import { profileJson } from "../../http/api/shapes/profiles.ts";
import { openReference } from "../../node.ts";
import { ReadProfile, readProfile } from "../../usecases/read-profile.ts";
import { OPERATOR } from "../caller.node.ts";
import { harmless, language, printJson, printLine, readInput } from "../console.node.ts";
import { jsonOption } from "../options.node.ts";
import { profileText } from "../print/profile.ts";

export const profileCommand = () =>
  new Command("profile")
    .description("which skills an expert's own words speak of, with level hints; stores nothing")
    .addArgument(new Argument("<file>", "one text, up to 5,000 characters; - reads standard input"))
    .addOption(jsonOption())
    .action(async (file: string, { json }: { json?: boolean }) => {
      const typed = (await readInput(file)).replace(/^\uFEFF/, "").trim();
      const input = parsed(ReadProfile, { text: typed });
      const reference = openReference();
      const audience = { language, reference };
      const shown = profileJson(readProfile({ actor: OPERATOR, reference }, input), audience);
      await (json ? printJson(shown) : printLine(harmless(profileText(shown, audience))));
    });
