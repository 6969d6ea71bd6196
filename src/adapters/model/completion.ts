import type { OpenAI } from "openai";
import type { ChatCompletionCreateParamsStreaming } from "openai/resources";
import { z } from "zod";
import type { Vocabulary } from "../../domain/model/vocabulary.ts";
import type { Scrubbed } from "../../domain/privacy/scrub.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { failureBehind, ModelFailure } from "./failure.ts";
import type { Limits } from "./limits.ts";
import { pause } from "./pause.ts";
import { draftSchema, instructions } from "./prompt.ts";

/** Where a language model is reached: any service that speaks the chat completions of OpenAI. */
export interface ModelAddress {
  baseUrl: string;
  /** Undefined for a service that wants none. */
  key: string | undefined;
  model: string;
}

/** What a model wrote, and how many tokens that took; null when the service does not say. */
export interface Completion {
  written: string;
  tokens: number | null;
}

/** Asks the model to read a text. Rejects with a `ModelFailure`, and with nothing else that is expected. */
export type Complete = (text: Scrubbed, signal: AbortSignal) => Promise<Completion>;

/** Far more than a draft takes. */
const MOST_TOKENS = 2_048;

/** What a service answers that does not know a part of the request. */
const NOT_UNDERSTOOD = [400, 422];

/** So often is a schema refused before it is no longer sent. */
const REFUSALS_ENOUGH = 2;

export function createComplete(
  address: ModelAddress,
  vocabulary: Vocabulary,
  limits: Limits,
): Complete {
  const forms = requestForms(address.model, vocabulary);
  let client: Promise<OpenAI> | undefined;
  /** Services that know no JSON schema are asked for any JSON; once that is sure, at once. */
  let isPlain = false;
  let refusals = 0;

  const attempt = async (text: Scrubbed, plain: boolean, signal: AbortSignal) => {
    client ??= openClient(address, limits);
    const form = plain ? forms.plain(text) : forms.strict(text);
    const { chat } = await client;
    return completionOf(await chat.completions.create(form, { signal }).asResponse());
  };
  const again = async (failure: ModelFailure, text: Scrubbed, signal: AbortSignal) => {
    if (!isPlain && NOT_UNDERSTOOD.includes(Number(failure.status))) {
      const completion = await attempt(text, true, signal);
      // One odd refusal says nothing of the next question; a service without schemas says it again.
      refusals += 1;
      isPlain = refusals >= REFUSALS_ENOUGH;
      return completion;
    }
    if (failure.againAfterMs === undefined) throw failure;
    await pause(failure.againAfterMs, signal);
    return attempt(text, isPlain, signal);
  };
  return (text, signal) =>
    attempt(text, isPlain, signal).catch((error: unknown) => {
      const failure = failureBehind(error);
      if (!failure) throw error;
      return again(failure, text, signal);
    });
}

/** Loaded at the first question: most processes never ask one. */
async function openClient({ baseUrl, key }: ModelAddress, limits: Limits): Promise<OpenAI> {
  const { OpenAI: Client } = await import("openai");
  return new Client({
    baseURL: baseUrl,
    // The client wants a key; `boundedFetch` sends the one there is, or none.
    apiKey: key ?? "none",
    fetch: boundedFetch(limits, key),
    maxRetries: 0,
    // Nothing from the environment but what the settings say.
    ...{ adminAPIKey: null, organization: null, project: null, webhookSecret: null },
    logLevel: "off",
  });
}

function requestForms(model: string, vocabulary: Vocabulary) {
  const system = instructions(vocabulary);
  const schema = draftSchema(vocabulary);
  const plain = (text: Scrubbed) =>
    ({
      model,
      messages: [
        { role: "system", content: system },
        { role: "user", content: JSON.stringify({ text }) },
      ],
      response_format: { type: "json_object" },
      // A stream, because the first token must come soon; the whole draft may take longer.
      stream: true,
    }) satisfies ChatCompletionCreateParamsStreaming;
  const strict = (text: Scrubbed) =>
    ({
      ...plain(text),
      response_format: {
        type: "json_schema",
        json_schema: { name: "draft", strict: true, schema },
      },
      stream_options: { include_usage: true },
      max_completion_tokens: MOST_TOKENS,
      temperature: 0,
    }) satisfies ChatCompletionCreateParamsStreaming;
  return { plain, strict };
}

const Usage = z
  .object({ total_tokens: z.int().min(0).max(1_000_000) })
  .nullish()
  .catch(null);

/** An answer in one piece, of a service that does not stream. */
const Whole = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: Usage,
});

/** A piece of a stream; the last one may hold no choice but the usage. */
const Piece = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }) })),
  usage: Usage,
});

async function completionOf(response: Response): Promise<Completion> {
  try {
    const type = response.headers.get("content-type");
    return type === "text/event-stream" ? await ofStream(response) : ofWhole(await response.json());
  } catch (cause) {
    throw (
      failureBehind(cause) ??
      new ModelFailure("no chat completion", { reason: "unreadable", cause })
    );
  }
}

function ofWhole(body: unknown): Completion {
  const { choices, usage } = Whole.parse(body);
  return { written: choices[0]?.message.content ?? "", tokens: usage?.total_tokens ?? null };
}

/** Pieces a draft of the longest length comes in at most; more is no draft. */
const MOST_PIECES = 20_000;

/**
 * The pieces of an event stream, put together. Read here line by line: the reader of the package takes
 * time that grows with the square of a hostile stream, and prints what it cannot read.
 */
async function ofStream(response: Response): Promise<Completion> {
  let written = "";
  let tokens: number | null = null;
  const events = (await response.text())
    .split(/\r\n|\n|\r/u, MOST_PIECES * 3)
    .filter((line) => line.startsWith("data:"));
  for (const event of events.slice(0, MOST_PIECES)) {
    const data = event.slice("data:".length).trim();
    if (data === "[DONE]") break;
    const { choices, usage } = Piece.parse(JSON.parse(data));
    written += choices[0]?.delta.content ?? "";
    tokens = usage?.total_tokens ?? tokens;
  }
  return { written, tokens };
}
