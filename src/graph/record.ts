/** A node or a relation as it stands in an exported file, a line each. */
export type PropertyValue = string | number | boolean | readonly string[] | readonly number[];
export type Properties = Readonly<Record<string, PropertyValue>>;

export interface NodeRecord {
  node: string;
  id: string;
  properties: Properties;
}

export interface RelationRecord {
  relation: string;
  from: readonly [label: string, id: string];
  to: readonly [label: string, id: string];
  properties: Properties;
}

/** Whatever a record points at stands before it in the stream. */
export type GraphRecord = NodeRecord | RelationRecord;
