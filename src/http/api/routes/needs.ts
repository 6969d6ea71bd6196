import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { CreateNeed, createNeed } from "../../../usecases/create-need.ts";
import { ExplainWhyNotForNeed, explainWhyNot } from "../../../usecases/explain-why-not.ts";
import { KeepRun, keepRun } from "../../../usecases/keep-run.ts";
import { ListNeeds, listNeeds } from "../../../usecases/list-needs.ts";
import { readNeed } from "../../../usecases/read-need.ts";
import { Limit, recommendExperts } from "../../../usecases/recommend-experts.ts";
import type { AppEnvironment } from "../../env.ts";
import { cursorFor, nextPage } from "../cursor.ts";
import {
  audienceOf,
  By,
  body,
  creates,
  inQuery,
  Key,
  named,
  query,
  reads,
  refuseFaulty,
} from "../route.ts";
import { Recommendations, WhyNot } from "../schemas/matches.ts";
import { CreatedNeed, Need, NeedPage } from "../schemas/needs.ts";
import { KeptRun } from "../schemas/runs.ts";
import { recommendationsJson, whyNotJson } from "../shapes/matches.ts";
import { createdNeedJson, needJson, needLineJson } from "../shapes/needs.ts";

const NeedParam = z.object({ need: named("need") });

const create = createRoute({
  method: "post",
  path: "/needs",
  operationId: "createNeed",
  tags: ["Needs"],
  summary: "Save a problem as a need",
  request: {
    query: query({}),
    headers: Key,
    body: body(
      z
        .strictObject({ ...CreateNeed.omit({ idempotencyKey: true }).shape, by: By })
        .openapi("NewNeed"),
    ),
  },
  responses: creates(CreatedNeed, "The need, and the ranking kept with it"),
});

const list = createRoute({
  method: "get",
  path: "/needs",
  operationId: "listNeeds",
  tags: ["Needs"],
  summary: "Needs, the newest first",
  request: {
    query: query({
      q: ListNeeds.shape.words.meta({ description: "Part of the text" }),
      county: ListNeeds.shape.county,
      status: ListNeeds.shape.status,
      cursor: cursorFor("needs"),
      limit: inQuery(ListNeeds.shape.limit),
    }),
  },
  responses: reads(NeedPage, "A page of needs"),
});

const read = createRoute({
  method: "get",
  path: "/needs/{need}",
  operationId: "readNeed",
  tags: ["Needs"],
  summary: "One need with what it asks for",
  request: { params: NeedParam, query: query({}) },
  responses: reads(Need, "The need"),
});

const recommend = createRoute({
  method: "get",
  path: "/needs/{need}/recommendations",
  operationId: "recommendForNeed",
  tags: ["Needs"],
  summary: "Who fits a need, best first, with the reasons; stores nothing",
  request: { params: NeedParam, query: query({ limit: inQuery(Limit) }) },
  responses: reads(Recommendations, "The recommendations"),
});

const whyNot = createRoute({
  method: "get",
  path: "/needs/{need}/why-not/{expert}",
  operationId: "whyNotForNeed",
  tags: ["Needs"],
  summary: "Why an expert is not recommended for a need",
  request: {
    params: NeedParam.extend({ expert: named("expert") }),
    query: query({ limit: inQuery(ExplainWhyNotForNeed.shape.limit) }),
  },
  responses: reads(WhyNot, "The reason"),
});

const keep = createRoute({
  method: "post",
  path: "/needs/{need}/runs",
  operationId: "keepRun",
  tags: ["Needs"],
  summary: "Rank for a need and keep the ranking with all it was decided on",
  request: {
    params: NeedParam,
    query: query({}),
    headers: Key,
    body: body(
      z
        .strictObject({ limit: KeepRun.shape.limit, askedAbout: KeepRun.shape.askedAbout, by: By })
        .openapi("NewRun"),
    ),
  },
  responses: creates(KeptRun, "What was kept"),
});

export const needs = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty })
  .openapi(create, async (c) => {
    const { by, ...asking } = c.req.valid("json");
    const idempotencyKey = c.req.valid("header")["Idempotency-Key"];
    const need = await createNeed(c.var.contextOfPerson(by), { ...asking, idempotencyKey });
    c.header("location", `/api/v1/needs/${need.code}`);
    return c.json(createdNeedJson(need, audienceOf(c)), 201);
  })
  .openapi(list, async (c) => {
    const { q: words, county, status, cursor, limit } = c.req.valid("query");
    const page = await listNeeds(c.var.ctx, { words, county, status, cursor, limit });
    const lines = page.needs.map((need) => needLineJson(need, audienceOf(c)));
    return c.json({ needs: lines, next: nextPage(c, "needs", page.next) }, 200);
  })
  .openapi(read, async (c) => {
    const need = await readNeed(c.var.ctx, c.req.valid("param"));
    return c.json(needJson(need, audienceOf(c)), 200);
  })
  .openapi(recommend, async (c) => {
    const { limit } = c.req.valid("query");
    const value = await recommendExperts(c.var.ctx, { ...c.req.valid("param"), limit });
    return c.json(recommendationsJson(value, audienceOf(c)), 200);
  })
  .openapi(whyNot, async (c) => {
    const { limit } = c.req.valid("query");
    const value = await explainWhyNot(c.var.ctx, { ...c.req.valid("param"), limit });
    return c.json(whyNotJson(value, audienceOf(c)), 200);
  })
  .openapi(keep, async (c) => {
    const { by, ...wanted } = c.req.valid("json");
    const idempotencyKey = c.req.valid("header")["Idempotency-Key"];
    const asked = { ...c.req.valid("param"), ...wanted, idempotencyKey };
    const run = await keepRun(c.var.contextOfPerson(by), asked);
    c.header("location", `/api/v1/runs/${run.id}`);
    return c.json(run, 201);
  });
