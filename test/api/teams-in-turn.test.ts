import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { threadComposer } from "../../src/adapters/solver/thread-composer.node.ts";
import type { ComposeRequest } from "../../src/domain/team/composer.ts";
import { TeamJob } from "../../src/http/api/schemas/team-drafts.ts";
import { bodyOf } from "../support/contract.ts";
import { hardTeamProblem } from "../support/hard-team-problem.ts";
import { openWorld, type World } from "../support/world.ts";
import { browserOf, visible } from "./pages-browser.ts";

const PAGE = "/teams/433126?preset=guangdong-town-team";
const COMPOSITIONS = "/api/v1/teams/433126/compositions";
const TRIO = { preset: "guangdong-town-team" };

/** The real thread, which some tests keep busy. */
const composer = threadComposer();
let world: World;
let browser: ReturnType<typeof browserOf>;

beforeAll(async () => {
  world = await openWorld({ composer });
  browser = browserOf(world);
});
afterAll(async () => {
  await composer.close();
  await world.close();
});

const BUSY: ComposeRequest = {
  problem: hardTeamProblem(),
  timeLimit: 60,
  alternatives: 0,
  substitutes: false,
  repairs: false,
  deputies: [],
  coordinatorTier: null,
};

/** Keeps the thread busy for others, `times` compositions long, until it is freed. */
function occupy(times = 1): () => Promise<unknown> {
  const stop = new AbortController();
  const all = Array.from({ length: times }, () =>
    composer.compose(BUSY, { signal: stop.signal }).catch(() => undefined),
  );
  return () => {
    stop.abort();
    return Promise.all(all);
  };
}

describe("whoever asks for a team while the solver is busy", () => {
  let free: () => Promise<unknown> = () => Promise.resolve();
  beforeEach(() => () => free());

  test("sees on the page that it waits, and may leave the line", async () => {
    free = occupy(2);
    const page = await browser.read(PAGE);
    expect(visible(page)).toContain("正在排队：前面还有 2 个");
    expect(visible(page)).toContain("不等了");
    const events = /data-events="([^"]+)"/.exec(page)?.[1] ?? "";
    const told = (await world.get(events)).body?.getReader();
    const first = new TextDecoder().decode((await told?.read())?.value);
    expect(first).toContain("正在排队：前面还有 2 个");
    await told?.cancel();
    const landing = await browser.landing(events.replace("/events", "/stop"), []);
    expect(landing).toBe(PAGE);
    expect(visible(await browser.read(landing))).toContain("还没有找到团队就停止了");
  });

  test("is told by the API how many are answered first, and gets its team in turn", async () => {
    free = occupy();
    const answer = await world.post(COMPOSITIONS, { ...TRIO, wait: 0.5 });
    expect(answer.status).toBe(202);
    const { id, ahead, state } = await bodyOf(TeamJob, answer);
    expect({ ahead, state }).toEqual({ ahead: 1, state: "running" });
    await free();
    const follow = () => bodyOf(TeamJob, world.get(`/api/v1/jobs/${id}`));
    await expect.poll(follow, { timeout: 20_000 }).toMatchObject({ state: "done", ahead: 0 });
  });

  test("is refused with the time to come again when too many wait already", async () => {
    free = occupy(17);
    const answer = await world.post(COMPOSITIONS, TRIO);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("10");
    const { detail } = z.object({ detail: z.string() }).parse(await answer.json());
    expect(detail).toContain("10 秒后再试");
    const page = await world.get(PAGE);
    expect(page.status).toBe(503);
    expect(page.headers.get("retry-after")).toBe("10");
    expect(visible(await page.text())).toContain("10 秒后再试");
  });
});
