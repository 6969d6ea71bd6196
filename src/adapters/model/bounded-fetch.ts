import { ModelFailure } from "./failure.ts";
import type { Limits } from "./limits.ts";

type AnswerLimits = Pick<Limits, "firstByteMs" | "jsonBytes" | "streamBytes" | "longestRetryMs">;

/** Asked again at once: nothing of an answer had come. */
const BROKEN_CONNECTION_MS = 50;

/** All that a service gets to know of who asks. */
const SENT_HEADERS = ["accept", "content-type"];

/**
 * A `fetch` that gives a whole answer or a `ModelFailure`: only status 200, only JSON or an event stream in
 * UTF-8, the first byte in time, no byte beyond the limit, no redirect followed. It sends no header but the
 * necessary ones; without a key, no authorization either.
 */
export function boundedFetch(limits: AnswerLimits, key: string | undefined): typeof fetch {
  return async (address, { method, headers, body, signal }: RequestInit = {}) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), limits.firstByteMs);
    const until = AbortSignal.any([late.signal, ...(signal ? [signal] : [])]);
    const request = {
      ...{ method: method ?? "GET", headers: sentHeaders(headers, key), body: body ?? null },
      ...{ redirect: "manual" as const, signal: until },
    };
    try {
      const response = await unless(until, send(address, request));
      const type = acceptedType(response, limits);
      const most = type === JSON_TYPE ? limits.jsonBytes : limits.streamBytes;
      const bytes = await readAll(response, { most, until, onBegin: () => clearTimeout(timer) });
      return new Response(textOf(bytes), { headers: { "content-type": type } });
    } finally {
      clearTimeout(timer);
    }
  };
}

function sentHeaders(given: RequestInit["headers"], key: string | undefined): Headers {
  const all = new Headers(given);
  const sent = new Headers();
  for (const name of SENT_HEADERS) {
    const value = all.get(name);
    if (value !== null) sent.set(name, value);
  }
  if (key !== undefined) sent.set("authorization", `Bearer ${key}`);
  return sent;
}

async function send(...[address, request]: Parameters<typeof fetch>): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (cause) {
    throw broken(cause);
  }
}

const broken = (cause: unknown): ModelFailure =>
  new ModelFailure("the connection broke", {
    reason: "unreachable",
    cause,
    againAfterMs: BROKEN_CONNECTION_MS,
  });

/** What `work` comes to, unless the signal is given first. */
function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new ModelFailure("no answer in time", { reason: "late" }));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

const JSON_TYPE = "application/json";
const STREAM_TYPE = "text/event-stream";

/** The media type of an answer that may be read. */
function acceptedType(response: Response, limits: AnswerLimits): string {
  const { status, headers } = response;
  if (status !== 200) {
    discard(response);
    throw new ModelFailure(`it answers ${status}`, {
      reason: "refused",
      status,
      ...retryAfter(response, limits),
    });
  }
  const [type = "", ...parameters] = (headers.get("content-type") ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  if (isUtf8 && (type === JSON_TYPE || type === STREAM_TYPE)) return type;
  discard(response);
  throw new ModelFailure(`it sends ${isUtf8 ? "another media type" : "another charset"}`, {
    reason: "unreadable",
  });
}

const discard = ({ body }: Response): void => {
  body?.cancel().catch(() => undefined);
};

/** Whoever has too much to do says when to come again; only a short time is waited. */
function retryAfter({ status, headers }: Response, { longestRetryMs }: AnswerLimits) {
  const seconds = headers.get("retry-after")?.trim() ?? "";
  if (![429, 503].includes(status) || !/^\d{1,4}(\.\d+)?$/.test(seconds)) return {};
  const againAfterMs = 1_000 * Number(seconds);
  return againAfterMs <= longestRetryMs ? { againAfterMs } : {};
}

interface Reading {
  most: number;
  until: AbortSignal;
  /** Called at the first byte. */
  onBegin: () => void;
}

async function readAll(response: Response, { most, until, onBegin }: Reading): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const chunk = await unless(until, nextChunk(reader, length > 0));
      if (chunk === undefined) return joined(chunks, length);
      if (chunk.length === 0) continue;
      onBegin();
      length += chunk.length;
      if (length > most) throw new ModelFailure("the answer is too long", { reason: "unreadable" });
      chunks.push(chunk);
    }
  } finally {
    // Not waited for: whoever sends may never notice.
    reader?.cancel().catch(() => undefined);
  }
}

async function nextChunk(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  hasBegun: boolean,
): Promise<Uint8Array | undefined> {
  try {
    return (await reader?.read())?.value;
  } catch (cause) {
    throw hasBegun
      ? new ModelFailure("the answer broke off", { reason: "unreachable", cause })
      : broken(cause);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ModelFailure("the answer is not in UTF-8", { reason: "unreadable", cause });
  }
}
