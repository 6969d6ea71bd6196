import { performance } from "node:perf_hooks";
import { uuidv7 } from "uuidv7";
import { type ModelRuntime, openModel } from "./adapters/model/open-model.ts";
import { threadComposer } from "./adapters/solver/thread-composer.node.ts";
import type { Config } from "./config.ts";
import { readData } from "./data/files.node.ts";
import { readReference } from "./data/reference.ts";
import { AppError } from "./domain/error.ts";
import { claimFolder, type OwnedFolder } from "./folder.node.ts";
import { type Engine, openGraph } from "./graph/graph.ts";
import { logTo } from "./log.node.ts";
import type { Reference, Services } from "./usecases/context.ts";
import { CORRECTION_PACE, createPace } from "./usecases/loading/pace.ts";

/** The services of this process, with what it has to give back. */
export interface NodeServices extends Services {
  /** The folder this process owns; undefined when the graph is a Neo4j. */
  folder: OwnedFolder | undefined;
  close(): Promise<void>;
}

/** The reference data of the product, read from its files. */
export const openReference = (): Reference => readReference(readData);

/** How long a Neo4j may take over a transaction, unless as long as a reader of a page waits. */
interface Patience {
  patienceMs?: number;
}

/**
 * For commands that fill a graph or change its structure: nobody waits for a page, and a Neo4j that
 * has only just started plans each statement for the first time.
 */
export const WHILE_LOADING: Patience = { patienceMs: 60_000 };

/**
 * Opens the graph that the settings name: Neo4j, or the embedded engine in the data folder, which
 * this process then owns. Throws `folder_in_use` when another process does.
 */
export async function openServices(config: Config, patience: Patience = {}): Promise<NodeServices> {
  const reference = openReference();
  const folder = config.neo4j ? undefined : claimFolder(config.dataFolder);
  const engine = await openEngine(config, { folder, ...patience });
  const composer = threadComposer();
  return {
    graph: openGraph(engine),
    reference,
    model: config.model && openModel(config.model, reference.vocabulary, modelRuntime(config)),
    composer,
    correctionPace: createPace(CORRECTION_PACE),
    now: () => new Date(),
    newId: uuidv7,
    folder,
    close: async () => {
      await composer.close();
      await engine.close();
      folder?.release();
    },
  };
}

/** What is wrong with the language model is for the log; its reader is only told that it is. */
const modelRuntime = ({ logLevel }: Config): ModelRuntime => {
  const log = logTo(logLevel);
  return {
    now: () => new Date(),
    clock: () => performance.now(),
    report: (fault) => log({ level: "warn", message: "no draft of the language model", ...fault }),
  };
};

interface Opening extends Patience {
  folder: OwnedFolder | undefined;
}

function openEngine({ neo4j }: Config, { folder, ...patience }: Opening): Promise<Engine> {
  return neo4j ? openNeo4j({ ...neo4j, ...patience }) : openEmbedded(folder);
}

/** The driver is loaded only where it is used: it would double the start of every command. */
async function openNeo4j(settings: NonNullable<Config["neo4j"]> & Patience): Promise<Engine> {
  if (settings.uri.startsWith("http")) {
    const { neo4jHttp } = await import("./graph/engines/neo4j-http.ts");
    return neo4jHttp(settings);
  }
  const { neo4jBolt } = await import("./graph/engines/neo4j-bolt.node.ts");
  return neo4jBolt(settings);
}

async function openEmbedded(folder: OwnedFolder | undefined): Promise<Engine> {
  try {
    const { grafeo } = await import("./graph/engines/grafeo.node.ts");
    return grafeo(folder ? { path: folder.graphPath } : {});
  } catch (error) {
    folder?.release();
    if (!folder) throw error;
    throw isLocked(error) ? lockedElsewhere(folder, error) : damaged(folder, error);
  }
}

/** The engine itself keeps every second process off its file. */
const isLocked = (error: unknown): boolean =>
  error instanceof Error && /cannot be locked|already locked/i.test(error.message);

function damaged({ graphPath }: OwnedFolder, cause: unknown): AppError {
  const sentence = {
    zh: `${graphPath} 无法打开，可能已损坏：请换一个数据文件夹，或从 db export 的文件恢复。`,
    en: `${graphPath} cannot be opened, it may be damaged: use another data folder, or restore a file of db export.`,
  };
  return new AppError("unavailable", sentence, { cause });
}

function lockedElsewhere({ graphPath }: OwnedFolder, cause: unknown): AppError {
  const sentence = {
    zh: `${graphPath} 正由另一个进程使用：请先停止它，或用 KETEPAI_DATA 指定另一个文件夹。`,
    en: `${graphPath} is in use by another process: stop it first, or name another folder with KETEPAI_DATA.`,
  };
  return new AppError("folder_in_use", sentence, { cause });
}
