import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startFakeModel } from "../../test/support/fake-model.ts";

const BIN = fileURLToPath(new URL("../../src/cli/ketepai.js", import.meta.url));

/** Enough that every page has something to show. */
const EXPERTS = "1500";

export interface Product {
  /** "http://127.0.0.1:40001", without a slash behind. */
  address: string;
  stop: () => Promise<void>;
}

/** Starts the product on a folder of its own, filled with a small demo province, beside a model that is none. */
export async function startProduct(): Promise<Product> {
  const model = await startFakeModel();
  const folder = mkdtempSync(join(tmpdir(), "ketepai-shots-"));
  const environment = {
    PATH: process.env["PATH"],
    KETEPAI_DATA: join(folder, "data"),
    KETEPAI_LANG: "en",
    PORT: "0",
    LOG_LEVEL: "error",
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: "fake",
  };
  const start = (...args: string[]) =>
    spawn(process.execPath, [BIN, ...args], { cwd: folder, env: environment });
  try {
    await finished(start("seed", "--experts", EXPERTS, "--seed", "1"));
    const server = start("serve");
    const address = await addressOf(server);
    return {
      address,
      stop: async () => {
        const closed = once(server, "close");
        server.kill("SIGTERM");
        await closed;
        await model.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await model.stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function finished(child: ChildProcess): Promise<void> {
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  child.stdout?.resume();
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The demo province could not be stored: ${said}`);
}

/** Waits for the address that a starting server prints. */
async function addressOf(server: ChildProcess): Promise<string> {
  let said = "";
  const lines = server.stderr ?? [];
  for await (const chunk of lines) {
    said += String(chunk);
    const address = /running at (http:\/\/[^\s/]+)/.exec(said)?.[1];
    if (address) {
      server.stderr?.resume();
      server.stdout?.resume();
      return address;
    }
  }
  throw new Error(`The server did not start: ${said}`);
}
