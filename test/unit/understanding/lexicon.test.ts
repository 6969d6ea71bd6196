import { expect, test } from "vitest";
import { readData } from "../../../src/data/files.node.ts";
import { readLexicon } from "../../../src/data/lexicon.ts";
import { lexicon, tag, vocabulary } from "./read-tags.ts";

/** Reads the lexicon with one more row at the end of a file. */
const withRow = (file: string, row: string) => () =>
  readLexicon(
    (name) =>
      name === `lexicon/${file}.csv` ? `${readData(name).trimEnd()}\n${row}\n` : readData(name),
    vocabulary,
  );
const lineAfter = (file: string): number =>
  readData(`lexicon/${file}.csv`).trimEnd().split("\n").length + 1;

const refused = (file: string, reason: string): string =>
  `lexicon/${file}.csv, line ${lineAfter(file)}, column ${reason}`;

test("a row with an unknown industry is refused with file and line", () => {
  expect(withRow("varieties", "某品种,durian,")).toThrow(
    refused("varieties", '"industry": there is no industry "durian"'),
  );
});

test("a run or a clue that is none is refused with file and line", () => {
  expect(withRow("likeness", "某些字,plant-pets:1.2")).toThrow(
    refused("likeness", '"votes": there is no "plant-pets" in the vocabulary'),
  );
  expect(withRow("likeness", "某些字,plant-pest:much")).toThrow(
    refused("likeness", '"votes": "much" is no number'),
  );
  expect(withRow("usual", "rise,3,soil:1")).toThrow(/usual.csv, line \d+, column "industry"/);
  expect(withRow("usual", "rice,3,soil:some")).toThrow(
    refused("usual", '"asked": "soil:some" is no competence of the vocabulary with a count'),
  );
  expect(withRow("clues", "smell,1")).toThrow(/clues.csv, line \d+, column "clue"/);
  expect(withRow("industry-clues", "named,much")).toThrow(/line \d+, column "weight"/);
});

test("a row with an unknown competence, branch, cue or weight is refused with file and line", () => {
  expect(withRow("pests", "某虫,,,crops,plant-pets,asks,")).toThrow(
    refused("pests", '"means": there is no competence "plant-pets"'),
  );
  expect(withRow("pests", "某虫,,,cropz,plant-pest,asks,")).toThrow(
    refused("pests", '"where": there is no industry "cropz"'),
  );
  expect(withRow("cues", "某词,shout,")).toThrow(refused("cues", '"cue": there is no cue "shout"'));
  expect(withRow("symptoms", "某症状,,,crops,nutrition:2,,")).toThrow(
    refused("symptoms", '"means": the weight "2" is not in (0, 1]'),
  );
  expect(withRow("symptoms", "某症状,,,,@nothing,,")).toThrow(
    refused("symptoms", '"means": there is no shared meaning "@nothing"'),
  );
});

test("the same words with two industries, or said twice, are refused", () => {
  expect(withRow("varieties", "椪柑,pomelo,")).toThrow(
    '"椪柑" already names the industry "ponkan"',
  );
  expect(withRow("varieties", "椪柑,ponkan,")).toThrow('"椪柑" already stands in the lexicon');
});

test("another form of words that do not stand in the lexicon is refused", () => {
  expect(withRow("forms", "某词,没有这个词,dialect,")).toThrow(
    refused("forms", '"standard": no file of terms holds "没有这个词"'),
  );
});

test("every industry and every competence has words of its own", () => {
  const industries = new Set(lexicon.terms.flatMap(({ industry, implies }) => [industry, implies]));
  const competences = new Set(
    lexicon.terms.flatMap(({ senses }) =>
      senses.flatMap((sense) => sense.competences.map(({ competence }) => competence)),
    ),
  );
  expect([...vocabulary.industries.keys()].filter((id) => !industries.has(id))).toEqual([]);
  expect([...vocabulary.competences.keys()].filter((id) => !competences.has(id))).toEqual([]);
  expect(lexicon.terms.length).toBeGreaterThan(5000);
});

test("the Chinese name of every industry but the whole branch of services is understood", () => {
  const missed = [...vocabulary.industries.values()].filter(
    ({ id, zh }) => id !== "services" && !tag(`${zh}的销路不好`).industries.includes(id),
  );
  expect(missed.map(({ id, zh }) => `${id} ${zh}`)).toEqual([]);
});

test("the Chinese name of every competence is understood", () => {
  const homes: Record<string, string> = {
    pre: "柑橘",
    mid: "柑橘",
    post: "柑橘",
    cross: "柑橘",
  };
  const elsewhere: Record<string, string> = {
    husbandry: "山羊",
    feed: "山羊",
    "livestock-breeding": "山羊",
    "animal-disease": "山羊",
    "barn-environment": "山羊",
    beekeeping: "中蜂",
    sericulture: "桑园",
    aquaculture: "草鱼",
    "fish-disease": "草鱼",
    "water-quality": "草鱼",
    "fungus-cultivation": "香菇",
    "herb-processing": "黄精",
    engineering: "陶瓷",
  };
  const missed = [...vocabulary.competences.values()].filter(({ id, stage, zh }) => {
    const text = `想请懂${zh}的专家看看${elsewhere[id] ?? homes[stage]}`;
    return !tag(text).competences.includes(id);
  });
  expect(missed.map(({ id, zh }) => `${id} ${zh}`)).toEqual([]);
});
