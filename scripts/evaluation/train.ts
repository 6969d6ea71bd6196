/**
 * Learns from labelled requests how likely a text asks for each competence, and writes it down beside
 * the lexicon: `likeness.csv`, what runs of one to three characters speak for, and `clues.csv`, what
 * that weighs against the words the rules read. The clues are to be learned from requests neither the
 * lexicon nor the runs were made with: on others both look surer than they are.
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
import { readReference } from "../../src/data/reference.ts";
import { mentionedPlaces } from "../../src/domain/places/mentioned-places.ts";
import { CLUES, sumClues } from "../../src/domain/understanding/clues.ts";
import { createReaders } from "../../src/domain/understanding/create-readers.ts";
import { createFold } from "../../src/domain/understanding/fold.ts";
import type { Lexicon } from "../../src/domain/understanding/lexicon.ts";
import { type Case, fitDense } from "./dense-logistic.ts";
import type { LabelledRequest } from "./labels.ts";
import { readRequests } from "./labels.ts";
import { learnRuns } from "./learn-runs.ts";
import { Refusal, readLines, reasonOf, runProgram, withFile } from "./lines.ts";
import { targetOf } from "./targets.ts";

const USAGE =
  "usage: npm run -s train -- --runs FILE [--runs FILE...] --clues FILE [--clues FILE...]";
const tableOf = (name: string): URL =>
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

await runProgram(async () => {
  const named = filesNamed();
  const { vocabulary, places } = readReference(readData);
  const lexicon = readLexicon(readData, vocabulary);
  const competences = [...vocabulary.competences.keys()];
  const requestsIn = (files: readonly string[]): LabelledRequest[] =>
    files.flatMap((file) => withFile(file, () => readRequests(readLines(file), vocabulary)));

  const forRuns = requestsIn(named.runs);
  const likeness = learnRuns(forRuns, competences, createFold(lexicon.simplified));
  const learned: Lexicon = { ...lexicon, likeness };
  const { readEvidence } = createReaders(vocabulary, learned, {
    placesMentioned: mentionedPlaces(places),
  });
  const forClues = requestsIn(named.clues);
  const placeOf = new Map(competences.map((id, place) => [id, place]));
  const cases = forClues.flatMap((request): Case[] => {
    const evidence = readEvidence(request.text);
    if (evidence === null) return [];
    const values = CLUES.map((_, clue) => sumClues(evidence, placeOf, ONLY[clue] ?? NOTHING));
    return competences.map((id, place) => ({
      features: values.map((of) => Number(of[place])),
      ...targetOf(request.competences, id),
    }));
  });
  const weights = fitDense(cases, CLUES.length);

  const votesOf = (votes: readonly { competence: string; weight: number }[]): string =>
    votes.map(({ competence, weight }) => `${competence}:${weight}`).join(" ");
  const head = (files: readonly string[], count: number): string =>
    `# Learned by npm run train from ${count} requests of ${files.map((file) => basename(file)).join(", ")}`;
  const before = [...likeness.before].map(([competence, weight]) => ({ competence, weight }));
  const runLines = [
    head(named.runs, forRuns.length),
    "run,votes",
    `,${votesOf(before)}`,
    ...likeness.runs.map(({ run, votes }) => `${run},${votesOf(votes)}`),
  ];
  const clueLines = [
    head(named.clues, forClues.length),
    "clue,weight",
    ...CLUES.map((clue, at) => `${clue},${Number(weights[at]).toFixed(3)}`),
  ];
  writeFileSync(tableOf("likeness"), `${runLines.join("\n")}\n`);
  writeFileSync(tableOf("clues"), `${clueLines.join("\n")}\n`);
  return `${likeness.runs.length} runs, ${likeness.runs.reduce((sum, { votes }) => sum + votes.length, 0)} votes\n${clueLines.slice(2).join("\n")}`;
});
