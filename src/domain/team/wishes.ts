import type { Fault } from "../error.ts";
import type { TeamChange } from "./change.ts";

/**
 * Where a list of changes contradicts itself: somebody pinned or locked who was excluded, or
 * excluded or swapped out although locked. Taking a wish back first (`unpin`, `admit`) is no
 * contradiction, nor is swapping out somebody who was pinned.
 */
export function wishFaults(changes: readonly TeamChange[]): Fault[] {
  const standing: Standing = { pinned: new Set(), locked: new Set(), excluded: new Set() };
  return changes.flatMap((change, index) =>
    contradicted(standing, change).map((id) => ({
      field: `changes.${index}`,
      zh: `“${id}”既必须入选又被排除：请先去掉其中一项`,
      en: `"${id}" is pinned and excluded: take one of the two back first`,
    })),
  );
}

interface Standing {
  pinned: Set<string>;
  locked: Set<string>;
  excluded: Set<string>;
}

/** Notes what a change wishes; answers whom it wishes the opposite for. */
function contradicted(standing: Standing, change: TeamChange): string[] {
  switch (change.kind) {
    case "pin":
      return wanted(standing, "pinned", [change.id]);
    case "lock":
      return wanted(standing, "locked", change.ids);
    case "unpin":
      standing.pinned.delete(change.id);
      standing.locked.delete(change.id);
      return [];
    case "exclude":
      standing.excluded.add(change.id);
      return [change.id].filter((id) => standing.pinned.has(id) || standing.locked.has(id));
    case "admit":
      standing.excluded.delete(change.id);
      return [];
    case "swap":
      standing.pinned.delete(change.out);
      return [
        ...wanted(standing, "pinned", [change.in]),
        ...[change.out].filter((id) => standing.locked.has(id)),
      ];
    default:
      return [];
  }
}

function wanted(standing: Standing, how: "pinned" | "locked", ids: readonly string[]): string[] {
  for (const id of ids) standing[how].add(id);
  return ids.filter((id) => standing.excluded.has(id));
}

/** Everybody that changes name, each once. */
export const namedIn = (changes: readonly TeamChange[]): string[] => [
  ...new Set(changes.flatMap(peopleOf)),
];

function peopleOf(change: TeamChange): string[] {
  switch (change.kind) {
    case "pin":
    case "unpin":
    case "exclude":
    case "admit":
    case "borrow":
      return [change.id];
    case "lock":
      return change.ids;
    case "swap":
      return [change.out, change.in];
    case "addRule":
    case "relax":
      return change.rule.id === "blockedPair" ? [change.rule.a, change.rule.b] : [];
    default:
      return [];
  }
}

/** The change with other names for people. */
export function renamed(change: TeamChange, nameOf: (name: string) => string): TeamChange {
  switch (change.kind) {
    case "pin":
    case "unpin":
    case "exclude":
    case "admit":
    case "borrow":
      return { ...change, id: nameOf(change.id) };
    case "lock":
      return { ...change, ids: change.ids.map(nameOf) };
    case "swap":
      return { ...change, out: nameOf(change.out), in: nameOf(change.in) };
    case "addRule":
    case "relax":
      return change.rule.id === "blockedPair"
        ? {
            ...change,
            rule: { ...change.rule, a: nameOf(change.rule.a), b: nameOf(change.rule.b) },
          }
        : change;
    default:
      return change;
  }
}
