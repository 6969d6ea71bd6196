import { figuresOf, measure, memoryOf, type Targets, warmUp } from "./load.ts";
import { inFolder, type RunningServer, run, serve } from "./program.ts";
import type { Bench, Report } from "./report.ts";
import { demoNeeds } from "./requests.ts";

const NEEDS = 200;
const ROUNDS = 10;

/** 6,000 experts in the embedded engine, asked over HTTP. */
export const benchRecommend: Bench = () =>
  inFolder(async (folder) => {
    await run({ folder }, ["seed", "--experts", "6000", "--seed", "1"]);
    const server = await serve({ folder });
    try {
      return await askOver(server, { p50: 15, p99: 60 }, 400);
    } finally {
      await server.stop();
    }
  });

/** One client, then eight, on a server that has answered each need before. */
export async function askOver(
  server: RunningServer,
  targets: Targets,
  memoryTarget?: number,
): Promise<Report> {
  const needs = demoNeeds(NEEDS);
  const listed = await warmUp(server, needs);
  const alone = await measure({ server, needs, rounds: ROUNDS, clients: 1 });
  const many = await measure({ server, needs, rounds: ROUNDS, clients: 8 });
  return {
    figures: [
      ...figuresOf(alone, "1 client", targets),
      ...figuresOf(many, "8 clients"),
      ...memoryOf(server, memoryTarget),
    ],
    notes: {
      requests: `${NEEDS} needs x ${ROUNDS} rounds after one to warm up; ${listed} of the needs are answered with a list, the others with a question or an abstention`,
    },
  };
}
