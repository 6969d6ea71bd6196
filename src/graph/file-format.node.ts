import { z } from "zod";
import { contentHash } from "./content-hash.node.ts";
import type { GraphRecord } from "./record.ts";

/** The name of the file format, in its first line. */
export const FORMAT = "ketepai-graph";

const Counts = z.record(z.string(), z.int());
export const Header = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(1),
  schemaVersion: z.int(),
});
export const Footer = z.strictObject({
  end: z.literal(true),
  nodes: Counts,
  relations: Counts,
  contentHash: z.string(),
});
export type Footer = z.infer<typeof Footer>;

const Endpoint = z.tuple([z.string(), z.string()]);
const Properties = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]),
);
export const Line = z.union([
  z.strictObject({ node: z.string(), id: z.string().min(1), properties: Properties }),
  z.strictObject({ relation: z.string(), from: Endpoint, to: Endpoint, properties: Properties }),
]);

/** Counts and hashes records as they pass. */
export function tally() {
  const nodes: Record<string, number> = {};
  const relations: Record<string, number> = {};
  const hash = contentHash();
  return {
    add(record: GraphRecord) {
      hash.add(record);
      const counts = "node" in record ? nodes : relations;
      const kind = "node" in record ? record.node : record.relation;
      counts[kind] = (counts[kind] ?? 0) + 1;
    },
    footer: (): Footer => ({ end: true, nodes, relations, contentHash: hash.value() }),
  };
}

/** The value of a line, undefined when it is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
