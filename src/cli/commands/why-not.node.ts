import { Command } from "commander";
import { whyNotJson } from "../../http/api/shapes/matches.ts";
import { withCaller } from "../caller.node.ts";
import { language, print, printJson } from "../console.node.ts";
import { jsonOption, limitOption } from "../options.ts";
import { whyNotText } from "../print/why-not.ts";
import { settings } from "../settings.node.ts";
import { type AskingFlags, askingOf, withAskingFlags } from "./asking.node.ts";

interface Flags extends AskingFlags {
  limit: number;
  json?: boolean;
}

export const whyNotCommand = () =>
  withAskingFlags(new Command("why-not"))
    .description("why a named expert is not among those recommended")
    .requiredOption("--expert <name>", "id or unambiguous name")
    .addOption(limitOption())
    .addOption(jsonOption())
    .action(async ({ expert, limit, json, ...flags }: Flags & { expert: string }) => {
      const asking = await askingOf(flags);
      const verb = flags.need === undefined ? "why-not" : "why-not-for-need";
      await withCaller(settings(), async ({ call, reference }) => {
        const answer = await call(verb, { ...asking, expert, limit });
        const shown = whyNotJson(answer, { language, reference });
        await (json ? printJson(shown) : print(whyNotText(shown, language)));
      });
    });
