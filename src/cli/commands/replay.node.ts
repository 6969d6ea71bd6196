import { Command } from "commander";
import { replayJson } from "../../http/api/shapes/runs.ts";
import { withCaller } from "../caller.node.ts";
import { harmless, language, print, printJson } from "../console.node.ts";
import { jsonOption } from "../options.node.ts";
import { replayText } from "../print/replay.ts";
import { settings } from "../settings.node.ts";

export const replayCommand = () =>
  new Command("replay")
    .description("recompute a kept ranking on today's graph; says what changed and why")
    .argument("<run>", "id of the run, run_...")
    .addOption(jsonOption())
    .action(async (run: string, { json }: { json?: boolean }) => {
      await withCaller(settings(), async ({ call, reference }) => {
        const shown = replayJson(await call("replay", { run }), { language, reference });
        await (json ? printJson(shown) : print(harmless(replayText(shown, language))));
      });
    });
