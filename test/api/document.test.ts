import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { CreatedNeed } from "../../src/http/api/schemas/needs.ts";
import { bodyOf, operations } from "../support/contract.ts";
import { openWorld, type World } from "../support/world.ts";

/** As much of OpenAPI 3.1 as is needed to find one's way in it. */
const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.looseObject({ required: z.literal(true) }).optional(),
  responses: z.record(z.string().regex(/^\d{3}$/), z.looseObject({ description: z.string() })),
});
const Document = z.looseObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  servers: z.array(z.looseObject({ url: z.string() })),
  paths: z.record(z.string().startsWith("/"), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

const TEAMS = ["Teams", "Team drafts", "Presets"];

let world: World;
let document: z.infer<typeof Document>;
beforeAll(async () => {
  world = await openWorld();
  document = await bodyOf(Document, world.get("/api/v1/openapi.json"));
});
afterAll(() => world.close());

const references = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    key === "$ref" && typeof held === "string" ? [held] : references(held),
  );
};

describe("the document", () => {
  test("is OpenAPI 3.1 whose references all lead somewhere", () => {
    const known = Object.keys(document.components.schemas);
    for (const reference of references(document)) {
      expect(known).toContain(reference.replace("#/components/schemas/", ""));
    }
    // Words of OpenAPI 3.0 that 3.1 does not know.
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  test("names every operation once, and every parameter of its path", () => {
    const ids: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        ids.push(operation.operationId);
        const declared = operation.parameters.filter((one) => one.in === "path");
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect(declared.map(({ name }) => name).toSorted()).toEqual(named.toSorted());
        expect(operation.requestBody !== undefined).toBe(method === "post");
      }
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(operations.length);
  });

  test("holds every operation that was promised", () => {
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        ...["/tags", "/recommendations", "/why-not", "/needs", "/needs/{need}"],
        ...["/needs/{need}/recommendations", "/needs/{need}/why-not/{expert}"],
        ...["/needs/{need}/runs", "/runs/{run}", "/runs/{run}/replay"],
        ...["/experts", "/experts/{expert}", "/experts/{expert}/openings"],
        ...["/institutions", "/institutions/{institution}", "/industries", "/competences"],
        ...["/teams/{county}/compositions", "/jobs/{job}", "/teams/{county}/comparisons"],
        ...["/teams/{county}/why-not", "/teams/{county}/drafts", "/team-drafts/{draft}"],
        ...["/team-drafts", "/team-drafts/{draft}/replay", "/team-drafts/{draft}/commit"],
        ...["/team-drafts/{draft}/undo", "/presets", "/presets/{preset}"],
        ...["/places", "/counties/{county}", "/profiles", "/corrections", "/tags/suggestions"],
      ]),
    );
  });
});

test("every example of a body is answered", async () => {
  const examples = Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    const { example } = z.looseObject({ example: z.unknown().optional() }).parse(schema);
    return example === undefined ? [] : [[name, example] as const];
  });
  const paths: Record<string, string> = {
    TextToTag: "/tags",
    TextsToTag: "/tags",
    TextToSuggestFor: "/tags/suggestions",
    ProfileToRead: "/profiles",
    NewCorrections: "/corrections",
    ProblemToMatch: "/recommendations",
  };
  expect(examples.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(paths)));
  for (const [name, example] of examples) {
    const { status } = await world.post(`/api/v1${paths[name]}`, example);
    expect([name, status]).toEqual([name, name === "NewCorrections" ? 201 : 200]);
  }
});

test("every operation answers as the document says", async () => {
  const skills = [{ industry: "ponkan", competence: "plant-disease" }];
  const asked = { text: "椪柑落果", county: "433126", skills };
  const response = await world.post("/api/v1/needs", { ...asked, by: "李主任" });
  const { code, run } = await bodyOf(CreatedNeed, response);
  // `get` and `post` hold each answer against the document.
  const answers = await Promise.all([
    world.post("/api/v1/tags", { text: asked.text }),
    world.post("/api/v1/tags/suggestions", { text: asked.text }),
    world.post("/api/v1/profiles", { text: "长于椪柑黄龙病检测" }),
    world.post("/api/v1/corrections", {
      text: asked.text,
      corrections: [{ tag: "industry:ponkan", right: true, origin: "person" }],
    }),
    world.get("/api/v1/corrections", world.operator),
    world.post("/api/v1/recommendations", asked),
    world.post("/api/v1/why-not", { ...asked, expert: "吴远" }),
    world.get("/api/v1/needs"),
    world.get(`/api/v1/needs/${code}`),
    world.get(`/api/v1/needs/${code}/recommendations`),
    world.get(`/api/v1/needs/${code}/why-not/exp_zhou`),
    world.post(`/api/v1/needs/${code}/runs`, {}),
    world.get(`/api/v1/runs/${run}`),
    world.get(`/api/v1/runs/${run}/replay`),
    world.get("/api/v1/experts"),
    world.get("/api/v1/experts/exp_lin"),
    world.get("/api/v1/experts/exp_lin/openings"),
    world.get("/api/v1/institutions"),
    world.get("/api/v1/institutions/inst_hnau"),
    world.get("/api/v1/industries"),
    world.get("/api/v1/competences"),
    world.get("/api/v1/places?q=gz"),
    world.get("/api/v1/counties/433126"),
  ]);
  // Those about teams are asked by the tests of teams.
  const others = operations.filter(({ tags = [] }) => !tags.some((tag) => TEAMS.includes(tag)));
  expect(answers.length + 1).toBe(others.length);
  for (const { status } of answers) expect([200, 201]).toContain(status);
});
