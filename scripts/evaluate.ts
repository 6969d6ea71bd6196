/**
 * Measures the tagger on labelled requests, or the ranking on labelled judgements; which of the
 * two a file holds is seen from its lines. Requests of several files are measured together.
 *
 *   npm run -s evaluate -- FILE [FILE...] [--tagger offline|llm] [--by kind|speaker] [--ablation]
 *     [--summary] [--json]
 *
 * Exit codes: 0 measured, 2 wrong arguments or a missing setting, 3 a file cannot be read as either.
 */
import { PARTS } from "../src/domain/understanding/parts.ts";
import { openReference } from "../src/node.ts";
import { isJudgement, reportJudgements } from "./evaluate-judgements.ts";
import { ablate, ablationTable } from "./evaluation/ablation.ts";
import { type Options, readArguments } from "./evaluation/arguments.ts";
import { connectModel } from "./evaluation/connect-model.ts";
import { type LabelledRequest, readRequests } from "./evaluation/labels.ts";
import { Refusal, readLines, runProgram, withFile } from "./evaluation/lines.ts";
import { modelSettings } from "./evaluation/model-settings.ts";
import { requestTable } from "./evaluation/request-table.ts";
import { evaluateRequests } from "./evaluation/requests.ts";
import { partialTaggers } from "./evaluation/taggers.ts";

type Reference = ReturnType<typeof openReference>;

/** No more than the model is asked by default: those who wait for a seat too long are turned away. */
const QUESTIONS_AT_ONCE = 4;

interface File {
  name: string;
  lines: unknown[];
}

async function reportRequests(files: readonly File[], options: Options): Promise<string> {
  const reference = openReference();
  const requests = files.flatMap(({ name, lines }) =>
    withFile(name, () => readRequests(lines, reference.vocabulary)),
  );
  return options.ablation
    ? reportAblation(requests, reference, options)
    : reportTagger(requests, reference, options);
}

async function reportTagger(
  requests: readonly LabelledRequest[],
  reference: Reference,
  { tagger, by, summary, json }: Options,
): Promise<string> {
  const tag =
    tagger === "llm" ? connectModel(modelSettings(process.env), reference) : reference.tag;
  const atOnce = tagger === "llm" ? QUESTIONS_AT_ONCE : 1;
  const { cases, ...scores } = await evaluateRequests(requests, tag, { by, atOnce });
  const report = { ...scores, cases: summary ? [] : cases };
  return json
    ? JSON.stringify({ tagger, ...report })
    : `tagger: ${tagger}\n${requestTable(report)}`;
}

async function reportAblation(
  requests: readonly LabelledRequest[],
  reference: Reference,
  { json }: Options,
): Promise<string> {
  const rows = await ablate(requests, PARTS, partialTaggers(reference));
  return json ? JSON.stringify({ ablation: rows }) : ablationTable(rows);
}

function reportRanking(files: readonly File[], { json }: Options): string {
  return files
    .map(({ name, lines }) => withFile(name, () => reportJudgements(lines, { json })))
    .join("\n");
}

await runProgram(async () => {
  const options = readArguments(process.argv.slice(2));
  const files = options.files.map((name) => ({
    name,
    lines: withFile(name, () => readLines(name)),
  }));
  const judgements = files.filter(({ lines }) => lines.every(isJudgement));
  if (judgements.length === 0) return reportRequests(files, options);
  if (judgements.length === files.length) return reportRanking(files, options);
  throw new Refusal("requests and judgements are measured apart: name files of one sort", {
    exitCode: 2,
  });
});
