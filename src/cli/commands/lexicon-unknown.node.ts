import { Command } from "commander";
import { countUnknown, type UnknownCount } from "../../domain/understanding/unknown-words.ts";
import { openReference } from "../../node.ts";
import { withCaller } from "../caller.node.ts";
import { harmless, language, print, printJson, readInput } from "../console.node.ts";
import { fileOption, jsonOption, limitUpTo, plainOption } from "../options.node.ts";
import { settings } from "../settings.node.ts";
import { storedNeeds } from "../stored-needs.node.ts";
import { textsOf } from "../texts.node.ts";

interface Flags {
  file?: string;
  plain?: boolean;
  limit: number;
  json?: boolean;
}

export const lexiconUnknownCommand = () =>
  new Command("unknown")
    .description("words of substance that are not understood in the stored needs or in a file")
    .addOption(fileOption())
    .addOption(plainOption())
    .addOption(limitUpTo(1_000, 30))
    .addOption(jsonOption())
    .action(async ({ limit, json, ...source }: Flags) => {
      const count = await counted(source);
      const found = { ...count.totals(), words: count.most(limit) };
      await (json ? printJson(found) : print(harmless(unknownText(found))));
    });

async function counted({ file, plain }: Pick<Flags, "file" | "plain">): Promise<UnknownCount> {
  const count = countUnknown();
  if (file !== undefined) {
    const texts = textsOf(await readInput(file), plain ?? false);
    const { tag } = openReference();
    for (const one of texts) count.add(one, tag(one.text).unknown);
    return count;
  }
  await withCaller(settings(), async (caller) => {
    for await (const one of storedNeeds(caller)) {
      count.add(one, caller.reference.tag(one.text).unknown);
    }
  });
  return count;
}

type Found = ReturnType<UnknownCount["totals"]> & { words: ReturnType<UnknownCount["most"]> };

function unknownText({ texts, distinct, words }: Found): string {
  const head = {
    zh: `${texts} 条文字中有 ${distinct} 个词未识别`,
    en: `${distinct} words were not understood in ${texts} texts`,
  }[language];
  const lines = words.map(
    (one) =>
      `${String(one.texts).padStart(5)}  ${one.words}  [${one.example.id}] ${one.example.text.replaceAll(/\s+/gu, " ")}`,
  );
  return `${[head, ...lines].join("\n")}\n`;
}
