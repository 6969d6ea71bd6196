import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { checkLines } from "../../graph/file-check.node.ts";
import { migrate } from "../../graph/migrate.ts";
import { recordsOf } from "../../graph/transfer.node.ts";
import { openServices, WHILE_LOADING } from "../../node.ts";
import { newOperation } from "../../usecases/context.ts";
import { loadGraph } from "../../usecases/load-graph.ts";
import { OPERATOR, withCaller } from "../caller.node.ts";
import { language, printJson, printLine, tell } from "../console.node.ts";
import { linesOfFile, writeLines } from "../files.node.ts";
import { jsonOption } from "../options.node.ts";
import { progressLine } from "../progress.node.ts";
import { refuseBesideServer } from "../refuse-beside-server.node.ts";
import { settings } from "../settings.node.ts";

export const dbCommand = () =>
  new Command("db")
    .description("the graph as a whole")
    .addCommand(
      new Command("status")
        .description("counts by label and relation, schema, loads; --hash adds the content hash")
        .option("--hash", "read everything and compute the content hash")
        .addOption(jsonOption())
        .action(status),
    )
    .addCommand(
      new Command("migrate")
        .description("bring the stored schema to this program's version")
        .action(migrateGraph),
    )
    .addCommand(
      new Command("export")
        .description("write the whole graph as JSON Lines; .gz compresses")
        .argument("<file>", "- writes to standard output")
        .action(exportGraph),
    )
    .addCommand(
      new Command("import")
        .description("fill an empty graph from an exported file, which is checked as a whole first")
        .argument("<file>", "as exported; .gz is read too")
        .addOption(jsonOption())
        .action(importGraph),
    );

async function status({ hash, json }: { hash?: boolean; json?: boolean }): Promise<void> {
  await withCaller(settings(), async ({ call, exportLines }) => {
    const found = await call("graph-status", {});
    const contentHash = hash ? await hashOf(exportLines()) : undefined;
    const shown = { ...found, ...(contentHash && { contentHash }) };
    if (json) return printJson(shown);
    const counts = (kinds: Record<string, number>) =>
      Object.entries(kinds).map(([kind, count]) => `  ${kind.padEnd(18)} ${count}`);
    const { stored, expected, pending } = shown.schema;
    const lines = [
      `engine  ${shown.engine}`,
      `schema  ${stored} (program: ${expected}${pending.length > 0 ? `, pending: ${pending.join(", ")}` : ""})`,
      ...shown.loads.map(({ source, state, at }) => `load    ${source} ${state} ${at}`),
      ...counts(shown.nodes),
      ...counts(shown.relations),
      ...(contentHash ? [`hash    ${contentHash}`] : []),
    ];
    return printLine(lines.join("\n"));
  });
}

/** The content hash stands in the last line of an export. */
async function hashOf(lines: AsyncIterable<string>): Promise<string> {
  let last = "";
  for await (const line of lines) last = line;
  const { contentHash } = JSON.parse(last);
  return contentHash;
}

async function migrateGraph(): Promise<void> {
  const config = settings();
  refuseBesideServer(config, "db migrate");
  const services = await openServices(config, WHILE_LOADING);
  try {
    const applied = await migrate(services.graph, () => newOperation(services));
    const none = { zh: "结构已是最新", en: "The schema is current" }[language];
    await printLine(applied.length > 0 ? applied.join("\n") : none);
  } finally {
    await services.close();
  }
}

async function exportGraph(path: string): Promise<void> {
  await withCaller(settings(), async ({ exportLines }) => {
    if (path === "-") return pipeline(Readable.from(exportLines()), process.stdout, { end: false });
    await writeLines(path, exportLines());
    return tell({ zh: `已导出到 ${path}`, en: `Exported to ${path}` }[language]);
  });
}

async function importGraph(path: string, { json }: { json?: boolean }): Promise<void> {
  const config = settings();
  refuseBesideServer(config, "db import");
  const checked = await checkLines(linesOfFile(path));
  const services = await openServices(config, WHILE_LOADING);
  const progress = progressLine();
  try {
    const stored = await loadGraph(services, OPERATOR, {
      source: `file:${checked.contentHash}`,
      records: recordsOf(linesOfFile(path)),
      onProgress: progress.show,
    });
    progress.end();
    if (json) await printJson({ stored, ...checked });
    else await printLine(`${stored} ${checked.contentHash}`);
  } finally {
    await services.close();
  }
}
