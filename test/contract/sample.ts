import { nodeModels, relationModels } from "../../src/graph/bulk-statements.ts";
import { model, type NodeModel } from "../../src/graph/model.ts";
import type {
  GraphRecord,
  NodeRecord,
  Properties,
  PropertyValue,
  RelationRecord,
} from "../../src/graph/record.ts";

/** A value of each kind of property that is neither empty nor the same for two owners. */
const VALUES: Readonly<Record<string, (owner: string) => PropertyValue>> = {
  text: (owner) => `文字 'of' ${owner}`,
  // No version of the model is lower: see migrate.ts.
  integer: () => 1,
  number: () => 28.25,
  boolean: () => true,
  texts: (owner) => [owner, "二"],
  integers: () => [2025, 2026],
};

/** All properties of a kind of node or relation, the optional ones too. */
const filled = (properties: NodeModel["properties"], owner: string): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([name, kind]) => {
      const value = VALUES[kind.replace("?", "")];
      if (!value) throw new Error(`there is no sample of a ${kind}`);
      return [name, value(owner)];
    }),
  );

export function nodeOf(label: string, id: string): NodeRecord {
  const node = nodeModels.find(([name]) => name === label)?.[1];
  if (!node) throw new Error(`the model knows no ${label}`);
  return { node: label, id, properties: filled(node.properties, id) };
}

export const exportedLabels: readonly string[] = Object.entries(model.nodes)
  .filter(([, { part }]) => part !== "internal")
  .map(([label]) => label);

/** Two nodes of each label and a relation of each type between them. */
export function oneOfEach(tag: string): { nodes: NodeRecord[]; relations: RelationRecord[] } {
  const id = (label: string, which: string) => `${label}_${tag}_${which}`;
  return {
    nodes: nodeModels.flatMap(([label]) =>
      ["a", "b"].map((which) => nodeOf(label, id(label, which))),
    ),
    relations: relationModels.map(({ type, from, to, properties }) => ({
      relation: type,
      from: [from, id(from, "a")],
      to: [to, id(to, "b")],
      properties: filled(properties, `${from} ${type} ${to}`),
    })),
  };
}

/** Records in an order of their own, so that two sets can be compared. */
export const inOrder = (records: readonly GraphRecord[]): GraphRecord[] =>
  records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

export const keyOf = (record: GraphRecord): string =>
  "node" in record
    ? `${record.node} ${record.id}`
    : `${record.relation} ${record.from.join(" ")} ${record.to.join(" ")}`;
