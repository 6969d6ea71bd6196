import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { unreadable } from "./console.node.ts";

const isCompressed = (path: string): boolean => path.endsWith(".gz");

/** Writes lines to a file, which appears under its name only when it is complete; .gz compresses. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  const draft = `${path}.part`;
  try {
    const source = Readable.from(lines);
    const file = createWriteStream(draft);
    await (isCompressed(path) ? pipeline(source, createGzip(), file) : pipeline(source, file));
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The lines of a file; .gz is unpacked. Throws `invalid` when it cannot be read to its end. */
export async function* linesOfFile(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const input = isCompressed(path) ? file.pipe(createGunzip()) : file;
  // An error of the file does not reach the unzipper by itself.
  file.on("error", (error) => input.destroy(error));
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw unreadable(path, error);
  }
}
