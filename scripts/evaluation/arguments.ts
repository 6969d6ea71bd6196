import { parseArgs } from "node:util";
import { BREAKDOWNS, type Breakdown } from "./breakdown.ts";
import { Refusal, reasonOf } from "./lines.ts";
import { TAGGERS, type TaggerName } from "./taggers.ts";

const USAGE = `usage: npm run -s evaluate -- FILE [FILE...] [flags]

  --tagger T    offline (the default), or llm: with the language model of the OPENAI_ settings
  --by G        also the scores by kind or by speaker, where the files name them
  --ablation    instead: f1 of taggers made of the first part of the reading, the first two, ... all
  --summary     without the texts and their faults: a half that must stay unread is measured so
  --json        one line of JSON

Exit code: 0 measured; 2 wrong flags, or a setting is missing; 3 a file cannot be used.`;

export interface Options {
  files: string[];
  tagger: TaggerName;
  by: Breakdown | undefined;
  ablation: boolean;
  summary: boolean;
  json: boolean;
}

function oneOf<Name extends string>(flag: string, names: readonly Name[], given: string): Name {
  const name = names.find((known) => known === given);
  if (name === undefined) throw new Error(`${flag} takes ${names.join(" or ")}, not "${given}"`);
  return name;
}

function understood(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    options: {
      tagger: { type: "string", default: "offline" },
      by: { type: "string" },
      ablation: { type: "boolean", default: false },
      summary: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error("a file is needed");
  return {
    ...values,
    files: positionals,
    tagger: oneOf("--tagger", TAGGERS, values.tagger),
    by: values.by === undefined ? undefined : oneOf("--by", BREAKDOWNS, values.by),
  };
}

/** Throws a `Refusal` with the usage for anything that is not understood. */
export function readArguments(args: string[]): Options {
  try {
    const options = understood(args);
    if (options.ablation && (options.tagger !== "offline" || options.by !== undefined)) {
      throw new Error("--ablation is of the offline tagger alone: without --tagger llm and --by");
    }
    return options;
  } catch (error) {
    throw new Refusal(`${reasonOf(error)}\n${USAGE}`, { cause: error, exitCode: 2 });
  }
}
