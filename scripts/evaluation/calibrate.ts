/**
 * Measures how often tags of each ground are right on labelled requests, and writes it down as the
 * confidence that the tagger gives them: (right + 1) / (given + 2), Laplace's rule of succession.
 * A tag that only may be there is left out. Measure on requests that the lexicon was not worked on with:
 * on others every ground looks surer than it is.
 *
 *   npm run -s calibrate -- FILE [FILE...]
 *
 * Exit codes: 0 written, 2 wrong arguments, 3 a file cannot be used: nothing is written.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { readData } from "../../src/data/files.node.ts";
import { readReference } from "../../src/data/reference.ts";
import {
  COMPETENCE_GROUNDS,
  type Ground,
  INDUSTRY_GROUNDS,
} from "../../src/domain/understanding/grounds.ts";
import { judgeTags } from "./calibration.ts";
import { readRequests } from "./labels.ts";
import { Refusal, readLines, reasonOf, runProgram, withFile } from "./lines.ts";

const USAGE = "usage: npm run -s calibrate -- FILE [FILE...]";
const TABLE = new URL("../../src/data/lexicon/confidences.csv", import.meta.url);
/** The head of the table: which requests it was measured on. */
const headOf = (files: readonly string[], requests: number): string[] => [
  `# How often a tag read by each ground was right: npm run calibrate, ${requests} requests of ${files.map((file) => basename(file)).join(", ")}`,
  "ground,confidence,right,given",
];

function filesNamed(): string[] {
  try {
    const { positionals } = parseArgs({ allowPositionals: true });
    if (positionals.length === 0) throw new Error("a file is needed");
    return positionals;
  } catch (error) {
    throw new Refusal(`${reasonOf(error)}\n${USAGE}`, { cause: error, exitCode: 2 });
  }
}

await runProgram(async () => {
  const { vocabulary, tag } = readReference(readData);
  const files = filesNamed();
  const requests = files.flatMap((file) =>
    withFile(file, () => readRequests(readLines(file), vocabulary)),
  );
  const counts = new Map<Ground, { right: number; given: number }>();
  for (const request of requests) {
    for (const one of tag(request.text).tags) {
      const count = counts.get(one.ground) ?? { right: 0, given: 0 };
      for (const { right } of judgeTags([one], request)) {
        count.given += 1;
        count.right += Number(right);
      }
      counts.set(one.ground, count);
    }
  }
  const grounds = new Set<Ground>([...INDUSTRY_GROUNDS, ...COMPETENCE_GROUNDS]);
  const rows = [...grounds].map((ground) => {
    const { right, given } = counts.get(ground) ?? { right: 0, given: 0 };
    return `${ground},${((right + 1) / (given + 2)).toFixed(3)},${right},${given}`;
  });
  writeFileSync(TABLE, `${[...headOf(files, requests.length), ...rows].join("\n")}\n`);
  return rows.join("\n");
});
