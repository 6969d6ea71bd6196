import { statSync } from "node:fs";
import { join } from "node:path";
import { figuresOf, measure, memoryOf, warmUp } from "./load.ts";
import { inFolder, run, serve } from "./program.ts";
import { type Bench, type Figure, megabytes, rounded } from "./report.ts";
import { demoNeeds } from "./requests.ts";

const NEEDS = 100;

/** A large province in the embedded engine, and a national one written to a file. */
export const benchSizes: Bench = async () => ({
  figures: [...(await inFolder(hundredThousandEmbedded)), ...(await inFolder(millionToFile))],
});

async function hundredThousandEmbedded(folder: string): Promise<Figure[]> {
  const name = "100,000 experts, embedded";
  const seeded = await run({ folder }, ["seed", "--experts", "100000", "--seed", "1"]);
  const server = await serve({ folder });
  try {
    const needs = demoNeeds(NEEDS);
    await warmUp(server, needs.slice(0, NEEDS / 2));
    const asked = await measure({ server, needs, rounds: 1, clients: 1 });
    return [
      { what: `${name}: seed`, measured: rounded(seeded.seconds), unit: "s" },
      {
        what: `${name}: seed, peak RSS`,
        measured: megabytes(seeded.usage.peakRss),
        unit: "MB",
        target: { atMost: 2048 },
      },
      ...figuresOf(asked, `${name}: recommend, 1 client`),
      ...memoryOf(server),
    ];
  } finally {
    await server.stop();
  }
}

async function millionToFile(folder: string): Promise<Figure[]> {
  const name = "1,000,000 experts to a file";
  const file = join(folder, "province.jsonl");
  const flags = ["--experts", "1000000", "--seed", "1", "--out", file];
  const { seconds, usage } = await run({ folder }, ["seed", ...flags]);
  return [
    { what: `${name}: time`, measured: rounded(seconds), unit: "s" },
    {
      what: `${name}: peak RSS`,
      measured: megabytes(usage.peakRss),
      unit: "MB",
      target: { atMost: 1024 },
    },
    { what: `${name}: size`, measured: megabytes(statSync(file).size), unit: "MB" },
  ];
}
