import { afterAll, beforeAll, expect, test } from "vitest";
import type { Composer } from "../../src/domain/team/composer.ts";
import { SavedTeamDraft, TeamDraftPage } from "../../src/http/api/schemas/team-drafts.ts";
import { testComposer } from "../support/composer.ts";
import { bodyOf } from "../support/contract.ts";
import { openWorld, type World } from "../support/world.ts";

const TEAM = "/api/v1/teams/433126";
const PAGE = "/teams/433126";
const PRESET = "guangdong-town-team";

/** Told when a search begins that ends only with the request it is for; undefined: none waits. */
let onHeld: (() => void) | undefined;

const holding: Composer = {
  compose: async (request, how = {}) => {
    onHeld?.();
    if (onHeld && !how.signal?.aborted) {
      await new Promise((resolve) => how.signal?.addEventListener("abort", resolve));
    }
    return testComposer().compose(request, how);
  },
};

let world: World;
let draft: string;
beforeAll(async () => {
  world = await openWorld({ composer: holding });
  const saving = world.post(`${TEAM}/drafts`, { preset: PRESET, name: "三人", by: "王敏" });
  draft = (await bodyOf(SavedTeamDraft, saving)).code;
});
afterAll(() => world.close());

/** Sends a request and leaves as soon as its search is under way. */
async function leave(path: string, init: RequestInit = {}): Promise<Response> {
  const left = new AbortController();
  onHeld = () => left.abort();
  try {
    return await world.app.request(path, { ...init, signal: left.signal });
  } finally {
    onHeld = undefined;
  }
}

const json = (body: object): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ preset: PRESET, ...body }),
});
const form = (fields: Record<string, string>): RequestInit => ({
  method: "POST",
  headers: {
    "content-type": "application/x-www-form-urlencoded",
    origin: "http://localhost",
  },
  body: new URLSearchParams({ preset: PRESET, ...fields }).toString(),
});

test.each<[string, () => [string, RequestInit?]]>([
  ["a comparison", () => [`${TEAM}/comparisons`, json({ left: {}, right: {} })]],
  ["a why-not", () => [`${TEAM}/why-not`, json({ expert: "林秋月" })]],
  ["a replay", () => [`/api/v1/team-drafts/${draft}/replay`]],
  ["the page of a comparison", () => [`${PAGE}/compare`]],
  ["the page of a replay", () => [`/teams/drafts/${draft}?replay=1`]],
])("whoever leaves %s stops its search", async (_, request) => {
  expect((await leave(...request())).status).toBe(200);
});

test.each<[string, () => [string, RequestInit]]>([
  ["the API", () => [`${TEAM}/drafts`, json({ name: "走了", by: "王敏" })]],
  ["the page", () => [`${PAGE}/drafts`, form({ title: "走了", name: "王敏" })]],
])(
  "whoever leaves while a draft is saved by %s stops its search, and nothing is kept",
  async (_, request) => {
    expect((await leave(...request())).status).toBe(409);
    const { drafts } = await bodyOf(TeamDraftPage, world.get("/api/v1/team-drafts"));
    expect(drafts.map(({ name }) => name)).toEqual(["三人"]);
  },
);
