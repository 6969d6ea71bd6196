import { type Answer, pairsIn, type TextTagger } from "./answer.ts";
import { type Compared, compare, compareById, comparePairs } from "./compare.ts";
import type { KindOfTag, LabelledRequest } from "./labels.ts";
import { type Counts, countsOf, yesNo } from "./rates.ts";

/** What is counted in a text. */
interface Counted extends Record<KindOfTag, Counts> {
  /** Null where the file names no pairs. */
  pairs: Counts | null;
  askBack: Counts;
  urgent: Counts;
}

/** A request, the answer to it, and how they compare. */
export interface JudgedText {
  request: LabelledRequest;
  answer: Answer;
  compared: Record<KindOfTag, Compared> & { pairs: Compared | null };
  byId: Record<KindOfTag, Compared>;
  counts: Counted;
  /** Nothing missed or invented, industries and competences together. */
  exact: boolean;
}

function judgeText(request: LabelledRequest, answer: Answer): JudgedText {
  const { industries, competences, urgent, askBack } = answer;
  const compared = {
    industries: compare(industries, request.industries),
    competences: compare(competences, request.competences),
    pairs: comparePairs(pairsIn(answer), request),
  };
  const counts = {
    industries: countsOf(compared.industries),
    competences: countsOf(compared.competences),
    pairs: compared.pairs && countsOf(compared.pairs),
    askBack: yesNo({ expected: request.askBack, given: askBack.length > 0 }),
    urgent: yesNo({ expected: request.urgent, given: urgent }),
  };
  return {
    request,
    answer,
    compared,
    byId: {
      industries: compareById(industries, request.industries),
      competences: compareById(competences, request.competences),
    },
    counts,
    exact: [counts.industries, counts.competences].every(
      ({ invented, missed }) => invented + missed === 0,
    ),
  };
}

/**
 * Reads and judges the requests, in their order. A tagger that has to wait for its answers is asked
 * about some texts at once.
 */
export async function judgeTexts(
  requests: readonly LabelledRequest[],
  tag: TextTagger,
  atOnce = 1,
): Promise<JudgedText[]> {
  const judged: JudgedText[] = [];
  const waiting = requests.entries();
  const work = async () => {
    for (const [at, request] of waiting) judged[at] = judgeText(request, await tag(request.text));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return judged;
}
