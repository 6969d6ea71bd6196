import { AppError } from "../error.ts";

/**
 * Who acts. Until there is a sign-in, whoever comes over the network is a visitor whose typed
 * name is kept as unverified; the operator holds the token of the data folder.
 */
export interface Actor {
  role: "visitor" | "operator";
  /** As typed; "" when nobody said. */
  name: string;
}

export type Action =
  | "match.read"
  | "directory.read"
  | "need.read"
  | "need.create"
  | "run.create"
  | "run.read"
  | "correction.create"
  | "correction.read"
  | "team.read"
  | "teamPreset.save"
  | "teamDraft.save"
  | "team.commit"
  | "team.undo"
  | "graph.read"
  | "graph.load";

const VISITOR: readonly Action[] = [
  "match.read",
  "directory.read",
  "need.read",
  "need.create",
  "run.create",
  "run.read",
  "correction.create",
  "team.read",
  "teamPreset.save",
  "teamDraft.save",
  "team.commit",
  "team.undo",
];

/**
 * What each role may do; whatever is not named is denied. Anybody may correct a reading of their
 * own words, but corrections hold words that were never saved as a need: only the operator reads
 * those of others.
 */
const ALLOWED: Record<Actor["role"], readonly Action[]> = {
  visitor: VISITOR,
  operator: [...VISITOR, "correction.read", "graph.read", "graph.load"],
};

/** Throws `not_allowed` unless `actor` may do `action`. */
export function permit(actor: Actor, action: Action): void {
  if (ALLOWED[actor.role].includes(action)) return;
  throw new AppError("not_allowed", {
    zh: "没有权限进行这项操作。",
    en: `The role "${actor.role}" may not do ${action}.`,
  });
}

/** How the audit trail names an actor. */
export const auditName = ({ role, name }: Actor): string =>
  role === "operator" ? "operator" : `unverified:${name.trim() || "-"}`;
