import type { Ancestry } from "./ancestry.ts";
import type { Term } from "./lexicon.ts";

/** Stands for every branch. */
const ANYWHERE = "";

type Meaning = Pick<Term, "industry" | "senses">;

/** Each meaning once: most words share theirs with the others of their row. */
function* meaningsOf(terms: readonly Term[]): Generator<Meaning> {
  const read = new Set<Term["senses"]>();
  for (const term of terms) {
    if (term.industry === null && read.has(term.senses)) continue;
    if (term.industry === null) read.add(term.senses);
    yield term;
  }
}

/** Each competence with the industries a meaning gives it to. */
const homesIn = ({
  industry,
  senses,
}: Meaning): { competence: string; homes: readonly string[] }[] =>
  senses.flatMap(({ where, competences }) => {
    const homes = where.length > 0 ? where : [industry ?? ANYWHERE];
    return competences.map(({ competence }) => ({ competence, homes }));
  });

/**
 * The branches in which each competence can be asked for: those in which any word of the lexicon means
 * it. An empty list: in all of them, as some word means it anywhere. There are no fish diseases in
 * crops.
 */
export function branchesOfCompetences(
  terms: readonly Term[],
  ancestry: Ancestry,
): ReadonlyMap<string, readonly string[]> {
  const branchOf = (industry: string): string =>
    [...(ancestry.get(industry)?.keys() ?? [])].at(-1) ?? ANYWHERE;
  const branches = new Map<string, Set<string>>();
  for (const { competence, homes } of [...meaningsOf(terms)].flatMap(homesIn)) {
    const known = branches.get(competence) ?? new Set();
    branches.set(competence, known);
    for (const home of homes) known.add(branchOf(home));
  }
  return new Map(
    [...branches].map(([competence, found]) => [competence, found.has(ANYWHERE) ? [] : [...found]]),
  );
}
