import { AppError } from "../domain/error.ts";
import { readRecords } from "./bulk.ts";
import { FORMAT, Line, parsedJson, tally } from "./file-format.node.ts";
import type { Graph } from "./graph.ts";
import { model } from "./model.ts";
import { latestAudit } from "./queries/audit.ts";
import type { GraphRecord } from "./record.ts";

/** The lines of a file that holds these records: a header, a line each, a footer with counts and hash. */
export async function* linesOf(
  records: AsyncIterable<GraphRecord> | Iterable<GraphRecord>,
): AsyncGenerator<string> {
  const total = tally();
  const header = { format: FORMAT, formatVersion: 1, schemaVersion: model.version };
  yield `${JSON.stringify(header)}\n`;
  for await (const record of records) {
    total.add(record);
    yield `${JSON.stringify(record)}\n`;
  }
  yield `${JSON.stringify(total.footer())}\n`;
}

/**
 * The whole graph as lines. No lock is held meanwhile; when somebody changed the graph before the
 * last line, it fails with `conflict` instead of handing out a mixture.
 */
export async function* exportLines(graph: Graph): AsyncGenerator<string> {
  const before = await graph.maybe(latestAudit, {});
  let footer = "";
  for await (const line of linesOf(readRecords(graph))) {
    if (footer) yield footer;
    footer = line;
  }
  const after = await graph.maybe(latestAudit, {});
  if (before?.id !== after?.id) {
    throw new AppError("conflict", {
      zh: "导出期间数据有变动，请再导出一次。",
      en: "The graph was changed while it was being exported: export it again.",
    });
  }
  yield footer;
}

/** The records of a file that was checked. */
export async function* recordsOf(lines: AsyncIterable<string>): AsyncGenerator<GraphRecord> {
  for await (const line of lines) {
    const value = Line.safeParse(parsedJson(line));
    if (value.success) yield value.data;
  }
}
