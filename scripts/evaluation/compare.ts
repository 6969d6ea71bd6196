import type { SkillKey } from "../../src/domain/model/vocabulary.ts";
import type { LabelledRequest, Labels } from "./labels.ts";

/** Names of what was found rightly, invented, and missed. */
export interface Compared {
  right: string[];
  invented: string[];
  missed: string[];
}

/** Everything that is allowed to be found. */
const allowed = ({ must, any, may }: Labels): Set<string> =>
  new Set([...must, ...any.flat(), ...may]);

/** What of `found` is right, invented or missing. A group counts once: as "a|b". */
export function compare(found: readonly string[], labels: Labels): Compared {
  const held = new Set(found);
  const fine = allowed(labels);
  const musts = [...new Set(labels.must)];
  const groups = labels.any.map((group) => ({
    name: group.join("|"),
    hit: group.some((id) => held.has(id)),
  }));
  return {
    right: [
      ...musts.filter((id) => held.has(id)),
      ...groups.filter(({ hit }) => hit).map(({ name }) => name),
    ],
    invented: [...held].filter((id) => !fine.has(id)),
    missed: [
      ...musts.filter((id) => !held.has(id)),
      ...groups.filter(({ hit }) => !hit).map(({ name }) => name),
    ],
  };
}

/**
 * The same for each id by itself, as the macro mean needs it: a member of a group that was found is
 * right; a group that was missed can be laid to none of its members and is left to the micro mean.
 */
export function compareById(found: readonly string[], labels: Labels): Compared {
  const held = new Set(found);
  const asked = new Set([...labels.must, ...labels.any.flat()]);
  const fine = allowed(labels);
  return {
    right: [...held].filter((id) => asked.has(id)),
    invented: [...held].filter((id) => !fine.has(id)),
    missed: [...new Set(labels.must)].filter((id) => !held.has(id)),
  };
}

const pairName = ({ industry, competence }: SkillKey): string => `${industry} x ${competence}`;

/**
 * Null where the file names no pairs. A pair that is not labelled is invented, unless one of its
 * halves is only allowed (any, may), not demanded.
 */
export function comparePairs(
  found: readonly SkillKey[],
  request: LabelledRequest,
): Compared | null {
  if (request.pairs === null) return null;
  const names = new Set(found.map(pairName));
  const demanded = [...new Set(request.pairs.map(pairName))];
  const isOptional = ({ may, any }: Labels, id: string) =>
    may.includes(id) || any.flat().includes(id);
  const invented = found.filter(
    (pair) =>
      !demanded.includes(pairName(pair)) &&
      !isOptional(request.industries, pair.industry) &&
      !isOptional(request.competences, pair.competence),
  );
  return {
    right: demanded.filter((name) => names.has(name)),
    invented: [...new Set(invented.map(pairName))],
    missed: demanded.filter((name) => !names.has(name)),
  };
}
