import { z } from "zod";
import { inFolder, run } from "./program.ts";
import { type Bench, megabytes, rounded } from "./report.ts";

const Status = z.object({ contentHash: z.string() });

/** 6,000 experts into the embedded engine, as typed: from the command to its end. */
export const benchSeed: Bench = () =>
  inFolder(async (folder) => {
    const { seconds, usage } = await run({ folder }, ["seed", "--experts", "6000", "--seed", "1"]);
    const status = await run({ folder }, ["db", "status", "--hash", "--json"]);
    const { contentHash } = Status.parse(JSON.parse(status.out));
    return {
      figures: [
        { what: "6,000 experts", measured: rounded(seconds), unit: "s", target: { atMost: 8 } },
        { what: "work", measured: rounded(usage.cpuSeconds), unit: "s CPU" },
        { what: "peak RSS", measured: megabytes(usage.peakRss), unit: "MB" },
      ],
      notes: { "content hash": contentHash },
    };
  });
