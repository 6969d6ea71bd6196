import { createHash } from "node:crypto";
import { nodeModels } from "./bulk-statements.ts";
import type { GraphRecord, Properties } from "./record.ts";

/** Labels whose nodes, and the relations between them, are what the graph is about. */
const CONTENT = new Set(
  nodeModels.filter(([, { part }]) => part === "content").map(([label]) => label),
);

const MODULUS = 1n << 256n;

export interface ContentHash {
  add(record: GraphRecord): void;
  /** "sum256:" and 64 hexadecimal digits. */
  value(): string;
}

/**
 * A hash of what a graph holds, whatever engine holds it and in whatever order it is read: the sum
 * of the SHA-256 digests of its nodes and relations, modulo 2^256. Operations, audit events,
 * migrations and runs do not count.
 */
export function contentHash(): ContentHash {
  let sum = 0n;
  return {
    add(record) {
      if (!isContent(record)) return;
      const digest = createHash("sha256").update(canonical(record)).digest("hex");
      sum = (sum + BigInt(`0x${digest}`)) % MODULUS;
    },
    value: () => `sum256:${sum.toString(16).padStart(64, "0")}`,
  };
}

const isContent = (record: GraphRecord): boolean =>
  "node" in record
    ? CONTENT.has(record.node)
    : CONTENT.has(record.from[0]) && CONTENT.has(record.to[0]);

/** One line of JSON with the properties in the order of their names. */
const canonical = (record: GraphRecord): string =>
  JSON.stringify({ ...record, properties: sorted(record.properties) });

const sorted = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).toSorted(([a], [b]) => (a < b ? -1 : 1)));
