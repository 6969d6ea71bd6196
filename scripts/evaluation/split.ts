/**
 * Splits labelled requests into the half to tune on and the half that is only measured, by the rule
 * of `halfOf`. Lines stay as they are, in their order; both files are written anew.
 *
 *   npm run -s split -- FILE [FILE...] [--to FOLDER]
 *
 * writes requests-dev.jsonl and requests-test.jsonl to the folder, test/evaluation by default.
 * Exit codes: 0 written, 2 wrong arguments, 3 a file cannot be used: nothing is written.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readData } from "../../src/data/files.node.ts";
import { readVocabulary } from "../../src/data/vocabulary.ts";
import { type Half, halfOf } from "./halves.ts";
import { readRequests } from "./labels.ts";
import { Refusal, readLines, reasonOf, runProgram, withFile } from "./lines.ts";

const USAGE = "usage: npm run -s split -- FILE [FILE...] [--to FOLDER]";

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { to: { type: "string", default: "test/evaluation" } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new Error("a file is needed");
    return { files: positionals, folder: values.to };
  } catch (error) {
    throw new Refusal(`${reasonOf(error)}\n${USAGE}`, { cause: error, exitCode: 2 });
  }
}

/** The lines of a file as they stand, each with its half. Throws when one is no labelled request. */
function halvedLines(file: string): { half: Half; line: string }[] {
  const requests = readRequests(readLines(file), readVocabulary(readData));
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return requests.map(({ id }, at) => ({ half: halfOf(id), line: lines[at] ?? "" }));
}

await runProgram(async () => {
  const { files, folder } = readArguments();
  const halved = files.flatMap((file) => withFile(file, () => halvedLines(file)));
  const written = (["dev", "test"] as const).map((half) => {
    const lines = halved.filter((one) => one.half === half).map(({ line }) => line);
    const path = join(folder, `requests-${half}.jsonl`);
    withFile(path, () => writeFileSync(path, lines.map((line) => `${line}\n`).join("")));
    return `${path}: ${lines.length} requests`;
  });
  return written.join("\n");
});
