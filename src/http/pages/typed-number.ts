import type { Fault } from "../../domain/error.ts";

/** Which numbers a field takes. */
export interface Limits {
  least: number;
  most: number;
  isWhole?: boolean;
}

interface Typed {
  /** Name of the field. */
  field: string;
  typed: string;
  limits: Limits;
}

export const isTyped = (typed: string): boolean => typed.trim() !== "";

/** A number as people type it, also in the wide digits of a Chinese keyboard; what is none becomes a fault, and 0. */
export function typedNumber({ field, typed, limits }: Typed, faults: Fault[]): number {
  const text = typed.normalize("NFKC").trim();
  const pattern = limits.isWhole ? /^\d+$/ : /^\d+(\.\d+)?$/;
  const value = pattern.test(text) ? Number(text) : Number.NaN;
  if (value >= limits.least && value <= limits.most) return value;
  faults.push({ field, ...wanted(text, limits) });
  return 0;
}

function wanted(text: string, { least, most, isWhole = false }: Limits) {
  const given = text.slice(0, LONGEST);
  const zh = `请填 ${least} 至 ${most} 的${isWhole ? "整数" : "数字"}`;
  const en = `give ${isWhole ? "a whole number" : "a number"} from ${least} to ${most}`;
  if (text === "") return { zh, en };
  return { zh: `“${given}”：${zh}`, en: `"${given}": ${en}` };
}

const LONGEST = 30;
