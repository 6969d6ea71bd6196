import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { faultsOf } from "../../../domain/input.ts";
import { ReadProfile, readProfile } from "../../../usecases/read-profile.ts";
import { SuggestTags, suggestTags } from "../../../usecases/suggest-tags.ts";
import { TagText, tagText } from "../../../usecases/tag-text.ts";
import { MOST_TEXTS, TagTexts, tagTexts } from "../../../usecases/tag-texts.ts";
import type { AppEnvironment } from "../../env.ts";
import { audienceOf, body, computes, query, refuseFaulty } from "../route.ts";
import { Profile } from "../schemas/profiles.ts";
import { Suggestions } from "../schemas/suggestions.ts";
import { Tags, TagsOfTexts } from "../schemas/tags.ts";
import { profileJson } from "../shapes/profiles.ts";
import { suggestionsJson } from "../shapes/suggestions.ts";
import { understandingJson } from "../shapes/tags.ts";

/** What words are understood to say. */
export const texts = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty });

const OneText = texts.openAPIRegistry.register(
  "TextToTag",
  z.strictObject(TagText.shape).openapi({ example: { text: "我县500亩椪柑叶片卷曲、落果，急" } }),
);
const ManyTexts = texts.openAPIRegistry.register(
  "TextsToTag",
  z.strictObject(TagTexts.shape).openapi({
    example: { texts: [{ id: "a", text: "橘子裂果，鸡也拉稀" }, { text: "想请人教做红茶" }] },
  }),
);

/** One text or many; faults are those of the one that was meant. A bare list is many, too. */
const TextOrTexts = z
  .unknown()
  .transform((sent, context) => {
    const input = Array.isArray(sent) ? { texts: sent } : sent;
    const isMany = typeof input === "object" && input !== null && "texts" in input;
    const { success, data, error } = (isMany ? ManyTexts : OneText).safeParse(input);
    if (success) return data;
    for (const { field, zh, en } of faultsOf(error)) {
      context.addIssue({ code: "custom", path: [field], message: en, params: { zh } });
    }
    return z.NEVER;
  })
  .openapi({
    anyOf: [
      { $ref: "#/components/schemas/TextToTag" },
      { $ref: "#/components/schemas/TextsToTag" },
    ],
    description: `One text, or up to ${MOST_TEXTS}: all are checked before any is read`,
  });

const tag = createRoute({
  method: "post",
  path: "/tags",
  operationId: "tagText",
  tags: ["Understanding"],
  summary: "What a text, or each of many, asks for",
  description:
    "Offline and deterministic; nothing is stored. Every faulty text of a batch is named by its path, e.g. `texts.17.text`.",
  request: { query: query({}), body: body(TextOrTexts) },
  responses: computes(
    z.union([Tags, TagsOfTexts]),
    "What was understood, with the words it came from; a list for many texts",
  ),
});

const suggest = createRoute({
  method: "post",
  path: "/tags/suggestions",
  operationId: "suggestTags",
  tags: ["Understanding"],
  summary: "What a text asks for, and what a language model would add",
  description:
    "Takes up to 10 s when a model is set up. Private words are blotted out of what it gets; nothing it suggests is matched until a person confirms it. Nothing is stored.",
  request: {
    query: query({}),
    body: body(
      z.strictObject(SuggestTags.shape).openapi("TextToSuggestFor", {
        example: { text: "我县500亩椪柑叶片卷曲、落果，急" },
      }),
    ),
  },
  responses: computes(Suggestions, "The offline reading, and what only the model gave"),
});

const profile = createRoute({
  method: "post",
  path: "/profiles",
  operationId: "readProfile",
  tags: ["Understanding"],
  summary: "Which skills an expert's own words speak of; stores nothing",
  request: {
    query: query({}),
    body: body(
      z.strictObject(ReadProfile.shape).openapi("ProfileToRead", {
        example: { text: "研究员，长于猕猴桃溃疡病防控、湘西黄牛品种选育，从事果树植保二十余年" },
      }),
    ),
  },
  responses: computes(Profile, "Proposed skills with level hints, and the words for each"),
});

texts
  .openapi(tag, (c) => {
    const asked = c.req.valid("json");
    const audience = audienceOf(c);
    if ("text" in asked) {
      return c.json(understandingJson(tagText(c.var.ctx, asked), audience), 200);
    }
    const tagged = tagTexts(c.var.ctx, asked).map(({ id, understanding }) => ({
      id,
      ...understandingJson(understanding, audience),
    }));
    return c.json({ texts: tagged }, 200);
  })
  .openapi(suggest, async (c) => {
    const suggestions = await suggestTags(c.var.ctx, c.req.valid("json"), c.req.raw.signal);
    return c.json(suggestionsJson(suggestions, audienceOf(c)), 200);
  })
  .openapi(profile, (c) =>
    c.json(profileJson(readProfile(c.var.ctx, c.req.valid("json")), audienceOf(c)), 200),
  );
