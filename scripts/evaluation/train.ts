/**
 * Learns from labelled requests how likely a text asks for each industry and competence, and writes it
 * down beside the lexicon: `likeness.csv`, what runs of one to three characters speak for, `usual.csv`,
 * what each industry is asked for how often, and `standing-clues.csv`, `clues.csv` and `industry-clues.csv`, what that weighs against the words the rules read. The clues are
 * to be learned from requests neither the lexicon nor the runs were made with: on others both look surer
 * than they are.
 *
 *   npm run -s train -- --runs FILE [--runs FILE...] --clues FILE [--clues FILE...]
 *
 * Exit codes: 0 written, 2 wrong arguments, 3 a file cannot be used: nothing is written.
 */
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { readData } from "../../src/data/files.node.ts";
import { readLexicon } from "../../src/data/lexicon.ts";
import { readPlaces } from "../../src/data/places.ts";
import type { ReadData } from "../../src/data/table.ts";
import { readVocabulary } from "../../src/data/vocabulary.ts";
import { mentionedPlaces } from "../../src/domain/places/mentioned-places.ts";
import { CLUES, type Evidence, sumClues } from "../../src/domain/understanding/clues.ts";
import { createReaders } from "../../src/domain/understanding/create-readers.ts";
import { createFold } from "../../src/domain/understanding/fold.ts";
import { cluesOfIndustry, INDUSTRY_CLUES } from "../../src/domain/understanding/industry-clues.ts";
import type { Likeness, Usual, Vote } from "../../src/domain/understanding/lexicon.ts";
import {
  cluesOfStanding,
  type NamedIn,
  STANDING_CLUES,
} from "../../src/domain/understanding/standing-clues.ts";
import { countUsual } from "./count-usual.ts";
import { type Case, fitDense } from "./dense-logistic.ts";
import { type LabelledRequest, readRequests } from "./labels.ts";
import { learnRuns } from "./learn-runs.ts";
import { Refusal, readLines, reasonOf, runProgram, withFile } from "./lines.ts";
import { targetOf } from "./targets.ts";

const USAGE =
  "usage: npm run -s train -- --runs FILE [--runs FILE...] --clues FILE [--clues FILE...]";
const LEARNED = ["likeness", "usual", "standing-clues", "clues", "industry-clues"] as const;
const tableOf = (name: (typeof LEARNED)[number]): URL =>
  new URL(`../../src/data/lexicon/${name}.csv`, import.meta.url);

function filesNamed(): { runs: string[]; clues: string[] } {
  try {
    const { values } = parseArgs({
      options: {
        runs: { type: "string", multiple: true },
        clues: { type: "string", multiple: true },
      },
    });
    const { runs = [], clues = [] } = values;
    if (runs.length === 0 || clues.length === 0) throw new Error("files of both kinds are needed");
    return { runs, clues };
  } catch (error) {
    throw new Refusal(`${reasonOf(error)}\n${USAGE}`, { cause: error, exitCode: 2 });
  }
}

/** Weights of which only one is 1: what they sum up is the value of that clue. */
const NOTHING = new Float64Array(CLUES.length);
const ONLY = CLUES.map((_, clue) => NOTHING.map((_zero, at) => Number(at === clue)));

const placesOf = (ids: Iterable<string>): Map<string, number> =>
  new Map([...ids].map((id, place) => [id, place]));

type Read = (request: LabelledRequest) => Evidence;

/** Each competence of each request is a case. */
function competenceCases(requests: readonly LabelledRequest[], read: Read, ids: string[]): Case[] {
  const placeOf = placesOf(ids);
  return requests.flatMap((request) => {
    const evidence = read(request);
    const values = ONLY.map((weights) => sumClues(evidence, placeOf, weights));
    return ids.map((id, place) => ({
      features: values.map((of) => Number(of[place])),
      ...targetOf(request.competences, id),
    }));
  });
}

/** Each industry of each request that the rules did not read is a case. */
function industryCases(requests: readonly LabelledRequest[], read: Read, ids: string[]): Case[] {
  return requests.flatMap((request) => {
    const evidence = read(request);
    return ids.flatMap((id, place) => {
      const features = cluesOfIndustry(id, place, evidence);
      return features === null ? [] : [{ features, ...targetOf(request.industries, id) }];
    });
  });
}

/** Each industry that a request names is a case. */
function standingCases(
  requests: readonly LabelledRequest[],
  read: (request: LabelledRequest) => NamedIn,
  ids: string[],
): Case[] {
  const placeOf = placesOf(ids);
  return requests.flatMap((request) => {
    const names = read(request);
    return [...new Set(names.named.map(({ id }) => id))].map((id) => ({
      features: cluesOfStanding(id, placeOf.get(id) ?? -1, names),
      ...targetOf(request.industries, id),
    }));
  });
}

const votesOf = (votes: readonly Vote[]): string =>
  votes.map(({ id, weight }) => `${id}:${weight}`).join(" ");

const likenessLines = ({ before, runs }: Likeness): string[] => [
  "run,votes",
  `,${votesOf(before)}`,
  ...runs.map(({ run, votes }) => `${run},${votesOf(votes)}`),
];

const usualLines = (usual: readonly Usual[]): string[] => [
  "industry,requests,asked",
  ...usual.map(({ industry, requests, asked }) => {
    const counts = [...asked].map(([id, count]) => `${id}:${count}`);
    return `${industry ?? ""},${requests},${counts.sort().join(" ")}`;
  }),
];

/** What each clue weighs, learned from cases. */
function weightsOf(clues: readonly string[], cases: readonly Case[]): [string, number][] {
  const weights = fitDense(cases, clues.length);
  return clues.map((clue, at) => [clue, Number(Number(weights[at]).toFixed(3))]);
}

const clueLines = (weights: readonly [string, number][]): string[] => [
  "clue,weight",
  ...weights.map(([clue, weight]) => `${clue},${weight}`),
];

/** The data without what was learned before: clues may have other names by now. */
const unlearned: ReadData = (name) =>
  LEARNED.some((learned) => name === `lexicon/${learned}.csv`) ? "" : readData(name);

await runProgram(async () => {
  const files = filesNamed();
  const vocabulary = readVocabulary(readData);
  const places = readPlaces(readData, vocabulary);
  const lexicon = readLexicon(unlearned, vocabulary);
  const requestsIn = (names: readonly string[]): LabelledRequest[] =>
    names.flatMap((file) => withFile(file, () => readRequests(readLines(file), vocabulary)));
  const forRuns = requestsIn(files.runs);
  const forClues = requestsIn(files.clues);

  const likeness = learnRuns(forRuns, vocabulary, createFold(lexicon.simplified));
  const usual = countUsual(forRuns, vocabulary);
  const placesMentioned = mentionedPlaces(places);
  const learned = { ...lexicon, likeness, usual };
  const { readNames } = createReaders(vocabulary, learned, { placesMentioned });
  const industries = [...vocabulary.industries.keys()];
  const standing = standingCases(forClues, ({ text }) => readNames(text), industries);
  const ofStanding = weightsOf(STANDING_CLUES, standing);
  const { readEvidence } = createReaders(
    vocabulary,
    { ...learned, clueWeights: { ...learned.clueWeights, standing: new Map(ofStanding) } },
    { placesMentioned },
  );
  const read: Read = ({ text }) => readEvidence(text);
  const ofCompetences = competenceCases(forClues, read, [...vocabulary.competences.keys()]);
  const ofIndustries = industryCases(forClues, read, industries);

  const write = (
    name: (typeof LEARNED)[number],
    from: readonly string[],
    lines: readonly string[],
  ): void => {
    const head = `# Learned by npm run train from ${from.map((file) => basename(file)).join(", ")}`;
    writeFileSync(tableOf(name), `${[head, ...lines].join("\n")}\n`);
  };
  write("likeness", files.runs, likenessLines(likeness));
  write("usual", files.runs, usualLines(usual));
  write("standing-clues", files.clues, clueLines(ofStanding));
  write("clues", files.clues, clueLines(weightsOf(CLUES, ofCompetences)));
  write("industry-clues", files.clues, clueLines(weightsOf(INDUSTRY_CLUES, ofIndustries)));
  const votes = likeness.runs.reduce((sum, one) => sum + one.votes.length, 0);
  return `${forRuns.length} requests: ${likeness.runs.length} runs with ${votes} votes; clues from ${forClues.length} requests`;
});
