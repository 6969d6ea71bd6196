import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { z } from "zod";
import { readData } from "../../src/data/files.node.ts";
import { readLexicon } from "../../src/data/lexicon.ts";
import { readPlaces } from "../../src/data/places.ts";
import { readVocabulary } from "../../src/data/vocabulary.ts";
import { mentionedPlaces } from "../../src/domain/places/mentioned-places.ts";
import { createReaders } from "../../src/domain/understanding/create-readers.ts";
import type { Tagger } from "../../src/domain/understanding/tagger.ts";
import { type Bench, megabytes, rounded } from "./report.ts";

const LEAST_SECONDS = 5;
const WARM_UP_ROUNDS = 50;
const REQUESTS = new URL("../../test/evaluation/requests-dev.jsonl", import.meta.url);

const Line = z.object({ text: z.string() });

const textsToRead = (): string[] =>
  readFileSync(REQUESTS, "utf8")
    .trim()
    .split("\n")
    .map((line) => Line.parse(JSON.parse(line)).text);

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

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
  const placesMentioned = mentionedPlaces(readPlaces(readData, vocabulary));
  const before = bytesInUse();
  const begun = performance.now();
  const lexicon = readLexicon(readData, vocabulary);
  const { tag } = createReaders(vocabulary, lexicon, { placesMentioned });
  tag("我县椪柑叶片卷曲、落果");
  const took = performance.now() - begun;
  const used = bytesInUse() - before;
  // Still held, so that it was counted.
  return { took, used, terms: lexicon.terms.length, tag };
}

/** How long each text took, in milliseconds, and each round over all of them. */
interface Times {
  texts: number[];
  rounds: number[];
}

function measureRounds(tag: Tagger, texts: readonly string[]): Times {
  const times: Times = { texts: [], rounds: [] };
  const begun = performance.now();
  while (performance.now() - begun < LEAST_SECONDS * 1000) {
    const round = performance.now();
    for (const text of texts) {
      const from = performance.now();
      tag(text);
      times.texts.push(performance.now() - from);
    }
    times.rounds.push(performance.now() - round);
  }
  return times;
}

/** The value below which a share of all lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

/** The tagger called in this process, on the requests of the development half. */
export const benchTag: Bench = async () => {
  const { took, used, terms, tag } = measureStart();
  const texts = textsToRead();
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const text of texts) tag(text);
  const before = process.cpuUsage();
  const times = measureRounds(tag, texts);
  const { user, system } = process.cpuUsage(before);
  const inRounds = (milliseconds: number): number => rounded((texts.length * 1000) / milliseconds);
  const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  return {
    figures: [
      {
        what: "tag, median round",
        measured: inRounds(quantile(times.rounds, 0.5)),
        unit: "texts/s",
        target: { atLeast: 10_000 },
      },
      {
        what: "tag, all rounds",
        measured: rounded((times.texts.length * 1000) / sumOf(times.rounds)),
        unit: "texts/s",
      },
      {
        what: "tag, by CPU time",
        measured: rounded((times.texts.length * 1e6) / (user + system)),
        unit: "texts/s CPU",
      },
      {
        what: "tag, p99",
        measured: rounded(quantile(times.texts, 0.99)),
        unit: "ms",
        target: { atMost: 1 },
      },
      { what: "start", measured: rounded(took), unit: "ms", target: { atMost: 150 } },
      { what: "memory", measured: megabytes(used), unit: "MB", target: { atMost: 60 } },
    ],
    notes: {
      texts: `${texts.length} of ${rounded(characters)} characters on average, ${terms} words known`,
      rounds: `${times.rounds.length} over all texts; what the machine does besides slows some of them`,
    },
  };
};
