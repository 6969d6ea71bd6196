import { Command, Option } from "commander";
import type { CorrectionPage } from "../../usecases/list-corrections.ts";
import { type Caller, withCaller } from "../caller.node.ts";
import { harmless, language, printJson, printLine, tell } from "../console.node.ts";
import { WrongUse } from "../failure.node.ts";
import { jsonOption, wholeNumber } from "../options.node.ts";
import { settings } from "../settings.node.ts";

type Stored = CorrectionPage["corrections"][number];

interface Flags {
  limit?: number;
  json?: boolean;
  jsonl?: boolean;
}

export const lexiconCorrectionsCommand = () =>
  new Command("corrections")
    .description("what people said of the tags of their texts, the newest first")
    .addOption(
      new Option("--limit <n>", "how many, 1 to 1000000; all when left out").argParser(
        wholeNumber(1, 1_000_000),
      ),
    )
    .addOption(jsonOption())
    .option("--jsonl", 'labelled lines for evaluation: {"id","text","tag","right"}')
    .action(async ({ limit = Number.POSITIVE_INFINITY, json, jsonl }: Flags) => {
      if (json && jsonl) {
        throw new WrongUse({
          zh: "--json 与 --jsonl 只能选一个",
          en: "--json goes without --jsonl",
        });
      }
      await withCaller(settings(), async (caller) => {
        const corrections = stored(caller, limit);
        if (json) return printJson({ corrections: await all(corrections) });
        return jsonl ? printLabelled(corrections) : printRead(corrections);
      });
    });

async function printLabelled(corrections: AsyncIterable<Stored>): Promise<void> {
  for await (const { id, text, tag, right } of corrections) {
    await printJson({ id, text, tag, right });
  }
}

async function printRead(corrections: AsyncIterable<Stored>): Promise<void> {
  let count = 0;
  for await (const one of corrections) {
    count += 1;
    await printLine(harmless(correctionText(one)));
  }
  if (count === 0) tell({ zh: "还没有纠正记录。", en: "Nothing was corrected yet." }[language]);
}

/** Corrections asked for at a time. */
const PAGE = 500;

/** The newest `limit` corrections, page by page. */
async function* stored({ call }: Pick<Caller, "call">, limit: number): AsyncGenerator<Stored> {
  let cursor: string | null = "";
  for (let left = limit; left > 0 && cursor !== null; left -= PAGE) {
    const page: CorrectionPage = await call("corrections", { cursor, limit: Math.min(left, PAGE) });
    yield* page.corrections;
    cursor = page.next;
  }
}

async function all<One>(many: AsyncIterable<One>): Promise<One[]> {
  const list: One[] = [];
  for await (const one of many) list.push(one);
  return list;
}

const ORIGINS = {
  offline: { zh: "离线识别", en: "read offline" },
  model: { zh: "模型建议", en: "suggested by the model" },
  person: { zh: "人工添加", en: "added by hand" },
} as const;

function correctionText({ at, by, text, words, tag, right, origin }: Stored): string {
  const verdict = { zh: right ? "对" : "错", en: right ? "right" : "wrong" }[language];
  const said = words === "" ? "" : `  “${words}”`;
  const who = [ORIGINS[origin][language], by].filter(Boolean).join(", ");
  return `${at}  ${verdict}  ${tag}${said}  (${who})\n    ${text.replaceAll(/\s+/gu, " ")}`;
}
