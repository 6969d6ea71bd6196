import { language } from "./console.node.ts";

/** Shows how far a load has come: rewritten in place on a terminal, a line now and then elsewhere. */
export function progressLine() {
  const onTerminal = process.stderr.isTTY;
  let shown = 0;
  return {
    show(stored: number): void {
      if (!onTerminal && stored - shown < 50_000) return;
      shown = stored;
      const text = { zh: `正在写入… ${stored} 条`, en: `Storing… ${stored} records` }[language];
      process.stderr.write(onTerminal ? `\r${text}` : `${text}\n`);
    },
    end(): void {
      if (onTerminal) process.stderr.write("\n");
    },
  };
}

/** Counties between two lines where nothing can be rewritten in place. */
const COUNTIES = 10;

/** Shows how many counties have their team: rewritten in place on a terminal, else every tenth. */
export function showCounties(done: number, of: number): void {
  const text = { zh: `已组团 ${done}/${of} 个县`, en: `${done} of ${of} teams composed` }[language];
  const isLast = done === of;
  if (process.stderr.isTTY) process.stderr.write(`\r${text}${isLast ? "\n" : ""}`);
  else if (isLast || done % COUNTIES === 0) process.stderr.write(`${text}\n`);
}
