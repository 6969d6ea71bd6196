import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { ListInstitutions, listInstitutions } from "../../../usecases/list-institutions.ts";
import { readCounty } from "../../../usecases/read-county.ts";
import { ReadInstitution, readInstitution } from "../../../usecases/read-institution.ts";
import { readVocabulary } from "../../../usecases/read-vocabulary.ts";
import { SearchPlaces, searchPlaces } from "../../../usecases/search-places.ts";
import type { AppEnvironment } from "../../env.ts";
import { cursorFor, nextPage } from "../cursor.ts";
import { audienceOf, inQuery, named, query, reads, refuseFaulty } from "../route.ts";
import {
  Competences,
  County,
  FoundPlaces,
  Industries,
  InstitutionPage,
  InstitutionProfile,
} from "../schemas/directory.ts";
import {
  countyJson,
  foundPlaceJson,
  institutionJson,
  institutionProfileJson,
} from "../shapes/directory.ts";

const institutions = createRoute({
  method: "get",
  path: "/institutions",
  operationId: "listInstitutions",
  tags: ["Institutions"],
  summary: "Sending institutions, with the number of their people",
  request: {
    query: query({
      q: ListInstitutions.shape.words.meta({
        description: "Part of the name, or the beginning of its initials",
      }),
      cursor: cursorFor("institutions"),
      limit: inQuery(ListInstitutions.shape.limit),
    }),
  },
  responses: reads(InstitutionPage, "A page of institutions"),
});

const institution = createRoute({
  method: "get",
  path: "/institutions/{institution}",
  operationId: "readInstitution",
  tags: ["Institutions"],
  summary: "One institution with its people",
  request: {
    params: z.object({ institution: named("institution") }),
    query: query({
      cursor: cursorFor("people"),
      limit: inQuery(ReadInstitution.shape.limit),
    }),
  },
  responses: reads(InstitutionProfile, "The institution and a page of its people"),
});

const industries = createRoute({
  method: "get",
  path: "/industries",
  operationId: "listIndustries",
  tags: ["Vocabulary"],
  summary: "All industries, as a tree",
  request: { query: query({}) },
  responses: reads(Industries, "The industries"),
});

const competences = createRoute({
  method: "get",
  path: "/competences",
  operationId: "listCompetences",
  tags: ["Vocabulary"],
  summary: "All competences with their stages",
  request: { query: query({}) },
  responses: reads(Competences, "The competences"),
});

const places = createRoute({
  method: "get",
  path: "/places",
  operationId: "searchPlaces",
  tags: ["Places"],
  summary: "Places by name, short name, code or pinyin initials",
  request: {
    query: query({
      q: SearchPlaces.shape.words.meta({
        description: "Absent: all places of the level, by default counties and larger",
      }),
      level: SearchPlaces.shape.level,
      within: SearchPlaces.shape.within.meta({
        description: "Code of a place, or name of a county: only what lies in it",
      }),
      cursor: cursorFor("places"),
      limit: inQuery(SearchPlaces.shape.limit),
    }),
  },
  responses: reads(FoundPlaces, "Places, the best match first"),
});

const county = createRoute({
  method: "get",
  path: "/counties/{county}",
  operationId: "readCounty",
  tags: ["Places"],
  summary: "One county: its industries, needs and experts",
  request: { params: z.object({ county: named("county") }), query: query({}) },
  responses: reads(County, "The county"),
});

export const directory = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty })
  .openapi(institutions, async (c) => {
    const { q: words, cursor, limit } = c.req.valid("query");
    const page = await listInstitutions(c.var.ctx, { words, cursor, limit });
    const next = nextPage(c, "institutions", page.next);
    return c.json({ institutions: page.institutions.map(institutionJson), next }, 200);
  })
  .openapi(institution, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const view = await readInstitution(c.var.ctx, { ...c.req.valid("param"), cursor, limit });
    const next = nextPage(c, "people", view.next);
    return c.json({ ...institutionProfileJson(view, audienceOf(c)), next }, 200);
  })
  .openapi(industries, (c) => {
    const all = readVocabulary(c.var.ctx).industries;
    return c.json(
      { industries: all.map(({ id, broader, zh, en }) => ({ id, broader, zh, en })) },
      200,
    );
  })
  .openapi(competences, (c) => {
    const all = readVocabulary(c.var.ctx).competences;
    return c.json(
      { competences: all.map(({ id, stage, zh, en, scope }) => ({ id, stage, zh, en, scope })) },
      200,
    );
  })
  .openapi(places, (c) => {
    const { q: words, lang: _, ...wanted } = c.req.valid("query");
    const page = searchPlaces(c.var.ctx, { words, ...wanted });
    const next = nextPage(c, "places", page.next);
    return c.json({ places: page.places.map(foundPlaceJson), next }, 200);
  })
  .openapi(county, async (c) => {
    const view = await readCounty(c.var.ctx, c.req.valid("param"));
    return c.json(countyJson(view, audienceOf(c)), 200);
  });
