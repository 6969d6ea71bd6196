import type { Ancestry } from "./ancestry.ts";
import type { Sense, Term } from "./lexicon.ts";

/** The branch of each industry. */
const branchesIn = (ancestry: Ancestry): ReadonlyMap<string, string> =>
  new Map([...ancestry].map(([id, lineage]) => [id, [...lineage.keys()].at(-1) ?? id]));

/** One term for each senses and each industry that words with them name, in the order of the terms. */
function distinctMeanings(terms: readonly Term[]): Term[] {
  const seen = new Map<string | null, Set<readonly Sense[]>>();
  return terms.filter(({ industry, senses }) => {
    if (senses.length === 0) return false;
    const known = seen.get(industry);
    // Most words share their senses with the others of their row.
    if (known?.has(senses)) return false;
    if (known) known.add(senses);
    else seen.set(industry, new Set([senses]));
    return true;
  });
}

/** For each competence the branches in which something means it; `null` stands for all of them. */
type Branches = Map<string, Set<string | null>>;

function addSense(
  branches: Branches,
  { competences }: Sense,
  homes: readonly (string | null)[],
): void {
  for (const { competence } of competences) {
    const known = branches.get(competence) ?? new Set();
    for (const home of homes) known.add(home);
    branches.set(competence, known);
  }
}

/**
 * The branches in which each competence can be asked for: those in which any word of the lexicon means
 * it. An empty list: in all of them, as some word means it anywhere. There are no fish diseases in
 * crops.
 */
export function branchesOfCompetences(
  terms: readonly Term[],
  ancestry: Ancestry,
): ReadonlyMap<string, readonly string[]> {
  const branchOf = branchesIn(ancestry);
  const branches: Branches = new Map();
  for (const { industry, senses } of distinctMeanings(terms)) {
    for (const sense of senses) {
      const { where } = sense;
      const homes = where.length > 0 ? where : [industry];
      addSense(
        branches,
        sense,
        homes.map((home) => branchOf.get(home ?? "") ?? null),
      );
    }
  }
  return new Map(
    [...branches].map(([competence, found]) => [
      competence,
      found.has(null) ? [] : [...found].filter((branch) => branch !== null),
    ]),
  );
}
