import { setTimeout as sleep } from "node:timers/promises";
import { forget, lives, livingServer, type Server } from "./server-file.ts";

/** Closing the graph takes 7 to 16 seconds, longer on a busy machine. */
const CLOSED_WITHIN_SECONDS = 90;

/** Ends the server of this home; undefined when none runs. */
export async function stop(home: string): Promise<Server | undefined> {
  const server = livingServer(home);
  if (!server) return undefined;

  process.kill(server.pid, "SIGTERM");
  if (!(await endsWithin(server, CLOSED_WITHIN_SECONDS))) {
    // Nothing that was committed is lost: the next start recovers it from the transaction log.
    process.stderr.write(`It did not close within ${CLOSED_WITHIN_SECONDS} s and is ended now.\n`);
    process.kill(server.pid, "SIGKILL");
    await endsWithin(server, CLOSED_WITHIN_SECONDS);
  }
  forget(home);
  return server;
}

async function endsWithin(server: Server, seconds: number): Promise<boolean> {
  const deadline = Date.now() + seconds * 1000;
  while (lives(server)) {
    if (Date.now() > deadline) return false;
    await sleep(200);
  }
  return true;
}
