import type { TextTagger } from "./answer.ts";
import { RESAMPLES } from "./bootstrap.ts";
import { type Breakdown, breakDown } from "./breakdown.ts";
import { type Calibration, calibrateKinds, judgeTags } from "./calibration.ts";
import type { Compared } from "./compare.ts";
import { type JudgedText, judgeTexts } from "./judge-texts.ts";
import type { KindOfTag, LabelledRequest } from "./labels.ts";
import { type Intervals, intervalsOf, type Scores, score } from "./score.ts";

/** What was found in one text, and what should have been. */
export interface CaseReport extends Record<KindOfTag, Compared> {
  id: string;
  text: string;
  pairs: Compared | null;
  askBack: { expected: boolean; asked: string[] };
  urgent: { expected: boolean; found: boolean };
  exact: boolean;
  /** Words of substance that were not understood. */
  unknown: string[];
}

export interface RequestReport extends Scores {
  resamples: number;
  intervals: Intervals;
  calibration: Record<"all" | KindOfTag, Calibration>;
  /** Texts a language model did not answer: they are measured by their offline reading. */
  unanswered: number;
  /** Empty unless asked for. */
  groups: Record<string, Scores>;
  cases: CaseReport[];
}

const caseReport = ({ request, answer, compared, exact }: JudgedText): CaseReport => ({
  id: request.id,
  text: request.text,
  ...compared,
  askBack: { expected: request.askBack, asked: answer.askBack.map(({ about }) => about) },
  urgent: { expected: request.urgent, found: answer.urgent },
  exact,
  unknown: answer.unknown.map(({ words }) => words),
});

interface Manner {
  /** Groups to score apart. */
  by?: Breakdown | undefined;
  /** Texts to ask about at a time. */
  atOnce?: number;
}

/** Scores a tagger on labelled requests, as test/evaluation/README.md says. */
export async function evaluateRequests(
  requests: readonly LabelledRequest[],
  tag: TextTagger,
  { by, atOnce }: Manner = {},
): Promise<RequestReport> {
  const texts = await judgeTexts(requests, tag, atOnce);
  return {
    ...score(texts),
    resamples: RESAMPLES,
    intervals: intervalsOf(texts),
    calibration: calibrateKinds(
      texts.flatMap(({ request, answer }) => judgeTags(answer.tags, request)),
    ),
    unanswered: texts.filter(({ answer }) => (answer.reason ?? null) !== null).length,
    groups: by === undefined ? {} : breakDown(texts, by),
    cases: texts.map(caseReport),
  };
}
