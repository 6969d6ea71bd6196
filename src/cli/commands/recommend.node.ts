import { Command } from "commander";
import { recommendationsJson } from "../../http/api/shapes/matches.ts";
import { withCaller } from "../caller.node.ts";
import { harmless, language, print, printJson } from "../console.node.ts";
import { jsonOption, limitOption } from "../options.node.ts";
import { recommendationsText } from "../print/recommendations.ts";
import { settings } from "../settings.node.ts";
import { type AskingFlags, askingOf, withAskingFlags } from "./asking.node.ts";

interface Flags extends AskingFlags {
  limit: number;
  json?: boolean;
}

export const recommendCommand = () =>
  withAskingFlags(new Command("recommend"))
    .description("who fits a problem or a stored need, best first, with the reasons")
    .addOption(limitOption())
    .addOption(jsonOption())
    .action(async ({ limit, json, ...flags }: Flags) => {
      const asking = await askingOf(flags);
      const verb = flags.need === undefined ? "recommend" : "recommend-for-need";
      await withCaller(settings(), async ({ call, reference }) => {
        const found = await call(verb, { ...asking, limit });
        const shown = recommendationsJson(found, { language, reference });
        await (json ? printJson(shown) : print(harmless(recommendationsText(shown, language))));
      });
    });
