/**
 * Runs benchmark instances through the solving code of the product; prints a JSON line for each.
 *
 *   npm run -s bench:instances -- FILE... [--kind team|scp|gap|assign] [--sense max|min] [--time-limit 60]
 *
 * Exit codes: 0 all were run, 1 a file could not be read, 2 wrong arguments.
 */
import { parseArgs } from "node:util";
import { type Asked, KINDS, solveFile } from "./instances/solve.ts";

const USAGE =
  "usage: npm run -s bench:instances -- FILE... [--kind team|scp|gap|assign] [--sense max|min] [--time-limit SECONDS]\n" +
  "  The kind is the folder of the file unless told; gap is maximised, scp and assign minimised.\n";

class WrongArguments extends Error {}

function readArguments(): Asked[] {
  const { values, positionals } = parseArgs({
    options: {
      kind: { type: "string" },
      sense: { type: "string" },
      "time-limit": { type: "string", default: "60" },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new WrongArguments("name at least one file");
  const timeLimit = Number(values["time-limit"]);
  if (!(timeLimit > 0 && timeLimit <= 3_600)) {
    throw new WrongArguments("--time-limit must be above 0 and at most 3600 seconds");
  }
  const kind = oneOf("--kind", values.kind, KINDS);
  const sense = oneOf("--sense", values.sense, ["max", "min"] as const);
  return positionals.map((file) => ({ file, kind, sense, timeLimit }));
}

function oneOf<Choice extends string>(
  flag: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  const chosen = choices.find((choice) => choice === value);
  if (value === undefined || chosen) return chosen;
  throw new WrongArguments(`${flag} must be one of ${choices.join(", ")}`);
}

async function main(): Promise<number> {
  let asked: Asked[];
  try {
    asked = readArguments();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  const codes: number[] = [];
  for (const one of asked) codes.push(await run(one));
  return Math.max(...codes);
}

async function run(asked: Asked): Promise<number> {
  try {
    for await (const solved of solveFile(asked)) {
      process.stdout.write(`${JSON.stringify(solved)}\n`);
    }
    return 0;
  } catch (error) {
    process.stderr.write(`${asked.file}: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
}

process.exitCode = await main();
