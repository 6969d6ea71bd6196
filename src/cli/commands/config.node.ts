import { Command } from "commander";
import { printJson, printLine } from "../console.node.ts";
import { jsonOption } from "../options.node.ts";
import { settings } from "../settings.node.ts";

export const configCommand = () =>
  new Command("config").description("the settings in force").addCommand(
    new Command("check")
      .description("check all settings at once; secrets are masked")
      .addOption(jsonOption())
      .action(async ({ json }: { json?: boolean }) => {
        const { shown } = settings();
        if (json) return printJson(shown);
        for (const [name, value] of Object.entries(shown)) {
          await printLine(`${name}=${value ?? ""}`);
        }
      }),
  );
