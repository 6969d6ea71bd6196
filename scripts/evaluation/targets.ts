import type { Labels } from "./labels.ts";

/** One of several likely causes would be right: each of them counts half. */
const OF_GROUP = 0.5;

/** Whether an id is to be found in a text, and how much that counts; what only may be found, not at all. */
export function targetOf(
  { must, any, may }: Labels,
  id: string,
): { answer: 0 | 1; counts: number } {
  if (must.includes(id)) return { answer: 1, counts: 1 };
  if (any.some((group) => group.includes(id))) return { answer: 1, counts: OF_GROUP };
  return { answer: 0, counts: may.includes(id) ? 0 : 1 };
}
