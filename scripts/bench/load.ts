import { z } from "zod";
import type { RunningServer } from "./program.ts";
import { type Figure, megabytes, rounded, spread } from "./report.ts";
import { type Asking, type Client, client } from "./requests.ts";

/** How the server is asked. */
export interface Load {
  server: RunningServer;
  needs: readonly Asking[];
  rounds: number;
  /** Clients at once, each with one connection that it keeps. */
  clients: number;
}

const Recommended = z.object({
  recommendations: z.array(z.unknown()),
  askBack: z.array(z.unknown()),
});

/** What became of the requests. */
interface Outcome {
  milliseconds: number[];
  seconds: number;
  cpuSeconds: number;
}

/** Asks everything `rounds` times; the clients share the work. Throws when an answer is no 200. */
export async function measure({ server, needs, rounds, clients }: Load): Promise<Outcome> {
  const jobs = Array.from({ length: rounds }, () => needs)
    .flat()
    .values();
  const milliseconds: number[] = [];
  const before = server.usage().cpuSeconds;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const one = client(server.address);
      for (const asking of jobs) milliseconds.push(await timeOf(one, asking));
      one.close();
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  return { milliseconds, seconds, cpuSeconds: server.usage().cpuSeconds - before };
}

async function timeOf(one: Client, asking: Asking): Promise<number> {
  const { milliseconds, status, body } = await one.recommend(asking);
  if (status !== 200) throw new Error(`${asking.text}: ${status} ${body}`);
  return milliseconds;
}

/** One round without a clock; answers how many of the needs were answered with a list. */
export async function warmUp(server: RunningServer, needs: readonly Asking[]): Promise<number> {
  const one = client(server.address);
  let listed = 0;
  for (const asking of needs) {
    const { body } = await one.recommend(asking);
    if (Recommended.parse(JSON.parse(body)).recommendations.length > 0) listed += 1;
  }
  one.close();
  return listed;
}

export interface Targets {
  p50: number;
  p99: number;
}

export function figuresOf(outcome: Outcome, name: string, targets?: Targets): Figure[] {
  const { milliseconds, seconds, cpuSeconds } = outcome;
  const { p50, p99, max } = spread(milliseconds);
  const most = (limit: number | undefined) =>
    limit === undefined ? {} : { target: { atMost: limit } };
  return [
    { what: `${name}: p50`, measured: p50, unit: "ms", ...most(targets?.p50) },
    { what: `${name}: p99`, measured: p99, unit: "ms", ...most(targets?.p99) },
    { what: `${name}: max`, measured: max, unit: "ms" },
    { what: `${name}: rate`, measured: rounded(milliseconds.length / seconds), unit: "requests/s" },
    {
      what: `${name}: work of the server`,
      measured: rounded((cpuSeconds * 1000) / milliseconds.length),
      unit: "ms CPU/request",
    },
  ];
}

export function memoryOf(server: RunningServer, atMost?: number): Figure[] {
  const { rss, peakRss } = server.usage();
  const target = atMost === undefined ? {} : { target: { atMost } };
  return [
    { what: "server: RSS", measured: megabytes(rss), unit: "MB", ...target },
    { what: "server: peak RSS", measured: megabytes(peakRss), unit: "MB" },
  ];
}
