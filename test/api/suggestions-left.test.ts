import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ModelFault, openModel } from "../../src/adapters/model/open-model.ts";
import { readData } from "../../src/data/files.node.ts";
import { readVocabulary } from "../../src/data/vocabulary.ts";
import { BROKEN, drafts, type FakeModel, startFakeModel } from "../support/fake-model.ts";
import { openWorld, type World } from "../support/world.ts";

const TEXT = "椪柑落果，魑魅魍魉";
const TAG = { industry: "ponkan", competence: "branding", confidence: 0.7, words: "魑魅魍魉" };

let world: World;
let model: FakeModel;
let server: ReturnType<typeof createAdaptorServer>;
let origin: string;
let faults: ModelFault[] = [];

beforeAll(async () => {
  model = await startFakeModel();
  const settings = {
    ...{ baseUrl: model.baseUrl, key: undefined, model: "fake" },
    // One seat, and a service that is left alone after its first failure.
    ...{ concurrency: 1, monthlyTokens: 10_000_000 },
  };
  world = await openWorld({
    model: openModel(settings, readVocabulary(readData), {
      now: () => new Date("2026-11-23T08:00:00Z"),
      clock: () => performance.now(),
      report: (fault) => faults.push(fault),
      limits: { firstByteMs: 40_000, totalMs: 40_000, seatMs: 5_000, failuresToRest: 1 },
    }),
  });
  server = createAdaptorServer({ fetch: world.app.fetch }).listen(0, "127.0.0.1");
  await once(server, "listening");
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: a server that listens on TCP has a port
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await model.stop();
  await world.close();
});
beforeEach(() => {
  faults = [];
});

const form = new URLSearchParams({ text: TEXT });
const WAYS = {
  "the API": () => ({
    path: "/api/v1/tags/suggestions",
    method: "POST",
    body: JSON.stringify({ text: TEXT }),
    headers: { "content-type": "application/json" },
  }),
  "the part of the page": () => ({
    path: "/suggestions",
    method: "POST",
    body: form,
    headers: { origin },
  }),
  "the page without scripts": () => ({
    path: `/?${new URLSearchParams({ text: TEXT, see: "1", model: "1" })}`,
  }),
} satisfies Record<string, () => RequestInit & { path: string }>;

const ask = ({ path, ...request }: RequestInit & { path: string }): Promise<Response> =>
  fetch(`${origin}${path}`, request);

/** Resolves when the model was asked once more. */
async function untilAsked(before: number): Promise<void> {
  while (model.asked.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a reader who leaves while the model thinks", () => {
  test.each(Object.entries(WAYS))("by %s frees its seat for the next", async (_, way) => {
    model.behave(BROKEN["it hangs"]);
    const leaving = new AbortController();
    const before = model.asked.length;
    const left = ask({ ...way(), signal: leaving.signal }).catch((error: Error) => error.name);
    await untilAsked(before);
    leaving.abort();
    expect(await left).toBe("AbortError");

    model.behave(drafts(() => [TAG]));
    const next = await ask(WAYS["the API"]());
    expect(await next.json()).toMatchObject({
      state: "answered",
      suggested: [{ competence: "branding" }],
    });
    // Nothing is wrong with the model: it is neither reported nor left alone.
    expect(faults).toEqual([]);
  });
});

test("whoever left before the model was asked sends and spends nothing", async () => {
  const before = model.asked.length;
  const answer = await world.app.request("/api/v1/tags/suggestions", {
    ...WAYS["the API"](),
    signal: AbortSignal.abort(),
  });
  expect(await answer.json()).toMatchObject({ state: "unavailable" });
  expect(model.asked).toHaveLength(before);
  expect(faults).toEqual([]);
});
