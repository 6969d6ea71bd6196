import { model, type NodeModel } from "../model.ts";

/** The labels with what the model says of their properties. */
const labels: readonly (readonly [string, NodeModel])[] = Object.entries(model.nodes);

const uniqueOf = (node: NodeModel): readonly string[] => ["id", ...(node.unique ?? [])];

const unique = (label: string, property: string) =>
  `CREATE CONSTRAINT ${label}_${property}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;
const required = (label: string, property: string) =>
  `CREATE CONSTRAINT ${label}_${property}_required IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS NOT NULL`;
const indexed = (label: string, property: string) =>
  `CREATE INDEX ${label}_${property}_index IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;

/** Neo4j searches by the constraint itself, and keeps NOT NULL for its Enterprise edition. */
export const neo4jSchema = (): string[] =>
  labels.flatMap(([label, node]) => [
    ...uniqueOf(node).map((property) => unique(label, property)),
    ...(node.indexed ?? []).map((property) => indexed(label, property)),
  ]);

/**
 * Grafeo checks a constraint by scanning the label, unless an index stands beside it. Only the id is
 * NOT NULL: nodes are merged by it, and their other properties set a moment later.
 */
export const grafeoSchema = (): string[] => [
  ...neo4jSchema(),
  ...labels.flatMap(([label, node]) => [
    ...uniqueOf(node).map((property) => indexed(label, property)),
    required(label, "id"),
  ]),
];
