import { AppError, type Fault } from "../domain/error.ts";
import { nodeModels } from "./bulk-statements.ts";
import { nonconformity } from "./conformity.ts";
import { Footer, Header, Line, parsedJson, tally } from "./file-format.node.ts";
import { model } from "./model.ts";
import type { GraphRecord } from "./record.ts";

/** Faulty lines that are named before reading stops. */
const NAMED = 20;

/**
 * Reads a whole file through without storing anything. Throws `invalid` that names each faulty
 * line; answers the footer when header, records, endpoints, counts and hash are all as they should be.
 */
export async function checkLines(lines: AsyncIterable<string>): Promise<Footer> {
  const check = new FileCheck();
  for await (const line of lines) {
    check.line(line);
    if (check.faults.length >= NAMED) break;
  }
  return check.finish();
}

const UNIQUE: ReadonlyMap<string, readonly string[]> = new Map(
  nodeModels.map(([label, node]) => [label, node.unique ?? []]),
);

class FileCheck {
  readonly faults: Fault[] = [];
  private readonly ids = new Map<string, Set<string>>();
  private readonly total = tally();
  private footer: Footer | undefined;
  private number = 0;

  line(text: string): void {
    this.number += 1;
    const value = parsedJson(text);
    if (this.number === 1) this.header(value);
    else if (this.footer) this.fault("结束行之后还有内容", "there is more after the last line");
    else this.body(value);
  }

  finish(): Footer {
    this.number += 1;
    if (this.faults.length === 0) this.sums();
    if (this.faults.length > 0) throw refusal(this.faults);
    return this.total.footer();
  }

  private fault(zh: string, en: string): void {
    this.faults.push({ field: `line ${this.number}`, zh, en });
  }

  private header(value: unknown): void {
    const { success, data } = Header.safeParse(value);
    if (!success) {
      this.fault("不是 Ketepai 导出的文件", "this is no file that Ketepai exported");
      return;
    }
    const { version, readsFilesSince } = model;
    if (data.schemaVersion < readsFilesSince || data.schemaVersion > version) {
      this.fault(
        `文件的结构版本为 ${data.schemaVersion}，本程序只读 ${readsFilesSince} 至 ${version}`,
        `the file has schema version ${data.schemaVersion}, this program reads ${readsFilesSince} to ${version}`,
      );
    }
  }

  private body(value: unknown): void {
    if (typeof value === "object" && value !== null && "end" in value) {
      this.footer = Footer.safeParse(value).data;
      if (this.footer) return;
    }
    const { success, data } = Line.safeParse(value);
    if (!success) {
      this.fault("不是合法的节点或关系", "this is neither a node nor a relation");
      return;
    }
    const wrong = nonconformity(data);
    if (wrong) this.fault(`与图模型不符：${wrong}`, wrong);
    this.place(data);
    this.total.add(data);
  }

  /** An id stands once, and both ends of a relation stand before it. */
  private place(record: GraphRecord): void {
    if ("node" in record) {
      this.once(record.node, record.id);
      for (const property of UNIQUE.get(record.node) ?? []) {
        this.once(`${record.node}.${property}`, String(record.properties[property]));
      }
      return;
    }
    this.once(record.relation, `${record.from.join(" ")} -> ${record.to.join(" ")}`);
    for (const [label, id] of [record.from, record.to]) {
      if (this.ids.get(label)?.has(id)) continue;
      this.fault(`指向不存在的 ${label} ${id}`, `${label} ${id} does not stand before it`);
    }
  }

  /** What must not stand twice: an id, a unique property, a relation between two nodes. */
  private once(kind: string, value: string): void {
    const seen = this.ids.get(kind) ?? new Set();
    if (seen.has(value)) this.fault(`${kind} 重复：${value}`, `${kind} ${value} stands twice`);
    this.ids.set(kind, seen.add(value));
  }

  private sums(): void {
    if (!this.footer) this.fault("文件不完整，缺少结束行", "the file is cut off: no last line");
    else if (flat(this.footer) !== flat(this.total.footer())) {
      this.fault("数量或内容校验值不符", "counts or content hash are not those of the lines");
    }
  }
}

const flat = ({ nodes, relations, contentHash }: Footer): string =>
  JSON.stringify([inOrder(nodes), inOrder(relations), contentHash]);

const inOrder = (counts: Record<string, number>) =>
  Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1));

function refusal(faults: readonly Fault[]): AppError {
  const list = (language: "zh" | "en") =>
    faults.map((fault) => `${fault.field}: ${fault[language]}`).join("\n");
  return new AppError(
    "invalid",
    {
      zh: `文件有误，未写入任何内容：\n${list("zh")}`,
      en: `The file is faulty; nothing was written:\n${list("en")}`,
    },
    { faults },
  );
}
