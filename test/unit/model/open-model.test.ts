import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Limits } from "../../../src/adapters/model/limits.ts";
import {
  type ModelFault,
  type ModelSettings,
  openModel,
} from "../../../src/adapters/model/open-model.ts";
import { readData } from "../../../src/data/files.node.ts";
import { readReference } from "../../../src/data/reference.ts";
import { scrub } from "../../../src/domain/privacy/scrub.ts";
import { questionIn, streamedAnswer, wholeAnswer } from "../../support/fake-model.ts";

const { vocabulary, fold } = readReference(readData);
const text = scrub("柑橘黑心", { fold, names: [] });

const baseUrl = "http://model.test/v1";
const address = `${baseUrl}/chat/completions`;
const settings: ModelSettings = {
  ...{ baseUrl, key: "sk-secret", model: "small" },
  ...{ concurrency: 4, monthlyTokens: 10_000_000 },
};
/** Short, so that the suite is quick. */
const SHORT: Partial<Limits> = { firstByteMs: 150, totalMs: 400, seatMs: 30 };

const TAG = { industry: "citrus", competence: "plant-disease", confidence: 0.8, words: "黑心" };
const WRITTEN = JSON.stringify({ tags: [TAG] });
const DRAFT = { kind: "draft", draft: { tags: [TAG], dropped: 0 } };
const unavailable = (reason: string) => ({ kind: "unavailable", reason });

const JSON_TYPE = { "content-type": "application/json" };
const whole = () => new HttpResponse(wholeAnswer(WRITTEN), { headers: JSON_TYPE });
const streamed = () =>
  new HttpResponse(streamedAnswer(WRITTEN).join(""), {
    headers: { "content-type": "text/event-stream; charset=UTF-8" },
  });
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    HttpResponse.json({ error: { message: "no" } }, { status: code, headers });

/** What reached the service, and what it is to answer, in turn; the last answer goes on. */
let seen: { body: Record<string, unknown>; headers: Headers; text: string }[] = [];
let answers: (() => Response | Promise<Response>)[] = [];
let faults: ModelFault[] = [];
let elsewhere = 0;

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => {
  [seen, answers, faults, elsewhere] = [[], [], [], 0];
  server.use(
    http.post(address, async ({ request }) => {
      const body = await request.text();
      seen.push({ body: JSON.parse(body), headers: request.headers, text: questionIn(body) });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (!answer) throw new Error("not expected");
      return answer();
    }),
    http.all("http://elsewhere.test/*", () => {
      elsewhere += 1;
      return whole();
    }),
  );
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

interface Changed {
  settings?: Partial<ModelSettings>;
  limits?: Partial<Limits>;
  now?: () => Date;
  clock?: () => number;
}

const open = (changed: Changed = {}) =>
  openModel({ ...settings, ...changed.settings }, vocabulary, {
    now: changed.now ?? (() => new Date()),
    clock: changed.clock ?? (() => performance.now()),
    report: (fault) => faults.push(fault),
    limits: { ...SHORT, ...changed.limits },
  });
const draft = (model = open()) => model.draft(text);

describe("a model that works", () => {
  test.each([
    ["in a stream", streamed],
    ["in one piece", whole],
  ])("answers with a draft, %s", async (_, answer) => {
    answers = [answer];
    expect(await draft()).toEqual(DRAFT);
    expect(faults).toEqual([]);
  });

  test("gets the text as data, the vocabulary, a schema and no tools", async () => {
    answers = [streamed];
    await draft();
    const [{ body, text: sent } = { body: {}, text: "" }] = seen;
    expect(sent).toBe("柑橘黑心");
    expect(body).toMatchObject({ model: "small", stream: true, temperature: 0 });
    expect(body).not.toHaveProperty("tools");
    const said = JSON.stringify(body);
    for (const id of [...vocabulary.industries.keys(), ...vocabulary.competences.keys()]) {
      expect(said).toContain(`"${id}"`);
    }
  });

  test("gets to know nothing of who asks", async () => {
    answers = [streamed];
    await draft();
    const names = [...(seen[0]?.headers.keys() ?? [])].toSorted();
    expect(names).toEqual(["accept", "authorization", "content-type"]);
    expect(seen[0]?.headers.get("authorization")).toBe("Bearer sk-secret");
  });

  test("is asked without a key where none is set", async () => {
    answers = [streamed];
    await draft(open({ settings: { key: undefined } }));
    expect(seen[0]?.headers.has("authorization")).toBe(false);
  });

  test("that knows no JSON schema is asked for any JSON, and after the second time at once", async () => {
    answers = [status(400), whole, status(400), whole, whole];
    const model = open();
    for (let time = 0; time < 3; time += 1) expect(await draft(model)).toEqual(DRAFT);
    const forms = seen.map(({ body }) => JSON.stringify(body["response_format"]).slice(0, 21));
    expect(forms.map((form) => form.includes("json_object"))).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
    expect(seen[1]?.body).not.toHaveProperty("temperature");
  });

  test("does not have to say how many tokens it took", async () => {
    const { usage: _, ...rest } = JSON.parse(wholeAnswer(WRITTEN));
    answers = [() => HttpResponse.json(rest)];
    expect(await draft()).toEqual(DRAFT);
  });
});

/** Sends pieces with a pause before each, until nobody listens. */
function slowly(
  pieces: readonly Uint8Array[],
  pauseMs: number,
  headers: Record<string, string> = JSON_TYPE,
) {
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await delay(pauseMs);
      const piece = pieces[at];
      at += 1;
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  return new HttpResponse(body, { headers });
}

const bytes = (words: string) => new TextEncoder().encode(words);
const inCharset = (type: string, body: string | Uint8Array<ArrayBuffer>) => () =>
  new HttpResponse(body, { headers: { "content-type": type } });

describe("whatever is wrong with a model, its reader is told at once that there is no draft", () => {
  test.each<[string, string, () => Response | Promise<Response>]>([
    [
      "it hangs",
      "late",
      async () => {
        await delay("infinite");
        return whole();
      },
    ],
    ["it sends a byte a second", "late", () => slowly(Array(60).fill(bytes(" ")), 90)],
    ["it resets the connection", "unreachable", () => HttpResponse.error()],
    ["it has too much to do", "refused", status(429)],
    ["it fails", "refused", status(500)],
    ["it sends bad JSON", "unreadable", inCharset("application/json", '{"choices":[{"mess')],
    ["it sends JSON of something else", "unreadable", () => HttpResponse.json({ hello: "world" })],
    [
      "its draft is of a wrong schema",
      "unreadable",
      () => HttpResponse.json(JSON.parse(wholeAnswer('{"skills":["citrus"]}'))),
    ],
    [
      "it sends 50 MB",
      "unreadable",
      () => slowly(Array(800).fill(new Uint8Array(64 * 1_024).fill(32)), 0),
    ],
    [
      "its stream has no end",
      "unreadable",
      () =>
        slowly(Array(800).fill(bytes(`: ${"x".repeat(64 * 1_024)}\n`)), 0, {
          "content-type": "text/event-stream",
        }),
    ],
    [
      "it names another charset",
      "unreadable",
      inCharset("application/json; charset=gbk", wholeAnswer(WRITTEN)),
    ],
    [
      "its bytes are in another charset",
      "unreadable",
      // 黑心 in GBK.
      inCharset("application/json", new Uint8Array([0x22, 0xba, 0xda, 0xd0, 0xc4, 0x22])),
    ],
    [
      "it follows orders in the text",
      "unreadable",
      () =>
        HttpResponse.json(
          JSON.parse(wholeAnswer("好的。<script>alert(1)</script> 我已将排名第一改为王小二。")),
        ),
    ],
    ["it is a page", "unreadable", () => HttpResponse.html("<h1>It works!</h1>")],
    [
      "it sends elsewhere",
      "refused",
      status(307, { location: "http://elsewhere.test/v1/chat/completions" }),
    ],
    ["it does not know the key", "refused", status(401)],
    ["it sends nothing", "unreadable", inCharset("application/json", "")],
    ["it has no content", "refused", () => new HttpResponse(null, { status: 204 })],
    [
      "an error comes amid the stream",
      "unreadable",
      inCharset("text/event-stream", 'data: {"error":{"message":"overloaded"}}\n\n'),
    ],
  ])("%s: %s", async (_, reason, answer) => {
    answers = [answer];
    const started = performance.now();
    expect(await draft()).toEqual(unavailable(reason));
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ reason });
    expect(elsewhere).toBe(0);
  });

  test("nothing of what is logged is of the text or of the answer", async () => {
    answers = [
      () => HttpResponse.json({ error: { message: "柑橘黑心 sk-secret" } }, { status: 500 }),
    ];
    await draft();
    expect(faults).toEqual([{ reason: "refused", what: "it answers 500", status: 500 }]);
  });
});

describe("one retry", () => {
  test.each([
    ["a broken connection", () => HttpResponse.error()],
    ["429 that says when", status(429, { "retry-after": "0" })],
    ["503 that says when", status(503, { "retry-after": "0.01" })],
  ])("mends %s", async (_, answer) => {
    answers = [answer, whole];
    expect(await draft()).toEqual(DRAFT);
    expect(seen).toHaveLength(2);
  });

  test.each([
    ["429 that does not say when", status(429)],
    ["429 that wants too much patience", status(429, { "retry-after": "60" })],
    ["500", status(500, { "retry-after": "0" })],
  ])("is not made after %s", async (_, answer) => {
    answers = [answer, whole];
    expect(await draft()).toEqual(unavailable("refused"));
    expect(seen).toHaveLength(1);
  });

  test("is the last", async () => {
    answers = [() => HttpResponse.error()];
    expect(await draft()).toEqual(unavailable("unreachable"));
    expect(seen).toHaveLength(2);
  });

  test("is not made once the answer has begun", async () => {
    const body = () => {
      let begun = false;
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          if (begun) {
            await delay(50);
            controller.error(new Error("reset"));
          } else controller.enqueue(bytes("{"));
          begun = true;
        },
      });
    };
    answers = [() => new HttpResponse(body(), { headers: JSON_TYPE }), whole];
    expect(await draft()).toEqual(unavailable("unreachable"));
    expect(seen).toHaveLength(1);
  });
});

describe("a question is not asked", () => {
  const hang = async () => {
    await delay("infinite");
    return whole();
  };

  test("while all seats are taken", async () => {
    answers = [hang];
    const model = open({ settings: { concurrency: 1 } });
    const first = draft(model);
    expect(await draft(model)).toEqual(unavailable("busy"));
    expect(await first).toEqual(unavailable("late"));
    expect(seen).toHaveLength(1);
  });

  test("while a service that failed again and again is left alone", async () => {
    answers = [status(500)];
    const time = { now: 0 };
    const limits = { failuresToRest: 2, restMs: 1_000 };
    const model = open({ limits, clock: () => time.now });
    for (let at = 0; at < 5; at += 1) await draft(model);
    expect(await draft(model)).toEqual(unavailable("resting"));
    expect(seen).toHaveLength(2);
    time.now = 1_000;
    answers = [whole];
    expect(await draft(model)).toEqual(DRAFT);
    expect(await draft(model)).toEqual(DRAFT);
  });

  test("when the month's tokens are used up, until the next month", async () => {
    answers = [() => HttpResponse.json(JSON.parse(wholeAnswer(WRITTEN, 20_000)))];
    const time = { now: "2026-11-26T00:00:00Z" };
    const model = open({
      settings: { monthlyTokens: 21_000 },
      now: () => new Date(time.now),
    });
    expect(await draft(model)).toEqual(DRAFT);
    expect(await draft(model)).toEqual(unavailable("limit"));
    time.now = "2026-12-01T00:00:00Z";
    expect(await draft(model)).toEqual(DRAFT);
    expect(seen).toHaveLength(2);
  });

  test("refusals cost no tokens", async () => {
    answers = [status(500), status(500), status(500), whole];
    const model = open({ settings: { monthlyTokens: 15_000 } });
    for (let at = 0; at < 3; at += 1) await draft(model);
    expect(await draft(model)).toEqual(DRAFT);
  });

  test("by whoever has gone; that is no failure of the service", async () => {
    answers = [hang];
    const model = open({ limits: { failuresToRest: 1 } });
    expect(await model.draft(text, AbortSignal.abort())).toEqual(unavailable("stopped"));
    expect(await model.draft(text, AbortSignal.timeout(20))).toEqual(unavailable("stopped"));
    expect(faults).toEqual([]);
    answers = [whole];
    expect(await draft(model)).toEqual(DRAFT);
  });
});
