import { nodeModels, relationModels } from "../../src/graph/bulk-statements.ts";
import type { NodeModel } from "../../src/graph/model.ts";
import type { GraphRecord, NodeRecord, Properties, PropertyValue } from "../../src/graph/record.ts";
import { fc } from "../support/properties.ts";
import { exportedLabels } from "./sample.ts";

/** Texts that have broken databases before, and any others. */
const text = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "'",
    '"',
    "\\",
    "\\'",
    "\\u0041",
    "`MATCH (n) DETACH DELETE n`",
    "'; DROP GRAPH //",
    "$rows",
    "{id: 1}",
    "两行\r\n\t制表\u2028",
    "😀👩‍🌾🇨🇳",
    "é e\u0301 ﬁ １２３",
    "椪柑叶片卷曲、落果",
    "1",
    "1.0",
    "true",
    "null",
    "2026-11-23T08:00:00.000Z",
    "\u0001\u007f\ufeff",
    "长".repeat(2_000),
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
);
/** As far as JavaScript and Cypher agree on whole numbers. */
const integer = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -3, max: 2_030 }));
const number = fc.oneof(
  integer,
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
);

const VALUES: Readonly<Record<string, fc.Arbitrary<PropertyValue>>> = {
  text,
  integer,
  // JSON and Bolt's integers know no negative zero.
  number: number.map((value) => value + 0),
  boolean: fc.boolean(),
  texts: fc.array(text, { maxLength: 4 }),
  integers: fc.array(integer, { maxLength: 4 }),
};

/** Values for a set of declared properties; those that may be absent sometimes are. */
function valuesOf({ properties, unique = [] }: Pick<NodeModel, "properties" | "unique">) {
  const names = Object.keys(properties).filter((name) => !unique.includes(name));
  const record = Object.fromEntries(
    names.map((name) => [
      name,
      VALUES[properties[name]?.replace("?", "") ?? ""] ?? fc.constant(""),
    ]),
  );
  const requiredKeys = names.filter((name) => !properties[name]?.endsWith("?"));
  return fc.record(record, { requiredKeys });
}

/** How many nodes there may be of a label. */
const MOST = 3;

const nodesOf = ([label, node]: readonly [string, NodeModel]) =>
  fc.array(fc.tuple(text, valuesOf(node)), { maxLength: MOST }).map(
    (drawn) =>
      (mark: string): NodeRecord[] =>
        drawn.map(([odd, values], index) => {
          const id = `${mark}${index}${odd}`;
          const taken = Object.fromEntries((node.unique ?? []).map((name) => [name, id]));
          return { node: label, id, properties: { ...values, ...taken } };
        }),
  );

type Drawn = { ends: readonly [number, number]; properties: Properties };
const ends = fc.tuple(fc.nat({ max: MOST - 1 }), fc.nat({ max: MOST - 1 }));

/** A small graph of any kinds, given the mark its ids shall bear. */
export const graphs: fc.Arbitrary<(mark: string) => GraphRecord[]> = fc
  .tuple(
    fc.tuple(...nodeModels.filter(([label]) => exportedLabels.includes(label)).map(nodesOf)),
    fc.tuple(
      ...relationModels.map((kind) =>
        fc.uniqueArray(fc.record({ ends, properties: valuesOf(kind) }), {
          maxLength: 3,
          selector: (drawn: Drawn) => drawn.ends.join(),
        }),
      ),
    ),
  )
  .map(([builders, relations]) => (mark) => {
    const nodes = builders.flatMap((build) => build(mark));
    const idOf = (label: string, index: number) =>
      nodes.filter(({ node }) => node === label)[index]?.id;
    return [
      ...nodes,
      ...relationModels.flatMap(({ type, from, to }, at) =>
        (relations[at] ?? []).flatMap(({ ends: [first, second], properties }): GraphRecord[] => {
          const [start, end] = [idOf(from, first), idOf(to, second)];
          if (start === undefined || end === undefined) return [];
          return [{ relation: type, from: [from, start], to: [to, end], properties }];
        }),
      ),
    ];
  });
