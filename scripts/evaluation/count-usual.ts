import { lineage, type Vocabulary } from "../../src/domain/model/vocabulary.ts";
import type { Usual } from "../../src/domain/understanding/lexicon.ts";
import type { LabelledRequest } from "./labels.ts";

/** The industries that a request must be read to be about, and all above them. */
const industriesOf = ({ industries }: LabelledRequest, vocabulary: Vocabulary): Set<string> =>
  new Set(industries.must.flatMap((id) => lineage(vocabulary, id)));

function countAsked(requests: readonly LabelledRequest[]): Map<string, number> {
  const asked = new Map<string, number>();
  for (const { competences } of requests) {
    for (const id of new Set(competences.must)) asked.set(id, (asked.get(id) ?? 0) + 1);
  }
  return asked;
}

/** How often labelled requests of each industry ask for each competence; first those of all. */
export function countUsual(requests: readonly LabelledRequest[], vocabulary: Vocabulary): Usual[] {
  const about = requests.map((request) => industriesOf(request, vocabulary));
  const ofAll = { industry: null, requests: requests.length, asked: countAsked(requests) };
  const ofEach = [...vocabulary.industries.keys()].map((industry) => {
    const own = requests.filter((_, at) => about[at]?.has(industry));
    return { industry, requests: own.length, asked: countAsked(own) };
  });
  return [ofAll, ...ofEach].filter(({ asked }) => asked.size > 0);
}
