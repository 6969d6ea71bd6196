import { z } from "zod";
import { EVIDENCE_KINDS, PROFESSIONAL_TITLES, SERVICE_MODES } from "../../domain/model/expert.ts";
import { query } from "../query.ts";

const Title = z.enum(PROFESSIONAL_TITLES);
const Modes = z.array(z.enum(SERVICE_MODES));
const Grade = z.enum(["excellent", "good", "qualified", "unqualified"]);
const maybeText = z.string().nullable();

/** A skill with its evidence, newest first, as three lists of one length. */
const Held = z.object({
  skill: z.string(),
  level: z.int(),
  kinds: z.array(z.enum(EVIDENCE_KINDS)),
  years: z.array(z.int()),
  titles: z.array(z.string()),
});
export type HeldRow = z.infer<typeof Held>;

const FactsRow = z.object({
  id: z.string(),
  title: Title,
  onDuty: z.boolean(),
  serviceModes: Modes,
  travelRadiusKm: z.int(),
  daysPerYear: z.int(),
  latitude: z.number(),
  longitude: z.number(),
  county: maybeText,
  institution: maybeText,
  prefectureCode: maybeText,
  postingDays: z.array(z.int()),
  ratings: z.array(z.int()),
  grades: z.array(Grade),
  blocked: z.array(z.string()),
  skills: z.array(Held),
});
export type FactsRow = z.infer<typeof FactsRow>;

export const expertFacts = query(
  "experts/facts",
  { ids: z.array(z.string()), skills: z.array(z.string()), county: z.string(), year: z.int() },
  FactsRow,
);

const EverywhereRow = FactsRow.omit({
  institution: true,
  prefectureCode: true,
  postingDays: true,
  blocked: true,
}).extend({
  postings: z.array(z.object({ year: z.int(), days: z.int() })),
  blocked: z.array(z.object({ county: z.string(), reason: z.string() })),
  institutionPaired: z.array(z.string()),
  prefecturePaired: z.array(z.string()),
});
export type EverywhereRow = z.infer<typeof EverywhereRow>;

export const expertEverywhere = query("experts/everywhere", { id: z.string() }, EverywhereRow);

const HolderRow = z.object({
  expert: z.string(),
  skill: z.string(),
  level: z.int(),
  latitude: z.number(),
  longitude: z.number(),
  travelRadiusKm: z.int(),
});
export type HolderRow = z.infer<typeof HolderRow>;

export const expertsHolding = query("experts/holding", { skills: z.array(z.string()) }, HolderRow);

const Card = z.object({
  id: z.string(),
  name: z.string(),
  title: Title,
  onDuty: z.boolean(),
  demo: z.boolean(),
  institutionId: maybeText,
  institution: maybeText,
  county: maybeText,
  city: maybeText,
});
/** What a list shows of an expert. */
export type ExpertCard = z.infer<typeof Card>;

export const expertCards = query("experts/cards", { ids: z.array(z.string()) }, Card);

const Profile = Card.extend({
  pinyin: z.string(),
  serviceModes: Modes,
  travelRadiusKm: z.int(),
  daysPerYear: z.int(),
  latitude: z.number(),
  longitude: z.number(),
  about: z.string(),
  skills: z.array(Held),
  postings: z.array(
    z.object({
      id: z.string(),
      year: z.int(),
      days: z.int(),
      status: z.string(),
      county: z.string(),
    }),
  ),
  records: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      days: z.int(),
      mode: z.string(),
      summary: z.string(),
      rating: z.int().nullable(),
      county: z.string(),
    }),
  ),
  assessments: z.array(z.object({ year: z.int(), grade: Grade })),
  teams: z.array(z.object({ name: z.string(), year: z.int(), role: z.string() })),
});
export type ExpertProfile = z.infer<typeof Profile>;

export const expertById = query("experts/by-id", { id: z.string() }, Profile);

export const expertsNamed = query(
  "experts/named",
  { name: z.string(), limit: z.int() },
  Card.pick({ id: true, name: true, institution: true }),
);

export const expertNamesBegun = query(
  "experts/names-begun",
  { text: z.string(), signs: z.string(), limit: z.int() },
  Card.pick({ name: true }),
);

export const searchExpertIds = query(
  "experts/search",
  {
    words: z.string(),
    institution: z.string(),
    industries: z.array(z.string()),
    competence: z.string(),
    county: z.string(),
    after: z.string(),
    limit: z.int(),
  },
  z.object({ id: z.string(), key: z.string() }),
);
