import { createServer } from "node:net";
import { Refusal } from "./refusal.ts";

/**
 * Ports of the loopback address that can be listened on now. 0 becomes a free one, another one than any named;
 * throws a `Refusal` when a named port is taken.
 */
export async function freePorts(
  bolt: number,
  http: number,
): Promise<{ bolt: number; http: number }> {
  const held: Holding[] = [];
  try {
    for (const [flag, port] of [
      ["--bolt", bolt],
      ["--http", http],
    ] as const) {
      held.push(await hold(flag, port));
    }
    return { bolt: held[0]?.port ?? bolt, http: held[1]?.port ?? http };
  } finally {
    await Promise.all(held.map(({ release }) => release()));
  }
}

interface Holding {
  port: number;
  release: () => Promise<void>;
}

function hold(flag: string, wanted: number): Promise<Holding> {
  const server = createServer();
  const release = () => new Promise<void>((done) => server.close(() => done()));
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      const reason = `Port ${wanted} cannot be used (${cause.message}). Choose another with ${flag} PORT.`;
      reject(new Refusal(reason, { cause }));
    });
    server.listen(wanted, "127.0.0.1", () => {
      const address = server.address();
      resolve({ port: typeof address === "object" && address ? address.port : wanted, release });
    });
  });
}
