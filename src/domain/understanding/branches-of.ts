import type { Ancestry } from "./ancestry.ts";
import type { Term } from "./lexicon.ts";

/** Stands for every branch. */
const ANYWHERE = "";

/** For each competence the branches in which something means it, `ANYWHERE` among them. */
type Branches = Map<string, Set<string>>;

/** The branch of each industry. */
const branchesIn = (ancestry: Ancestry): ReadonlyMap<string, string> =>
  new Map([...ancestry].map(([id, lineage]) => [id, [...lineage.keys()].at(-1) ?? id]));

function addMeaning(
  branches: Branches,
  { industry, senses }: Term,
  branchOf: ReadonlyMap<string, string>,
): void {
  for (const { where, competences } of senses) {
    const homes = where.length > 0 ? where : [industry ?? ANYWHERE];
    const found = homes.map((home) => branchOf.get(home) ?? ANYWHERE);
    for (const { competence } of competences) {
      branches.set(competence, new Set([...(branches.get(competence) ?? []), ...found]));
    }
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
  const read = new Set<Term["senses"]>();
  for (const term of terms) {
    // Most words share their meanings with the others of their row, which name no industry.
    if (term.senses.length === 0 || (term.industry === null && read.has(term.senses))) continue;
    if (term.industry === null) read.add(term.senses);
    addMeaning(branches, term, branchOf);
  }
  return new Map(
    [...branches].map(([competence, found]) => [competence, found.has(ANYWHERE) ? [] : [...found]]),
  );
}
