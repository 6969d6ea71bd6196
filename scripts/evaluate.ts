/**
 * Measures the tagger on labelled requests, or the ranking on labelled judgements; which of the
 * two a file holds is seen from its lines.
 *
 *   npm run -s evaluate -- FILE [--json]
 *
 * Exit codes: 0 measured, 2 wrong arguments, 3 the file cannot be read as either.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readData } from "../src/data/files.node.ts";
import { readReference } from "../src/data/reference.ts";
import { isJudgement, reportJudgements } from "./evaluate-judgements.ts";
import { evaluateRequests, readRequests, requestTable } from "./evaluate-requests.ts";

const USAGE = "usage: npm run -s evaluate -- FILE [--json]";

/** Ends the program with a message for the reader. */
class Refusal extends Error {
  readonly exitCode: 2 | 3;

  constructor(message: string, { exitCode, cause }: { exitCode: 2 | 3; cause: unknown }) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : `${error}`);

function readArguments(): { file: string; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new Error("one file is needed");
    return { file, json: values.json };
  } catch (error) {
    throw new Refusal(`${reasonOf(error)}\n${USAGE}`, { cause: error, exitCode: 2 });
  }
}

function readLines(file: string): unknown[] {
  const faults: string[] = [];
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index): unknown[] => {
      if (line.trim() === "") return [];
      try {
        return [JSON.parse(line)];
      } catch (error) {
        faults.push(`line ${index + 1}: ${reasonOf(error)}`);
        return [];
      }
    });
  if (lines.length === 0 && faults.length === 0) faults.push("the file is empty");
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return lines;
}

function reportRequests(lines: readonly unknown[], json: boolean): string {
  const { vocabulary, tag } = readReference(readData);
  const measured = evaluateRequests(readRequests(lines, vocabulary), tag);
  return json ? JSON.stringify(measured) : requestTable(measured);
}

function report(file: string, json: boolean): string {
  try {
    const lines = readLines(file);
    return lines.every(isJudgement)
      ? reportJudgements(lines, { json })
      : reportRequests(lines, json);
  } catch (error) {
    throw new Refusal(`${file}: ${reasonOf(error)}`, { cause: error, exitCode: 3 });
  }
}

try {
  const { file, json } = readArguments();
  process.stdout.write(`${report(file, json)}\n`);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
