import { join } from "node:path";
import { parseCommandLine } from "../neo4j/command-line.ts";
import { start } from "../neo4j/start.ts";
import { stop } from "../neo4j/stop.ts";
import { inFolder, run, serve } from "./program.ts";
import { askOver } from "./recommend.ts";
import type { Bench, Report } from "./report.ts";

const TARGETS = { p50: 30, p99: 120 };

/**
 * The same on a Neo4j over Bolt: the one of NEO4J_URI, which must hold the province already, or one
 * of its own that is started, seeded and stopped again.
 */
export const benchRecommendNeo4j: Bench = () =>
  inFolder(async (folder) => {
    const given = process.env["NEO4J_URI"];
    return given ? askAt({ folder, neo4j: given }) : askOwn(folder);
  });

async function askOwn(folder: string): Promise<Report> {
  const home = join(folder, "neo4j");
  const ports = ["--bolt", "0", "--http", "0"];
  const { bolt } = await start(parseCommandLine(["start", "--home", home, ...ports]));
  try {
    const target = { folder, neo4j: `bolt://127.0.0.1:${bolt}` };
    const seeded = await run(target, ["seed", "--experts", "6000", "--seed", "1"]);
    const report = await askAt(target);
    const seconds = Math.round(seeded.seconds * 10) / 10;
    const seed = { what: "seed", measured: seconds, unit: "s" };
    return { ...report, figures: [...report.figures, seed] };
  } finally {
    await stop(home);
  }
}

async function askAt(target: { folder: string; neo4j: string }): Promise<Report> {
  const server = await serve(target);
  try {
    return await askOver(server, TARGETS);
  } finally {
    await server.stop();
  }
}
