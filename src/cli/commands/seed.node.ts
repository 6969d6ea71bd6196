import { Command } from "commander";
import { demoRecords } from "../../demo.node.ts";
import { linesOf } from "../../graph/transfer.node.ts";
import { openReference, openServices, WHILE_LOADING } from "../../node.ts";
import { loadGraph } from "../../usecases/load-graph.ts";
import { OPERATOR } from "../caller.node.ts";
import { language, printJson, printLine, tell } from "../console.node.ts";
import { writeLines } from "../files.node.ts";
import { jsonOption, wholeNumber } from "../options.node.ts";
import { progressLine } from "../progress.node.ts";
import { refuseBesideServer } from "../refuse-beside-server.node.ts";
import { settings } from "../settings.node.ts";

interface Flags {
  experts: number;
  seed: number;
  out?: string;
  json?: boolean;
}

export const seedCommand = () =>
  new Command("seed")
    .description("fill an empty graph with the demo province; the same seed gives the same content")
    .option("--experts <n>", "how many invented experts", wholeNumber(1, 2_000_000), 6000)
    .option("--seed <n>", "which province", wholeNumber(0, 2_147_483_647), 1)
    .option("--out <file>", "write a file for `ketepai db import` instead; .gz compresses")
    .addOption(jsonOption())
    .action(({ out, ...flags }: Flags) =>
      out === undefined ? seedGraph(flags) : writeFile(out, flags),
    );

async function seedGraph({ experts, seed, json }: Flags): Promise<void> {
  const config = settings();
  refuseBesideServer(config, "seed");
  const services = await openServices(config, WHILE_LOADING);
  const progress = progressLine();
  try {
    const stored = await loadGraph(services, OPERATOR, {
      ...demoRecords(services.reference, { experts, seed }),
      onProgress: progress.show,
    });
    progress.end();
    if (json) await printJson({ experts, seed, stored });
    else
      await printLine({ zh: `已写入 ${stored} 条记录`, en: `${stored} records stored` }[language]);
  } finally {
    await services.close();
  }
}

async function writeFile(path: string, { experts, seed }: Flags): Promise<void> {
  const { records } = demoRecords(openReference(), { experts, seed });
  await writeLines(path, linesOf(records));
  tell({ zh: `已写入文件 ${path}`, en: `Written to ${path}` }[language]);
}
