/**
 * How far two independent labellings of the same texts agree: Cohen's kappa.
 *
 *   npm run -s agreement -- A.jsonl B.jsonl [--cases] [--json]
 *
 * Exit codes: 0 compared, 2 wrong arguments, 3 a file cannot be used or the files label other texts.
 */
import { parseArgs } from "node:util";
import { readData } from "../src/data/files.node.ts";
import { readVocabulary } from "../src/data/vocabulary.ts";
import { agreementTable, compareLabellings } from "./evaluation/agreement.ts";
import { readLabels } from "./evaluation/labels.ts";
import { Refusal, readLines, reasonOf, runProgram, withFile } from "./evaluation/lines.ts";

const USAGE = "usage: npm run -s agreement -- A.jsonl B.jsonl [--cases] [--json]";

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        cases: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
      allowPositionals: true,
    });
    const [first, second, ...others] = positionals;
    if (first === undefined || second === undefined || others.length > 0) {
      throw new Error("two files are needed");
    }
    return { first, second, ...values };
  } catch (error) {
    throw new Refusal(`${reasonOf(error)}\n${USAGE}`, { cause: error, exitCode: 2 });
  }
}

await runProgram(async () => {
  const { first, second, cases, json } = readArguments();
  const vocabulary = readVocabulary(readData);
  const labelsIn = (file: string) => withFile(file, () => readLabels(readLines(file), vocabulary));
  const [left, right] = [labelsIn(first), labelsIn(second)];
  const report = withFile(`${first}, ${second}`, () => compareLabellings(left, right, vocabulary));
  if (!json) return agreementTable(report, cases);
  const { differences, ...measured } = report;
  return JSON.stringify(cases ? report : { ...measured, differing: differences.length });
});
