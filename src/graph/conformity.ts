import { z } from "zod";
import { model, type NodeModel, PROPERTY_KINDS, type RelationModel } from "./model.ts";
import type { GraphRecord } from "./record.ts";

const PropertyKind = z.enum(PROPERTY_KINDS);

const KINDS: Readonly<Record<z.infer<typeof PropertyKind>, z.ZodType>> = {
  text: z.string(),
  integer: z.int(),
  number: z.number(),
  boolean: z.boolean(),
  texts: z.array(z.string()),
  integers: z.array(z.int()),
};

type Properties = NodeModel["properties"];

/** The schema of a set of properties: all that are declared, and no others. */
function schemaOf(properties: Properties): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(properties).map(([name, kind]) => {
        const optional = kind.endsWith("?");
        const schema = KINDS[PropertyKind.parse(kind.replace("?", ""))];
        return [name, optional ? schema.optional() : schema];
      }),
    ),
  );
}

const NODES: ReadonlyMap<string, z.ZodType> = new Map(
  Object.entries(model.nodes).map(([label, node]) => [label, schemaOf(node.properties)]),
);

const keyOf = (relation: Pick<RelationModel, "type" | "from" | "to">) =>
  `(${relation.from})-[${relation.type}]->(${relation.to})`;

const RELATIONS: ReadonlyMap<string, z.ZodType> = new Map(
  model.relations.map((relation) => [keyOf(relation), schemaOf(relation.properties)]),
);

/** Says what is wrong with a record by the model; undefined when nothing is. */
export function nonconformity(record: GraphRecord): string | undefined {
  const kind =
    "node" in record
      ? record.node
      : keyOf({ type: record.relation, from: record.from[0], to: record.to[0] });
  const schema = "node" in record ? NODES.get(kind) : RELATIONS.get(kind);
  if (!schema) return `the model knows no ${kind}`;
  const issue = schema.safeParse(record.properties).error?.issues[0];
  return issue && `${kind}, property "${issue.path.join(".")}": ${issue.message}`;
}
