import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout as setTimeoutPromise } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { createAdaptorServer } from "@hono/node-server";
import { Command } from "commander";
import { rememberingComposer } from "../../adapters/solver/remembering-composer.ts";
import { createApp } from "../../app.ts";
import type { Config } from "../../config.ts";
import { demoRecords, FIRST_PROVINCE } from "../../demo.node.ts";
import { AppError } from "../../domain/error.ts";
import { parsed } from "../../domain/input.ts";
import { migrate, schemaStatus } from "../../graph/migrate.ts";
import { bulkLoads } from "../../graph/queries/schema.ts";
import { exportLines } from "../../graph/transfer.node.ts";

import { asset } from "../../http/assets.node.ts";
import type { Runtime } from "../../http/env.ts";
import { internal } from "../../http/internal.ts";
import { logTo } from "../../log.node.ts";
import { type NodeServices, openServices } from "../../node.ts";
import { ComposeTeam, composeTeam } from "../../usecases/compose-team.ts";
import { contextOf, newOperation } from "../../usecases/context.ts";
import { contentOf, loadGraph } from "../../usecases/load-graph.ts";
import { OPERATOR } from "../caller.node.ts";
import { language, tell } from "../console.node.ts";
import { progressLine } from "../progress.node.ts";
import { settings } from "../settings.node.ts";

export const serveCommand = () =>
  new Command("serve")
    .description("start the pages and the API; a new data folder is filled with the demo province")
    .action(async () => {
      // With gigabytes free, V8 would let garbage pile up to three times what is in use.
      setFlagsFromString("--heap-growing-percent=100");
      const config = settings();
      const opened = await openServices(config);
      const composer = rememberingComposer(opened.composer, { clock: () => performance.now() });
      const services = { ...opened, composer };
      try {
        await prepare(services);
        await serve(config, services);
      } finally {
        await services.close();
      }
    });

/** Brings the graph to where it can be served. Throws when it cannot be reached or is too new. */
async function prepare(services: NodeServices): Promise<void> {
  const { graph, folder } = services;
  const status = await schemaStatus(graph);
  if (!folder && status.stored > 0 && status.pending.length > 0) {
    throw new AppError("unavailable", {
      zh: "Neo4j 中的结构待迁移：请先运行 ketepai db migrate。",
      en: "The schema in Neo4j is behind: run ketepai db migrate first.",
    });
  }
  await migrate(graph, () => newOperation(services));
  const [load] = await graph.all(bulkLoads, { limit: 1 });
  const isBare = !load && (await contentOf(graph)).length === 0;
  if (folder && (isBare || load?.state === "running")) await fillWithDemo(services, load?.source);
  else if (isBare) {
    tell(
      {
        zh: "Neo4j 中还没有数据：可运行 ketepai seed 写入演示省份，或 ketepai db import FILE。",
        en: "Neo4j holds no data yet: run ketepai seed for the demo province, or ketepai db import FILE.",
      }[language],
    );
  }
}

/** Only ever into a folder that holds nothing, or into one whose first filling was cut off. */
async function fillWithDemo(services: NodeServices, begun: string | undefined): Promise<void> {
  const demo = demoRecords(services.reference, FIRST_PROVINCE);
  if (begun !== undefined && begun !== demo.source) {
    throw new AppError("unavailable", {
      zh: `数据载入未完成（${begun}）：请重新执行同一条 seed 或 db import 命令，或换一个数据文件夹。`,
      en: `A load was cut off (${begun}): run the same seed or db import again, or use another data folder.`,
    });
  }
  const { experts } = FIRST_PROVINCE;
  tell(
    {
      zh: `首次启动：正在写入演示省份（${experts} 位虚构专家）…`,
      en: `First start: storing the demo province (${experts} invented experts)…`,
    }[language],
  );
  const progress = progressLine();
  await loadGraph(services, OPERATOR, { ...demo, onProgress: progress.show });
  progress.end();
}

/** How long a request under way may take to end when the server is told to stop. */
const PATIENCE_MS = 10_000;

/** Serves until SIGTERM or SIGINT, then finishes what runs. */
async function serve(config: Config, services: NodeServices): Promise<void> {
  const runtime: Runtime = {
    ...services,
    log: logTo(config.logLevel),
    clock: () => performance.now(),
    operatorToken: services.folder?.token,
    asset,
  };
  const app = createApp(runtime);
  app.route("/internal", internal({ services, exportLines: () => exportLines(services.graph) }));
  const server = createAdaptorServer({ fetch: app.fetch });
  await listen(server, config);
  const address = addressOf(server, config.host);
  services.folder?.announce(address);
  tell({ zh: `科特派智配已启动：${address}`, en: `Ketepai is running at ${address}` }[language]);
  const stopped = new AbortController();
  const warm = warmUp(services, stopped.signal);
  await stopSignal();
  stopped.abort();
  const closed = once(server, "close");
  server.close();
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  // A client that never ends its request must not keep the process for ever.
  setTimeout(() => {
    if ("closeAllConnections" in server) server.closeAllConnections();
  }, PATIENCE_MS).unref();
  await closed;
  await warm;
}

/** Milliseconds that requests waiting for the start get first. */
const FIRST_COME_MS = 500;

/**
 * Composes a team that nobody asked for, so that the first reader does not wait for the solver to be
 * loaded and for the first reading of all experts. Whatever keeps it from it is for the first
 * reader to be told.
 */
async function warmUp(services: NodeServices, signal: AbortSignal): Promise<void> {
  try {
    await after(FIRST_COME_MS, signal);
    const [county = ""] = services.reference.places.counties.keys();
    const asked = parsed(ComposeTeam, { county, timeLimit: WARM_UP_SECONDS });
    await composeTeam(contextOf(services, OPERATOR), asked, { signal });
  } catch {
    // An empty graph, or a stop that came first.
  }
}

const WARM_UP_SECONDS = 2;

const after = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeoutPromise(milliseconds, undefined, { signal, ref: false });

type Server = ReturnType<typeof createAdaptorServer>;

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(cannotListen(error, `${host}:${port}`)));
    server.listen(port, host, () => resolve());
  });
}

function cannotListen(cause: Error, at: string): AppError {
  const sentence = {
    zh: `无法在 ${at} 监听（${cause.message}）：请用 PORT 或 HOST 换一个地址。`,
    en: `Cannot listen at ${at} (${cause.message}): choose another address with PORT or HOST.`,
  };
  return new AppError("unavailable", sentence, { cause });
}

function addressOf(server: Server, host: string): string {
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: a server that listens on TCP has a port
  const { port } = server.address() as AddressInfo;
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const name = isEverywhere ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
