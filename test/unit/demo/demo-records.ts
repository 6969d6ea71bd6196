import { readDemoTables } from "../../../src/data/demo.ts";
import { readData } from "../../../src/data/files.node.ts";
import { readPlaces } from "../../../src/data/places.ts";
import { readVocabulary } from "../../../src/data/vocabulary.ts";
import { demoProvince } from "../../../src/demo/province.ts";
import type { DemoOptions, DemoReference } from "../../../src/demo/world.ts";
import type { GraphRecord, NodeRecord, RelationRecord } from "../../../src/graph/record.ts";

const vocabulary = readVocabulary(readData);

export const reference: DemoReference = {
  vocabulary,
  places: readPlaces(readData, vocabulary),
  tables: readDemoTables(readData),
};

/** The same with a tenth of the townships and their villages: quicker, for many provinces in turn. */
export const sparse: DemoReference = {
  ...reference,
  places: {
    ...reference.places,
    townships: new Map([...reference.places.townships].filter(([code]) => Number(code) % 10 === 1)),
    villages: new Map(
      [...reference.places.villages].filter(([, { parent }]) => Number(parent) % 10 === 1),
    ),
  },
};

export const YEAR = 2026;

export const provinceOf = (
  options: Partial<DemoOptions> = {},
  where = reference,
): Generator<GraphRecord> => demoProvince(where, { experts: 200, seed: 1, year: YEAR, ...options });

/** A generated province, for questions about what stands where. */
export class Province {
  readonly nodes: NodeRecord[] = [];
  readonly relations: RelationRecord[] = [];

  constructor(records: Iterable<GraphRecord>) {
    for (const record of records) {
      if ("node" in record) this.nodes.push(record);
      else this.relations.push(record);
    }
  }

  of(label: string): NodeRecord[] {
    return this.nodes.filter(({ node }) => node === label);
  }

  all(relation: string, from?: string): RelationRecord[] {
    return this.relations.filter(
      (record) => record.relation === relation && (from === undefined || record.from[0] === from),
    );
  }

  /** Ids that relations of a type lead to, by the id they start from. */
  targets(relation: string): Map<string, string[]> {
    const byStart = new Map<string, string[]>();
    for (const { from, to } of this.all(relation)) {
      byStart.set(from[1], [...(byStart.get(from[1]) ?? []), to[1]]);
    }
    return byStart;
  }

  /** A property of all nodes of a label. */
  values(label: string, property: string): unknown[] {
    return this.of(label).map(({ properties }) => properties[property]);
  }
}
