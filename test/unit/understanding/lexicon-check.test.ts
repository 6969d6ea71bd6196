import { describe, expect, test } from "vitest";
import { readData } from "../../../src/data/files.node.ts";
import { checkLexicon } from "../../../src/data/lexicon-check.ts";
import { unreadTerms } from "../../../src/domain/understanding/term-use.ts";
import { lexicon, vocabulary } from "./read-tags.ts";

const lineAfter = (file: string): number =>
  readData(`lexicon/${file}.csv`).trimEnd().split("\n").length + 1;

/** Checks the lexicon with more rows at the end of files. */
const checkedWith = (rows: Record<string, string[]>) =>
  checkLexicon((name) => {
    const added = rows[/^lexicon\/(\w+)\.csv$/.exec(name)?.[1] ?? ""];
    return added ? `${readData(name).trimEnd()}\n${added.join("\n")}\n` : readData(name);
  }, vocabulary);

const usual = checkLexicon(readData, vocabulary).faults.map(({ en }) => en);

/** The faults that these rows bring. */
const faultsOf = (rows: Record<string, string[]>) =>
  checkedWith(rows).faults.filter(({ en }) => !usual.includes(en));

describe("the check of the lexicon", () => {
  test("finds no row that start-up would refuse, and reads what start-up reads", () => {
    const { lexicon: checked, faults } = checkLexicon(readData, vocabulary);
    expect(faults.filter(({ kind }) => ["row", "no_words"].includes(kind))).toEqual([]);
    expect(checked.terms).toEqual(lexicon.terms);
  });

  test("reports every bad row of every file with its line, not only the first", () => {
    const faults = faultsOf({
      varieties: ["某品种,durian,", "另一种,rambutan,"],
      pests: ["某虫,cropz,,,plant-pets,asks,"],
      forms: ["某词,没有这个词,dialect,"],
      cues: ["某提示,shout,"],
    });
    expect(faults.map(({ kind, place }) => `${kind} ${place}`)).toEqual(
      expect.arrayContaining([
        `row lexicon/varieties.csv:${lineAfter("varieties")}`,
        `row lexicon/varieties.csv:${lineAfter("varieties") + 1}`,
        `row lexicon/pests.csv:${lineAfter("pests")}`,
        `row lexicon/forms.csv:${lineAfter("forms")}`,
        `row lexicon/cues.csv:${lineAfter("cues")}`,
      ]),
    );
    const said = faults.map(({ en }) => en).join("\n");
    for (const id of ["durian", "rambutan", "cropz", "没有这个词", "shout"]) {
      expect(said).toContain(id);
    }
  });

  test("reports words that stand twice or clash, within a file and across files", () => {
    const faults = faultsOf({
      varieties: ["椪柑,pomelo,", "某某品种,ponkan,", "某某品种,ponkan,"],
      diseases: ["稻瘟病,rice,,,plant-disease,asks,"],
    });
    expect(faults.map(({ kind }) => kind)).toEqual(["row", "row", "row"]);
    const said = faults.map(({ en }) => en).join("\n");
    for (const words of ["椪柑", "某某品种", "稻瘟病"]) expect(said).toContain(words);
  });

  test("reports a line that is no row of its table", () => {
    const [fault, ...others] = faultsOf({ varieties: ["椪柑王,ponkan,,,,,,"] });
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ kind: "row" });
    expect(fault?.place).toMatch(/^lexicon\/varieties\.csv:\d+$/);
  });

  test("reports words that no text can reach, and those read instead", () => {
    const faults = faultsOf({ varieties: ["ＡＢＣ１２３,ponkan,", "abc123,ponkan,"] });
    expect(faults).toMatchObject([{ kind: "hidden" }]);
    expect(faults[0]?.en).toContain("abc123");
  });

  test("reports shared meanings, characters and answers that are useless", () => {
    const kinds = faultsOf({
      meanings: ["idle,crops,nutrition,"],
      characters: ["丟,丢"],
      answers: ["industry,crops,某作物,Some crop,某作物", "industry,crops,某作物,Some crop,某作物"],
    }).map(({ kind }) => kind);
    expect(kinds).toEqual(["unused_meaning", "repeated", "repeated"]);
  });

  test("reports an industry and a competence that no words mean", () => {
    const industry = { id: "durian", broader: "fruit", zh: "榴莲", en: "Durian" };
    const competence = {
      id: "divining",
      stage: "pre",
      zh: "占卜",
      en: "Divining",
      scope: "",
    } as const;
    const { faults } = checkLexicon(readData, {
      industries: new Map([...vocabulary.industries, ["durian", industry]]),
      competences: new Map([...vocabulary.competences, ["divining", competence]]),
    });
    const unnamed = faults.filter(({ kind }) => kind === "no_words").map(({ en }) => en);
    expect(unnamed).toEqual([
      'no words mean the industry "durian"',
      'no words mean the competence "divining"',
    ]);
  });
});

test("terms are unread that stand in none of the texts", () => {
  const unread = unreadTerms(lexicon, ["椪柑發黃", "茶叶"]).map(({ words }) => words);
  expect(unread).not.toContain("椪柑");
  expect(unread).not.toContain("发黄");
  expect(unread).toContain("脐橙");
  expect(unreadTerms(lexicon, [])).toHaveLength(lexicon.terms.length);
});
