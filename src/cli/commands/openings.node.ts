import { Command } from "commander";
import { openingsJson } from "../../http/api/shapes/matches.ts";
import { withCaller } from "../caller.node.ts";
import { harmless, language, print, printJson } from "../console.node.ts";
import { jsonOption, limitOption, namedExpert, withExpert } from "../options.node.ts";
import { openingsText } from "../print/openings.ts";
import { settings } from "../settings.node.ts";

interface Flags {
  expert?: string;
  limit: number;
  json?: boolean;
}

export const openingsCommand = () =>
  withExpert(new Command("openings"))
    .description("published needs that fit an expert, best first, with the reasons")
    .addOption(limitOption())
    .addOption(jsonOption())
    .action(async (argument: string | undefined, { limit, json, ...flags }: Flags) => {
      const expert = namedExpert(argument, flags.expert);
      await withCaller(settings(), async ({ call, reference }) => {
        const shown = openingsJson(await call("openings", { expert, limit }), {
          language,
          reference,
        });
        await (json ? printJson(shown) : print(harmless(openingsText(shown, language))));
      });
    });
