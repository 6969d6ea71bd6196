import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unstable_dev } from "wrangler";

export interface Workerd {
  /** Sends a request to the Worker. */
  ask: (path: string, options?: RequestInit) => Promise<Response>;
  /** Where it listens, e.g. "http://127.0.0.1:41234". */
  address: string;
  stop: () => Promise<void>;
}

/**
 * Starts a Worker in the real workerd, bundled by wrangler.toml as for a deployment, with these variables
 * and no others. Nothing is sent anywhere, and nothing is kept.
 */
export async function startWorker(
  variables: Record<string, string>,
  script = "src/worker.ts",
): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), "ketepai-workerd-"));
  Object.assign(process.env, {
    WRANGLER_SEND_METRICS: "false",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    WRANGLER_REGISTRY_PATH: join(folder, "registry"),
    WRANGLER_LOG_PATH: join(folder, "logs"),
  });
  const worker = await unstable_dev(script, {
    config: "wrangler.toml",
    ip: "127.0.0.1",
    vars: variables,
    // Named, so that the settings of whoever runs the tests are not read.
    envFiles: [join(folder, "no.env")],
    persist: false,
    logLevel: "none",
    inspect: false,
    experimental: { disableExperimentalWarning: true, disableDevRegistry: true, watch: false },
  });
  const address = `http://127.0.0.1:${worker.port}`;
  return {
    ask: (path, options) => fetch(address + path, options),
    address,
    stop: async () => {
      await worker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
