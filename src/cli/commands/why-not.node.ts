import { Command } from "commander";
import { whyNotJson } from "../../http/api/shapes/matches.ts";
import { withCaller } from "../caller.node.ts";
import { harmless, language, print, printJson } from "../console.node.ts";
import { jsonOption, limitOption, namedExpert, withExpert } from "../options.node.ts";
import { whyNotText } from "../print/why-not.ts";
import { settings } from "../settings.node.ts";
import { type AskingFlags, askingOf, withAskingFlags } from "./asking.node.ts";

interface Flags extends AskingFlags {
  expert?: string;
  limit: number;
  json?: boolean;
}

export const whyNotCommand = () =>
  withAskingFlags(withExpert(new Command("why-not")))
    .description("why a named expert is not among those recommended")
    .addOption(limitOption())
    .addOption(jsonOption())
    .action(async (argument: string | undefined, { limit, json, ...flags }: Flags) => {
      const expert = namedExpert(argument, flags.expert);
      const asking = await askingOf(flags);
      const verb = flags.need === undefined ? "why-not" : "why-not-for-need";
      await withCaller(settings(), async ({ call, reference }) => {
        const answer = await call(verb, { ...asking, expert, limit });
        const shown = whyNotJson(answer, { language, reference });
        await (json ? printJson(shown) : print(harmless(whyNotText(shown, language))));
      });
    });
