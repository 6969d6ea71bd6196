import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";
import { readData } from "../../src/data/files.node.ts";
import { readLexicon } from "../../src/data/lexicon.ts";
import { readVocabulary } from "../../src/data/vocabulary.ts";
import { createReaders } from "../../src/domain/understanding/create-readers.ts";
import { openReference } from "../../src/node.ts";
import { type Bench, megabytes, rounded } from "./report.ts";

const LEAST_SECONDS = 5;
const REQUESTS = new URL("../../test/evaluation/requests-dev.jsonl", import.meta.url);

const Line = z.object({ text: z.string() });

const textsToRead = (): string[] =>
  readFileSync(REQUESTS, "utf8")
    .trim()
    .split("\n")
    .map((line) => Line.parse(JSON.parse(line)).text);

/** Bytes in use once everything unused is gone, those of typed arrays among them. */
function bytesInUse(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** From the files of the lexicon to the first text read, and the memory that takes. */
function measureStart() {
  const vocabulary = readVocabulary(readData);
  const before = bytesInUse();
  const begun = performance.now();
  const lexicon = readLexicon(readData, vocabulary);
  const { tag } = createReaders(vocabulary, lexicon, { placesMentioned: () => [] });
  tag("我县椪柑叶片卷曲、落果");
  const took = performance.now() - begun;
  const used = bytesInUse() - before;
  // Still held, so that it was counted.
  return { took, used, terms: lexicon.terms.length, tag };
}

/** The tagger called in this process, on the requests of the development half. */
export const benchTag: Bench = async () => {
  const start = measureStart();
  const { tag } = openReference();
  const texts = textsToRead();
  for (let round = 0; round < 10; round += 1) for (const text of texts) tag(text);
  const times: number[] = [];
  const before = process.cpuUsage();
  const begun = performance.now();
  while (performance.now() - begun < LEAST_SECONDS * 1000) {
    for (const text of texts) {
      const from = performance.now();
      tag(text);
      times.push(performance.now() - from);
    }
  }
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  times.sort((left, right) => left - right);
  const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return {
    figures: [
      {
        what: "tag",
        measured: rounded(times.length / seconds),
        unit: "texts/s",
        target: { atLeast: 10_000 },
      },
      {
        what: "tag, by CPU time",
        measured: rounded((times.length * 1e6) / (user + system)),
        unit: "texts/s CPU",
      },
      {
        what: "tag, p99",
        measured: rounded(times[Math.floor(times.length * 0.99)] ?? 0),
        unit: "ms",
        target: { atMost: 1 },
      },
      { what: "start", measured: rounded(start.took), unit: "ms", target: { atMost: 150 } },
      { what: "memory", measured: megabytes(start.used), unit: "MB", target: { atMost: 60 } },
    ],
    notes: {
      texts: `${texts.length} of ${rounded(characters)} characters on average, ${start.terms} words known`,
    },
  };
};
