import { readDemoTables } from "./data/demo.ts";
import { readData } from "./data/files.node.ts";
import { demoProvince } from "./demo/province.ts";
import type { GraphRecord } from "./graph/record.ts";
import type { Reference } from "./usecases/context.ts";

/** The demo province as a load: what it holds depends on the number of experts and the seed alone. */
export function demoRecords(
  reference: Reference,
  { experts, seed }: { experts: number; seed: number },
): { source: string; records: Iterable<GraphRecord> } {
  const { vocabulary, places } = reference;
  const tables = readDemoTables(readData);
  return {
    source: `seed:${seed}:${experts}`,
    records: demoProvince({ places, vocabulary, tables }, { experts, seed, year: DEMO_YEAR }),
  };
}

/** The year the demo province is set in: fixed, so that a seed means the same for ever. */
const DEMO_YEAR = 2026;

/** The province that a new data folder is filled with. */
export const FIRST_PROVINCE = { experts: 6_000, seed: 1 } as const;
