import {
  createReadStream,
  createWriteStream,
  existsSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { AppError } from "../domain/error.ts";
import { unreadable } from "./console.node.ts";

const isCompressed = (path: string): boolean => path.endsWith(".gz");

/** Writes lines to a file, which appears under its name only when it is complete; .gz compresses. */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  const target = plainFile(path);
  const draft = `${target}.part`;
  try {
    const source = Readable.from(lines);
    const file = createWriteStream(draft);
    await (isCompressed(path) ? pipeline(source, createGzip(), file) : pipeline(source, file));
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The file to replace, at the end of its links. Throws `invalid` for a folder or a device. */
function plainFile(path: string): string {
  if (!existsSync(path)) return path;
  if (statSync(path).isFile()) return realpathSync(path);
  throw new AppError("invalid", {
    zh: `${path} 不是普通文件，请另选一个文件名。`,
    en: `${path} is no plain file: choose another name.`,
  });
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
