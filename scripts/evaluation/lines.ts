import { readFileSync } from "node:fs";

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : `${error}`;

/** Ends a program with a message for the reader: 2 wrong arguments, 3 a file that cannot be used. */
export class Refusal extends Error {
  readonly exitCode: 2 | 3;

  constructor(message: string, { exitCode, cause }: { exitCode: 2 | 3; cause?: unknown }) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}

/** Runs a program; a refusal is told on standard error and becomes the exit code. */
export async function runProgram(program: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await program()}\n`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

/** Whatever goes wrong with a file is told with its name. */
export function withFile<Read>(file: string, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    throw new Refusal(`${file}: ${reasonOf(error)}`, { cause: error, exitCode: 3 });
  }
}

/** The objects of a file with a JSON object a line. Throws an Error that names each bad line. */
export function readLines(file: string): unknown[] {
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
