import { nonconformity } from "../../../src/graph/conformity.ts";
import { model, type NodeModel } from "../../../src/graph/model.ts";
import type { GraphRecord, NodeRecord, RelationRecord } from "../../../src/graph/record.ts";

const nodeModels: Readonly<Record<string, NodeModel>> = model.nodes;

/** Checks a stream of records against the model and against what stood before. */
export class Conformity {
  private readonly taken = new Set<string>();

  faultsOf(record: GraphRecord): string[] {
    const undeclared = nonconformity(record);
    if (undeclared !== undefined) return [`${JSON.stringify(record)}: ${undeclared}`];
    return "node" in record ? this.nodeFaults(record) : this.relationFaults(record);
  }

  private nodeFaults({ node, id, properties }: NodeRecord): string[] {
    const unique = nodeModels[node]?.unique ?? [];
    const keys = [`${node}/${id}`, ...unique.map((name) => `${node}/${name}=${properties[name]}`)];
    return keys.filter((key) => this.isRepeated(key)).map((key) => `${key} stands twice`);
  }

  private relationFaults({ relation, from, to }: RelationRecord): string[] {
    const ends = [from.join("/"), to.join("/")];
    const key = `${ends[0]} ${relation} ${ends[1]}`;
    return [
      ...ends.filter((end) => !this.taken.has(end)).map((end) => `${key}: no ${end} before it`),
      ...(this.isRepeated(key) ? [`${key} stands twice`] : []),
    ];
  }

  private isRepeated(key: string): boolean {
    const repeated = this.taken.has(key);
    this.taken.add(key);
    return repeated;
  }
}
