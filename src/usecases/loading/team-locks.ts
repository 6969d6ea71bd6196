import { keptLine } from "../../domain/model/typed-text.ts";
import type { Writer } from "../../graph/graph.ts";
import { holdLocks } from "../../graph/queries/locks.ts";
import type { Context } from "../context.ts";

/** Who puts their name to it; typed, until there is a sign-in. */
export const Person = keptLine(60);

/** What two commits may both want. */
export interface Rivalled {
  /** Id of the draft, code of the county, ids of the people. */
  draft: string;
  county: string;
  experts: readonly string[];
}

/**
 * Holds the draft, the county and the people until the transaction ends. Everybody takes them in
 * one order, so that no two wait for each other.
 */
export async function holdTeamLocks(
  tx: Writer,
  { newId }: Pick<Context, "newId">,
  { draft, county, experts }: Rivalled,
): Promise<void> {
  const ids = [draft, `place_${county}`, ...experts].map((id) => `lock_${id}`).sort();
  await tx.write(holdLocks, { ids, operation: newId() });
}
