import { z } from "@hono/zod-openapi";

/** Building blocks of several answers. A `name` or a sentence is in the language of the answer. */

/** A named schema or null; `.nullable()` would make the schema itself nullable wherever it stands. */
export const orNull = <Schema extends z.ZodType>(schema: Schema) => z.union([schema, z.null()]);

export const PlaceName = z
  .object({
    code: z.string().openapi({ description: "GB/T 2260 code", example: "433126" }),
    name: z.string().openapi({ example: "古丈县" }),
  })
  .openapi("PlaceName");

export const NeedName = z
  .object({ id: z.string(), code: z.string().openapi({ example: "XQ-2026-00042" }) })
  .openapi("NeedName");

const skill = {
  industry: z.string().openapi({ description: "Id of an industry", example: "ponkan" }),
  competence: z.string().openapi({ description: "Id of a competence", example: "plant-disease" }),
};

const levelled = {
  level: z.int().openapi({ description: "From 1 (assists) to 5 (national authority)" }),
  name: z.string().openapi({ example: "椪柑·植物病害防治" }),
};

export const AskedSkill = z
  .object({
    ...skill,
    weight: z.number().openapi({ description: "Share of the request; all weights sum to 1" }),
    ...levelled,
  })
  .openapi("AskedSkill");

export const Evidence = z
  .object({ kind: z.string(), year: z.int(), title: z.string(), sentence: z.string() })
  .openapi("Evidence");

export const HeldSkill = z
  .object({ ...skill, ...levelled, evidence: z.array(Evidence) })
  .openapi("HeldSkill");

export const ExpertBrief = z
  .object({
    id: z.string(),
    name: z.string(),
    institution: z.string().nullable(),
    title: z.string().openapi({ description: "senior, associate, intermediate or junior" }),
    county: orNull(PlaceName).openapi({ description: "Base; null outside the province" }),
    titleName: z.string().openapi({ example: "正高" }),
    institutionId: z.string().nullable(),
    city: z.string().nullable().openapi({ description: "City of the institution" }),
    onDuty: z.boolean(),
    demo: z.boolean().openapi({ description: "True for an invented person" }),
  })
  .openapi("Expert");

/** Names the next page; null on the last one. */
export const Next = z
  .string()
  .nullable()
  .openapi({ description: "Send it as `cursor` to get the next page; null on the last one" });

export const Notice = z.object({ code: z.string(), message: z.string() }).openapi("Notice");
