import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listTeamPresets } from "../../../usecases/list-team-presets.ts";
import { readTeamPreset } from "../../../usecases/read-team-preset.ts";
import { SaveTeamPreset, saveTeamPreset } from "../../../usecases/save-team-preset.ts";
import type { AppEnvironment } from "../../env.ts";
import { audienceOf, By, body, creates, Key, named, query, reads, refuseFaulty } from "../route.ts";
import { ExplainedPreset, SavedPreset, TeamPresets } from "../schemas/team-drafts.ts";
import { presetJson, presetLineJson } from "../shapes/team-drafts.ts";

const list = createRoute({
  method: "get",
  path: "/presets",
  operationId: "listPresets",
  tags: ["Presets"],
  summary: "The rules that teams are composed by",
  request: { query: query({}) },
  responses: reads(TeamPresets, "The product's presets, then those edited in it"),
});

const read = createRoute({
  method: "get",
  path: "/presets/{preset}",
  operationId: "readPreset",
  tags: ["Presets"],
  summary: "A preset, with its rules in words",
  request: { params: z.object({ preset: named("preset, or id@version") }), query: query({}) },
  responses: reads(ExplainedPreset, "The preset"),
});

const save = createRoute({
  method: "post",
  path: "/presets",
  operationId: "savePreset",
  tags: ["Presets"],
  summary: "Keep an edited copy of a preset, as the next version of its id",
  request: {
    query: query({}),
    headers: Key,
    body: body(
      z
        .strictObject({
          preset: SaveTeamPreset.shape.preset,
          copiedFrom: SaveTeamPreset.shape.copiedFrom,
          by: By,
        })
        .openapi("NewPreset"),
    ),
  },
  responses: creates(SavedPreset, "The preset in its new version"),
});

export const presets = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty })
  .openapi(list, async (c) => {
    const found = await listTeamPresets(c.var.ctx);
    return c.json({ presets: found.map(presetLineJson) }, 200);
  })
  .openapi(read, async (c) =>
    c.json(presetJson(await readTeamPreset(c.var.ctx, c.req.valid("param")), audienceOf(c)), 200),
  )
  .openapi(save, async (c) => {
    const { by, ...edited } = c.req.valid("json");
    const idempotencyKey = c.req.valid("header")["Idempotency-Key"];
    const saved = await saveTeamPreset(c.var.contextOfPerson(by), { ...edited, idempotencyKey });
    c.header("location", `/api/v1/presets/${saved.id}`);
    return c.json(saved, 201);
  });
