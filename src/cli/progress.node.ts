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
