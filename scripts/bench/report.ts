import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** One measured figure. */
export interface Figure {
  what: string;
  measured: number;
  unit: string;
  /** What it should be: at most, or at least. */
  target?: { atMost: number } | { atLeast: number };
}

/** What a bench has to say: figures, and texts that are no numbers. */
export interface Report {
  figures: Figure[];
  notes?: Record<string, string>;
}

/** What may be said beside the name of a bench. */
export interface BenchOptions {
  /** Folder of problems to compare methods on. */
  benchmarks: string | undefined;
}

export type Bench = (options: BenchOptions) => Promise<Report>;

const MEGABYTE = 2 ** 20;

export const megabytes = (bytes: number): number => Math.round(bytes / MEGABYTE);

/** To three digits or so: more would pretend to know. */
export const rounded = (value: number): number =>
  value >= 100 ? Math.round(value) : Number(value.toPrecision(3));

/** What a figure means nothing without; `load` tells whether others used the machine. */
export const machine = () => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? "unknown",
  memoryGB: rounded(totalmem() / 2 ** 30),
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  load: loadavg().map(rounded),
});

type Machine = ReturnType<typeof machine>;

export function table(name: string, { figures, notes = {} }: Report, on: Machine): string {
  const rows = figures.map((figure) => [
    figure.what,
    targetText(figure),
    `${figure.measured.toLocaleString("en")} ${figure.unit}`,
  ]);
  const lines = columns([["", "target", "measured"], ...rows]);
  const more = Object.entries(notes).map(([what, text]) => `${what}: ${text}`);
  const facts = Object.entries(on).map(([what, fact]) => `${what} ${String(fact)}`);
  return [`bench ${name}`, ...lines, ...more, facts.join(", ")].join("\n");
}

function targetText({ target, unit }: Figure): string {
  if (!target) return "";
  return "atMost" in target
    ? `<= ${target.atMost.toLocaleString("en")} ${unit}`
    : `>= ${target.atLeast.toLocaleString("en")} ${unit}`;
}

/** Rows with all cells of a column as wide as the widest; numbers stand at the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const padded = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column));
  return rows.map((row) => row.map(padded).join("  "));
}

/** The share of sorted values that are not above the answer is at least `share`. */
function percentile(sorted: readonly number[], share: number): number {
  const index = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1);
  return rounded(sorted[Math.max(0, index)] ?? 0);
}

export interface Spread {
  p50: number;
  p99: number;
  max: number;
}

export function spread(milliseconds: readonly number[]): Spread {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  return {
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    max: percentile(sorted, 1),
  };
}
