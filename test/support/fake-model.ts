import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** A tag of a draft, as a model writes it. */
export interface FakeTag {
  industry: string | null;
  competence: string | null;
  confidence: number;
  words: string;
}

/** What a model does with a request. */
export type Behaviour = (request: Asked, response: ServerResponse) => void;

interface Asked {
  /** The text it is asked about, as it was sent. */
  text: string;
  /** The whole body. */
  body: string;
  headers: IncomingMessage["headers"];
}

const Body = z.object({ messages: z.array(z.object({ content: z.string() })) });
const Question = z.object({ text: z.string() });

/** Takes what a test planted before it reached the model apart. */
export function questionIn(body: string): string {
  const { messages } = Body.parse(JSON.parse(body));
  return Question.parse(JSON.parse(messages.at(-1)?.content ?? "")).text;
}

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8" };
const STREAM_HEADERS = { "content-type": "text/event-stream; charset=utf-8" };

/** A chat completion in one piece. */
export const wholeAnswer = (written: string, tokens = 900): string =>
  JSON.stringify({
    id: "fake",
    object: "chat.completion",
    choices: [
      { index: 0, finish_reason: "stop", message: { role: "assistant", content: written } },
    ],
    usage: { prompt_tokens: tokens - 100, completion_tokens: 100, total_tokens: tokens },
  });

/** A chat completion as the events of a stream, some characters each. */
export function streamedAnswer(written: string, tokens = 900): string[] {
  const event = (fields: object): string =>
    `data: ${JSON.stringify({ id: "fake", object: "chat.completion.chunk", ...fields })}\n\n`;
  const pieces = written.match(/[\s\S]{1,20}/g) ?? [];
  return [
    ...pieces.map((content) => event({ choices: [{ index: 0, delta: { content } }] })),
    event({ choices: [], usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: tokens } }),
    "data: [DONE]\n\n",
  ];
}

/** Streams a draft, as most services do. */
export const drafts =
  (tagsOf: (text: string) => readonly FakeTag[]): Behaviour =>
  ({ text }, response) => {
    response.writeHead(200, STREAM_HEADERS);
    for (const event of streamedAnswer(JSON.stringify({ tags: tagsOf(text) }))) {
      response.write(event);
    }
    response.end();
  };

/** Writes this, whatever it is asked, in one piece. */
export const writes =
  (written: string): Behaviour =>
  (_, response) => {
    response.writeHead(200, JSON_HEADERS).end(wholeAnswer(written));
  };

/** What only a socket can show: each goes wrong at the level of bytes. */
export const BROKEN = {
  "it hangs": () => undefined,
  "it sends a byte a second": (_, response) => {
    response.writeHead(200, JSON_HEADERS);
    const timer = setInterval(() => response.write(" "), 1_000);
    response.on("close", () => clearInterval(timer));
    response.write(" ");
  },
  "it resets the connection": (_, response) => {
    response.socket?.resetAndDestroy();
  },
  "it sends 50 MB": (_, response) => {
    response.writeHead(200, JSON_HEADERS);
    const block = Buffer.alloc(64 * 1_024, " ");
    let left = 800;
    const send = (): void => {
      while (left > 0 && !response.destroyed) {
        left -= 1;
        if (!response.write(block)) {
          response.once("drain", send);
          return;
        }
      }
      response.end();
    };
    send();
  },
} as const satisfies Record<string, Behaviour>;

/** A few rules of thumb, enough for a page to show something. */
const RULES: readonly [words: string, industry: string | null, competence: string | null][] = [
  ["黑心", "citrus", "plant-disease"],
  ["裂果", "citrus", "nutrition"],
  ["民宿", "rural-tourism", "planning"],
  ["卖不出去", null, "branding"],
  ["没人懂", null, "training"],
];

export const byRules = (text: string): FakeTag[] => [
  ...RULES.filter(([words]) => text.includes(words)).map(([words, industry, competence]) => ({
    ...{ industry, competence, words },
    confidence: 0.7,
  })),
  // One that points at no words of the text.
  { industry: null, competence: "logistics", confidence: 0.4, words: "冷链物流" },
];

export interface FakeModel {
  /** For OPENAI_BASE_URL. */
  baseUrl: string;
  /** What reached it, in turn. */
  asked: Asked[];
  /** Changes what it does from now on. */
  behave: (behaviour: Behaviour) => void;
  stop: () => Promise<void>;
}

/**
 * Starts a service on loopback that speaks the chat completions of OpenAI, for tests and pictures:
 * OPENAI_BASE_URL is its `baseUrl`, OPENAI_MODEL any name.
 */
export async function startFakeModel(behaviour: Behaviour = drafts(byRules)): Promise<FakeModel> {
  let current = behaviour;
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    request.setEncoding("utf8");
    for await (const chunk of request) body += chunk;
    const one = { text: questionIn(body), body, headers: request.headers };
    asked.push(one);
    current(one, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: a server that listens on TCP has a port
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    asked,
    behave: (next) => {
      current = next;
    },
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
