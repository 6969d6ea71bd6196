import { z } from "@hono/zod-openapi";
import { NeedLine } from "./needs.ts";
import { ExpertBrief, HeldSkill, Next, orNull, PlaceName } from "./parts.ts";

export const ExpertPage = z
  .object({ experts: z.array(ExpertBrief), next: Next })
  .openapi("ExpertPage");

const Location = z.object({ latitude: z.number(), longitude: z.number() });

export const ExpertProfile = ExpertBrief.extend({
  pinyin: z.string(),
  about: z.string(),
  serviceModes: z.array(z.string()),
  travelRadiusKm: z.int(),
  daysPerYear: z.int(),
  location: Location,
  skills: z.array(HeldSkill).openapi({ description: "Highest level first" }),
  postings: z.array(
    z.object({
      id: z.string(),
      year: z.int(),
      days: z.int(),
      status: z.string(),
      county: PlaceName,
    }),
  ),
  records: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      days: z.int(),
      mode: z.string(),
      summary: z.string(),
      rating: z.int().nullable().openapi({ description: "Satisfaction of the host, 1 to 5" }),
      county: PlaceName,
    }),
  ),
  assessments: z.array(z.object({ year: z.int(), grade: z.string() })),
  teams: z.array(z.object({ name: z.string(), year: z.int(), role: z.string() })),
}).openapi("ExpertProfile");

const Institution = z
  .object({
    id: z.string(),
    name: z.string(),
    level: z.string().openapi({ description: "province, prefecture, county or outside" }),
    city: z.string(),
    demo: z.boolean(),
    experts: z.int().openapi({ description: "Number of its people" }),
  })
  .openapi("Institution");

export const InstitutionPage = z
  .object({ institutions: z.array(Institution), next: Next })
  .openapi("InstitutionPage");

export const InstitutionProfile = Institution.extend({
  paired: z.array(PlaceName).openapi({ description: "Counties it is paired with" }),
  people: z.array(ExpertBrief),
  next: Next,
}).openapi("InstitutionProfile");

export const Industries = z
  .object({
    industries: z.array(
      z.object({
        id: z.string(),
        broader: z.string().nullable().openapi({ description: "The next broader industry" }),
        zh: z.string(),
        en: z.string(),
      }),
    ),
  })
  .openapi("Industries");

export const Competences = z
  .object({
    competences: z.array(
      z.object({
        id: z.string(),
        stage: z.string().openapi({ description: "pre, mid, post or cross" }),
        zh: z.string(),
        en: z.string(),
        scope: z.string(),
      }),
    ),
  })
  .openapi("Competences");

export const FoundPlaces = z
  .object({
    places: z.array(
      PlaceName.extend({
        level: z.string(),
        shortName: z.string(),
        address: z.string(),
        county: orNull(PlaceName).openapi({ description: "The county it is or lies in" }),
      }),
    ),
    next: Next,
  })
  .openapi("FoundPlaces");

export const County = PlaceName.extend({
  shortName: z.string(),
  prefecture: PlaceName,
  location: Location,
  aliasCodes: z.array(z.string()).openapi({ description: "Other codes that mean this county" }),
  poverty: z.string().openapi({ description: "national, provincial or none, before 2020" }),
  povertyAssumed: z.boolean(),
  townships: z.int(),
  villages: z.int(),
  industries: z.array(
    z.object({
      industry: z.string(),
      name: z.string(),
      role: z.string().openapi({ description: "leading or specialty" }),
      rank: z.int(),
      note: z.string(),
      assumed: z.boolean(),
    }),
  ),
  needs: z.array(NeedLine).openapi({ description: "The newest" }),
  experts: z.array(ExpertBrief).openapi({
    description: "On duty and based here, then in the counties around, the nearest first",
  }),
}).openapi("County");
