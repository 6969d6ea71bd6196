import { uuidv7 } from "uuidv7";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { demoRecords } from "../../src/demo.node.ts";
import { countGraph } from "../../src/graph/bulk.ts";
import { grafeo } from "../../src/graph/engines/grafeo.node.ts";
import { neo4jBolt } from "../../src/graph/engines/neo4j-bolt.node.ts";
import { checkLines } from "../../src/graph/file-check.node.ts";
import { type Graph, openGraph } from "../../src/graph/graph.ts";
import type { GraphRecord } from "../../src/graph/record.ts";
import { exportLines, recordsOf } from "../../src/graph/transfer.node.ts";
import { openReference } from "../../src/node.ts";
import { loadGraph } from "../../src/usecases/load-graph.ts";

const { neo4j } = readConfig(process.env);
const OPERATOR = { role: "operator", name: "" } as const;
/** Nodes that other tests may leave behind and that are no content. */
const LEFTOVERS = ["Migration", "Operation", "BulkLoad", "AuditEvent", "Run", "IdempotencyKey"];

const load = (
  graph: Graph,
  source: string,
  records: Iterable<GraphRecord> | AsyncIterable<GraphRecord>,
) => loadGraph({ graph, now: () => new Date(), newId: uuidv7 }, OPERATOR, { source, records });

async function linesFrom(graph: Graph): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportLines(graph)) lines.push(line);
  return lines;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** Counts and content hash: all that an import must bring over. History of the transfer differs. */
async function contentOf(lines: readonly string[]): Promise<unknown> {
  const { nodes, relations, contentHash } = await checkLines(each(lines));
  const { AuditEvent: _, ...content } = nodes;
  return { nodes: content, relations, contentHash };
}

if (neo4j) transfers(neo4j);
else test.skip("export and import between engines: set NEO4J_URI, e.g. to bolt://localhost:7687");

function transfers(settings: NonNullable<typeof neo4j>): void {
  describe("a province that travels from Grafeo to Neo4j and back", async () => {
    const reference = openReference();
    const far = openGraph(neo4jBolt(settings));
    const { nodes } = await countGraph(far);
    const isFree = Object.keys(nodes).every((label) => LEFTOVERS.includes(label));
    const title = "keeps every node, every relation and its content hash";
    afterAll(() => far.engine.close());

    test.skipIf(!isFree)(
      isFree ? title : `${title}: needs a Neo4j without content`,
      async () => {
        const near = openGraph(grafeo({}));
        const { source, records } = demoRecords(reference, { experts: 120, seed: 3 });
        await load(near, source, records);
        const first = await linesFrom(near);

        try {
          await load(far, "file:first", recordsOf(each(first)));
          const second = await linesFrom(far);
          expect(await contentOf(second)).toEqual(await contentOf(first));

          const back = openGraph(grafeo({ shuffleUnordered: true }));
          await load(back, "file:second", recordsOf(each(second)));
          expect(await contentOf(await linesFrom(back))).toEqual(await contentOf(first));

          const refused = load(far, "file:third", []);
          await expect(refused).rejects.toMatchObject({ code: "conflict" });
        } finally {
          await empty(far);
        }
      },
      300_000,
    );
  });
}

/** Deletes all nodes in small steps; only called on a graph that held no content before. */
async function empty(graph: Graph): Promise<void> {
  const step = "MATCH (n) WITH n LIMIT 2000 DETACH DELETE n RETURN count(*) AS gone";
  for (;;) {
    const [row] = await graph.engine.write((run) => run(step, {}));
    if (JSON.stringify(row) === '{"gone":0}') return;
  }
}
