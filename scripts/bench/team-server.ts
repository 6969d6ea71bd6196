import { type RunningServer, serve, type Target } from "./program.ts";
import { type Figure, megabytes } from "./report.ts";

/** How often the server is looked at, in milliseconds. */
const EVERY_MS = 20;
/** The longest a server lets a caller wait; a team takes far less. */
const WAIT_SECONDS = 30;

/**
 * What composing takes of the memory of a server, as the system counts it: how much more than after
 * its first page it ever holds while it composes for these counties, one after the other.
 */
export async function serverMemory(
  target: Target,
  counties: readonly string[],
  asked: object,
): Promise<Figure[]> {
  const server = await serve(target);
  try {
    await (await fetch(server.address)).text();
    const before = server.usage().rss;
    const highest = highestOf(server);
    for (const county of counties) await compose(server, county, asked);
    const peak = highest.end();
    return [
      { what: "server: RSS after its first page", measured: megabytes(before), unit: "MB" },
      { what: "server: RSS while composing, at most", measured: megabytes(peak), unit: "MB" },
      {
        what: "memory above the open graph, at most",
        measured: megabytes(peak - before),
        unit: "MB",
        target: { atMost: 150 },
      },
    ];
  } finally {
    await server.stop();
  }
}

async function compose({ address }: RunningServer, county: string, asked: object): Promise<void> {
  const response = await fetch(`${address}/api/v1/teams/${county}/compositions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...asked, wait: WAIT_SECONDS }),
  });
  const answer = await response.text();
  if (response.status !== 200) throw new Error(`${county}: ${response.status} ${answer}`);
}

/** The most a server holds from now on; unlike the peak of its life, without its start. */
function highestOf(server: RunningServer): { end: () => number } {
  let highest = 0;
  const look = () => {
    highest = Math.max(highest, server.usage().rss);
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    end: () => {
      clearInterval(timer);
      look();
      return highest;
    },
  };
}
