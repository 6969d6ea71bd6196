import { Command, Option } from "commander";
import { readData } from "../../data/files.node.ts";
import { checkLexicon, type LexiconFault } from "../../data/lexicon-check.ts";
import { readVocabulary } from "../../data/vocabulary.ts";
import { AppError } from "../../domain/error.ts";
import { unreadTerms } from "../../domain/understanding/term-use.ts";
import { withCaller } from "../caller.node.ts";
import { harmless, language, print, printJson, readInput } from "../console.node.ts";
import { WrongUse } from "../failure.node.ts";
import { fileOption, jsonOption, plainOption } from "../options.node.ts";
import { settings } from "../settings.node.ts";
import { storedNeeds } from "../stored-needs.node.ts";
import { textsOf } from "../texts.node.ts";

interface Flags {
  file?: string;
  plain?: boolean;
  needs?: boolean;
  json?: boolean;
}

export const lexiconCheckCommand = () =>
  new Command("check")
    .description(
      "all that is wrong with the lexicon: bad rows, duplicates, clashes, unknown ids, hidden words, skills without words; exit code 3 when anything is",
    )
    .addOption(fileOption("also list the terms that are read in none of its texts"))
    .addOption(plainOption())
    .addOption(new Option("--needs", "the same for the stored needs"))
    .addOption(jsonOption())
    .action(async ({ json, ...source }: Flags) => {
      const { lexicon, faults } = checkLexicon(readData, readVocabulary(readData));
      const texts = await textsIn(source);
      const unread = texts && unreadTerms(lexicon, texts).map(({ words }) => words);
      const found = { terms: lexicon.terms.length, faults, unread: unread ?? null };
      await (json ? printJson(found) : print(harmless(checkText(found))));
      if (faults.length > 0) throw faulty(faults);
    });

/** The texts to look for terms in; undefined when none are given. */
async function textsIn({ file, plain, needs }: Flags): Promise<string[] | undefined> {
  if (file !== undefined && needs) {
    throw new WrongUse({ zh: "--file 与 --needs 只能选一个", en: "--file goes without --needs" });
  }
  if (file !== undefined) {
    return textsOf(await readInput(file), plain ?? false).map(({ text }) => text);
  }
  if (!needs) return undefined;
  return withCaller(settings(), async (caller) => {
    const texts: string[] = [];
    for await (const { text } of storedNeeds(caller)) texts.push(text);
    return texts;
  });
}

interface Found {
  terms: number;
  faults: readonly LexiconFault[];
  unread: readonly string[] | null;
}

function checkText({ terms, faults, unread }: Found): string {
  const lines = [
    ...faults.map((fault) => [fault.place, fault[language]].filter(Boolean).join("  ")),
    { zh: `共 ${terms} 个词`, en: `${terms} terms` }[language],
    ...(unread
      ? [
          { zh: `${unread.length} 个词从未读到：`, en: `${unread.length} terms are never read:` }[
            language
          ],
          ...unread.map((words) => `  ${words}`),
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

const faulty = ({ length }: readonly LexiconFault[]): AppError =>
  new AppError("invalid", {
    zh: `词库有 ${length} 处问题，见上。`,
    en: `The lexicon has ${length} faults: see above.`,
  });
