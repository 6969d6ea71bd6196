import { fileURLToPath } from "node:url";

let made: Promise<URL> | undefined;

/**
 * What a thread that composes runs. The thread is TypeScript like the program, and does not inherit
 * the program's loader; made into one text it needs none: a loader of its own would be one more
 * thread, and tens of megabytes. It is made when it is first asked for.
 */
export function threadProgram(): Promise<URL> {
  made ??= makeProgram().catch((error) => {
    // Tried again by the next who asks.
    made = undefined;
    throw error;
  });
  return made;
}

async function makeProgram(): Promise<URL> {
  const { build, stop } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./compose-thread.node.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    minifyWhitespace: true,
    // It stays a file of its own: the solver lies beside it.
    alias: { highs: import.meta.resolve("highs") },
    external: ["file:*"],
  });
  // Otherwise it would wait for more, with memory of its own.
  await stop();
  const text = outputFiles.map(({ contents }) => Buffer.from(contents).toString("base64")).join("");
  return new URL(`data:text/javascript;base64,${text}`);
}
