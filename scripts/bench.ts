/**
 * Measures what Ketepai promises about speed and size. It reports; nothing fails for being slow.
 *
 *   npm run -s bench -- NAME [--json] [--benchmarks FOLDER]
 *
 * Without a name it lists them. Exit codes: 0 measured, 1 it could not be measured, 2 wrong arguments.
 */
import { parseArgs } from "node:util";
import { benchRecommend } from "./bench/recommend.ts";
import { benchRecommendNeo4j } from "./bench/recommend-neo4j.ts";
import { type Bench, type BenchOptions, machine, table } from "./bench/report.ts";
import { benchSeed } from "./bench/seed.ts";
import { benchSizes } from "./bench/sizes.ts";
import { benchStart } from "./bench/start.ts";
import { benchTag } from "./bench/tag.ts";
import { benchTeam } from "./bench/team.ts";

const BENCHES: Readonly<Record<string, { about: string; bench: Bench }>> = {
  tag: { about: "texts a second, called in this process", bench: benchTag },
  recommend: {
    about: "6,000 experts, embedded engine, over HTTP: one client, then eight",
    bench: benchRecommend,
  },
  "recommend-neo4j": {
    about: "the same on Neo4j over Bolt: that of NEO4J_URI, seeded before, or one of its own",
    bench: benchRecommendNeo4j,
  },
  seed: { about: "6,000 experts into the embedded engine", bench: benchSeed },
  start: {
    about: "from the command to the first answer: first start, later starts",
    bench: benchStart,
  },
  team: {
    about:
      "the teams of 123 counties, and simpler methods; --benchmarks FOLDER: on problem files too",
    bench: benchTeam,
  },
  sizes: {
    about: "100,000 experts in the embedded engine, 1,000,000 to a file (some minutes)",
    bench: benchSizes,
  },
};

const USAGE = [
  "usage: npm run -s bench -- NAME [--json] [--benchmarks FOLDER]",
  ...Object.entries(BENCHES).map(([name, { about }]) => `  ${name.padEnd(16)} ${about}`),
].join("\n");

interface Arguments extends BenchOptions {
  name: string | undefined;
  json: boolean;
}

function readArguments(): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: "boolean", default: false }, benchmarks: { type: "string" } },
      allowPositionals: true,
    });
    const [name, ...others] = positionals;
    const isKnown = name === undefined || Object.hasOwn(BENCHES, name);
    return isKnown && others.length === 0
      ? { name, json: values.json, benchmarks: values.benchmarks }
      : undefined;
  } catch {
    return undefined;
  }
}

async function main(): Promise<number> {
  const wanted = readArguments();
  if (!wanted) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const chosen = wanted.name === undefined ? undefined : BENCHES[wanted.name];
  if (wanted.name === undefined || !chosen) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const report = await chosen.bench(wanted);
  const on = machine();
  const text = wanted.json
    ? JSON.stringify({ bench: wanted.name, ...report, machine: on })
    : table(wanted.name, report, on);
  process.stdout.write(`${text}\n`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
