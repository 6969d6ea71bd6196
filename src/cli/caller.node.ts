import { z } from "zod";
import type { Config } from "../config.ts";
import type { Actor } from "../domain/access/permit.ts";
import { AppError, ERROR_CODES } from "../domain/error.ts";
import { inUse, type Owner, ownerOf } from "../folder.node.ts";
import { refuseNewer, schemaStatus } from "../graph/migrate.ts";
import { exportLines } from "../graph/transfer.node.ts";
import { openReference, openServices } from "../node.ts";
import { contextOf, type Reference } from "../usecases/context.ts";
import { callVerb, type ValueOf, type VerbName } from "../verbs.ts";

/** Whoever can run the command on the data folder may do everything with it. */
export const OPERATOR: Actor = { role: "operator", name: "" };

type Progress = (done: number, of: number) => void;

/** Does verbs, wherever the graph is open. */
export interface Caller {
  readonly reference: Reference;
  /** Who wants to be told how much is done gives `onProgress`. */
  call<Name extends VerbName>(
    name: Name,
    input: object,
    onProgress?: Progress,
  ): Promise<ValueOf<Name>>;
  exportLines(): AsyncIterable<string>;
  close(): Promise<void>;
}

/**
 * Reaches the graph: through the server that owns the data folder when one runs, else by opening
 * it in this process. Throws `folder_in_use` when a process that is no server owns the folder.
 */
function openCaller(config: Config): Promise<Caller> {
  const owner = config.neo4j ? undefined : ownerOf(config.dataFolder);
  if (!owner) return openHere(config);
  if (!owner.address) throw inUse(config.dataFolder, owner);
  return Promise.resolve(throughServer(owner));
}

async function openHere(config: Config): Promise<Caller> {
  const services = await openServices(config);
  try {
    refuseUnready(await schemaStatus(services.graph));
  } catch (error) {
    await services.close();
    throw error;
  }
  const context = contextOf(services, OPERATOR);
  return {
    reference: services.reference,
    call: (name, input, onProgress) =>
      callVerb(name, input, { context, services, ...(onProgress && { onProgress }) }),
    exportLines: () => exportLines(services.graph),
    close: () => services.close(),
  };
}

function refuseUnready(status: Awaited<ReturnType<typeof schemaStatus>>): void {
  refuseNewer(status);
  if (status.pending.length === 0) return;
  throw new AppError("unavailable", {
    zh: "图数据库还没有数据：先运行 ketepai seed（演示数据）、ketepai db import FILE 或 ketepai db migrate。",
    en: "The graph is not set up yet: run ketepai seed (demo data), ketepai db import FILE or ketepai db migrate first.",
  });
}

const Failure = z.object({
  code: z.string(),
  sentence: z.object({ zh: z.string(), en: z.string() }),
  faults: z.array(z.object({ field: z.string(), zh: z.string(), en: z.string() })),
});

const Code = z.enum(ERROR_CODES);

function throughServer({ address, token }: Owner): Caller {
  const request = async (
    path: string,
    options: RequestInit = {},
    accept = "application/json",
  ): Promise<Response> => {
    const authorization = `Bearer ${token}`;
    const headers = { authorization, "content-type": "application/json", accept };
    const response = await fetch(`${address}/internal${path}`, { ...options, headers }).catch(
      (error) => {
        throw unreachable(address, error);
      },
    );
    if (!response.ok) throw failureOf(address, await response.json().catch(() => undefined));
    return response;
  };
  return {
    reference: openReference(),
    call: async (name, input, onProgress) => {
      const options = { method: "POST", body: JSON.stringify(input) };
      const response = await request(`/verbs/${name}`, options, onProgress && LINES);
      const answer = onProgress ? followed(response, onProgress) : response.json();
      // biome-ignore lint/nursery/noUnsafeTypeAssertion: the same program answers, by the same table of verbs
      return ((await answer) as { value: ValueOf<typeof name> }).value;
    },
    exportLines: async function* () {
      yield* linesOfStream((await request("/export")).body);
    },
    close: () => Promise.resolve(),
  };
}

/** How the server tells of the progress of a verb, a line each, before its value. */
const LINES = "application/x-ndjson";

/** Reads the lines of a verb that is followed, up to its value; throws what it failed with. */
async function followed(
  { url, body }: Response,
  onProgress: Progress,
): Promise<{ value: unknown }> {
  for await (const line of linesOfStream(body)) {
    const told = JSON.parse(line);
    if ("value" in told) return told;
    if ("failure" in told) throw failureOf(url, told.failure);
    onProgress(told.done, told.of);
  }
  throw unreachable(url, undefined);
}

function unreachable(address: string, cause: unknown): AppError {
  const sentence = {
    zh: `占用数据文件夹的服务 ${address} 没有应答：请检查该服务，或稍后再试。`,
    en: `The server ${address} that owns the data folder does not answer: look after it, or try again.`,
  };
  return new AppError("unavailable", sentence, { cause });
}

function failureOf(address: string, body: unknown): Error {
  const failure = Failure.safeParse(body);
  if (!failure.success) return unreachable(address, failure.error);
  const { code, sentence, faults } = failure.data;
  const known = Code.safeParse(code);
  return known.success ? new AppError(known.data, sentence, { faults }) : new Error(sentence.en);
}

async function* linesOfStream(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  if (!body) return;
  let rest = "";
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield `${line}\n`;
  }
  if (rest) yield rest;
}

/** Does something with a caller, and closes it whatever comes. */
export async function withCaller<T>(
  config: Config,
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  const caller = await openCaller(config);
  return work(caller).finally(() => caller.close());
}
