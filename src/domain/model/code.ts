/**
 * The code that follows `last`, or the first one that begins like this: "XQ-2026-00042".
 *
 * @param beginning what all codes of a kind and year begin with, e.g. "XQ-2026-"
 * @param skipped how many codes to leave out, so that rivals for the next one part
 */
export function nextCode(beginning: string, last: string | undefined, skipped = 0): string {
  const number = last ? Number(last.slice(beginning.length)) : 0;
  return `${beginning}${String(number + 1 + skipped).padStart(5, "0")}`;
}
