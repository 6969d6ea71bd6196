import type { GraphRecord, Properties } from "../graph/record.ts";

type End = readonly [label: string, id: string];

/** A node of the graph. */
export const node = (label: string, id: string, properties: Properties): GraphRecord => ({
  node: label,
  id,
  properties,
});

/** A relation of the graph, told as a sentence: `from` `type` `to`. */
export const relation = (
  [from, type, to]: readonly [from: End, type: string, to: End],
  properties: Properties = {},
): GraphRecord => ({ relation: type, from, to, properties });
