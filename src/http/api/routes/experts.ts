import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { FindOpenings, findOpenings } from "../../../usecases/find-openings.ts";
import { readExpert } from "../../../usecases/read-expert.ts";
import { SearchExperts, searchExperts } from "../../../usecases/search-experts.ts";
import type { AppEnvironment } from "../../env.ts";
import { cursorFor, nextPage } from "../cursor.ts";
import { audienceOf, inQuery, named, query, reads, refuseFaulty } from "../route.ts";
import { ExpertPage, ExpertProfile } from "../schemas/directory.ts";
import { Openings } from "../schemas/matches.ts";
import { expertProfileJson } from "../shapes/directory.ts";
import { openingsJson } from "../shapes/matches.ts";
import { expertBriefJson } from "../shapes/parts.ts";

const ExpertParam = z.object({ expert: named("expert") });
const { words, institution, industry, competence, county, limit } = SearchExperts.shape;

const search = createRoute({
  method: "get",
  path: "/experts",
  operationId: "searchExperts",
  tags: ["Experts"],
  summary: "Experts by name, institution, skill and place, in the order of their pinyin",
  request: {
    query: query({
      q: words.openapi({ description: "Part of the name, or the beginning of its pinyin" }),
      ...{ institution, industry, competence, county },
      cursor: cursorFor("experts"),
      limit: inQuery(limit),
    }),
  },
  responses: reads(ExpertPage, "A page of experts"),
});

const read = createRoute({
  method: "get",
  path: "/experts/{expert}",
  operationId: "readExpert",
  tags: ["Experts"],
  summary: "One expert with skills and dated evidence",
  request: { params: ExpertParam, query: query({}) },
  responses: reads(ExpertProfile, "The expert"),
});

const openings = createRoute({
  method: "get",
  path: "/experts/{expert}/openings",
  operationId: "findOpenings",
  tags: ["Experts"],
  summary: "Published needs that fit an expert, best first, with the same parts and reasons",
  request: {
    params: ExpertParam,
    query: query({ limit: inQuery(FindOpenings.shape.limit) }),
  },
  responses: reads(Openings, "The openings"),
});

export const experts = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty })
  .openapi(search, async (c) => {
    const { q, lang: _, ...wanted } = c.req.valid("query");
    const page = await searchExperts(c.var.ctx, { words: q, ...wanted });
    const cards = page.experts.map((card) => expertBriefJson(card, audienceOf(c)));
    return c.json({ experts: cards, next: nextPage(c, "experts", page.next) }, 200);
  })
  .openapi(read, async (c) => {
    const view = await readExpert(c.var.ctx, c.req.valid("param"));
    return c.json(expertProfileJson(view, audienceOf(c)), 200);
  })
  .openapi(openings, async (c) => {
    const asked = { ...c.req.valid("param"), limit: c.req.valid("query").limit };
    return c.json(openingsJson(await findOpenings(c.var.ctx, asked), audienceOf(c)), 200);
  });
