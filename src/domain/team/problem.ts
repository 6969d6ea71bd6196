import { z } from "zod";
import { PROFESSIONAL_TITLES, titleRank } from "../model/expert.ts";

/** Where an expert's institution stands; `outside` = outside the province. */
export const TIERS = ["province", "prefecture", "county", "outside"] as const;
export type Tier = (typeof TIERS)[number];

/** The most of each that a problem may hold: a province has about 5,000 people to place. */
export const MOST_CANDIDATES = 20_000;
export const MOST_DEMANDS = 200;
export const MOST_PAIRS = 200_000;
export const MOST_RULES = 2_000;

const Id = z.string().min(1).max(120);
/** No amount of anything is larger. */
export const MOST_AMOUNT = 1e6;

const Amount = z.number().min(0).max(MOST_AMOUNT);
const Share = z.number().min(0).max(1);
const Count = z.int().min(0).max(1_000);
const Title = z.enum(PROFESSIONAL_TITLES);

/** A skill the county needs, at a stage of the chain, and how much it counts. */
const Demand = z.object({
  id: Id,
  /** How people call it. */
  name: z.object({ zh: z.string().min(1).max(300), en: z.string().min(1).max(300) }).optional(),
  industry: Id.optional(),
  stage: Id.optional(),
  competence: Id.optional(),
  weight: Amount,
});

const Candidate = z.object({
  id: Id,
  name: z.string().max(120).optional(),
  title: Title,
  tier: z.enum(TIERS),
  institution: Id,
  /** Code of the county the person is based in. */
  homeCounty: Id.optional(),
  freeDays: Amount,
  travelKm: Amount,
  /** Postings already held. */
  load: Amount,
  quality: Share,
  /** Fit on each demand, by its id; absent = 0. */
  covers: z.record(Id, Share),
});
export type Candidate = z.infer<typeof Candidate>;

/** Past co-work of two candidates, each pair once. */
const CoWorkPair = z.object({ a: Id, b: Id, strength: Amount });
export type CoWorkPair = z.infer<typeof CoWorkPair>;

/** What an objective is made with. */
export const ObjectiveWeights = z
  .object({
    /** What the first, second ... best member on a demand counts; never increasing. */
    depth: z.array(Share).min(1).max(10),
    quality: Amount,
    travelPerKm: Amount,
    loadPerPosting: Amount,
    cohesion: Amount,
    /** What each member of today's team who is not kept costs. */
    change: Amount,
  })
  .refine(
    ({ depth }) => depth.every((share, rank) => rank === 0 || share <= (depth[rank - 1] ?? 0)),
    {
      path: ["depth"],
      message: "must never increase",
      params: { zh: "不能递增" },
    },
  );
export type ObjectiveWeights = z.infer<typeof ObjectiveWeights>;

/** The rules a team may be under; one id may stand several times, and all of them hold. */
export const TeamRule = z.discriminatedUnion("id", [
  z.strictObject({ id: z.literal("size"), min: Count.optional(), max: Count.optional() }),
  z.strictObject({ id: z.literal("leader"), minTitle: Title }),
  z.strictObject({ id: z.literal("title"), minTitle: Title, minShare: Share }),
  z.strictObject({
    id: z.literal("tierShare"),
    tiers: z.array(z.enum(TIERS)).min(1).max(TIERS.length),
    minShare: Share.optional(),
    maxShare: Share.optional(),
  }),
  z.strictObject({ id: z.literal("outside"), maxShare: Share, minTitle: Title }),
  z.strictObject({ id: z.literal("institutionMax"), max: Count }),
  z.strictObject({ id: z.literal("institutionsMin"), min: Count }),
  z.strictObject({
    id: z.literal("demandMin"),
    demand: Id,
    min: Count,
    fitAtLeast: z.number().gt(0).max(1),
  }),
  /** An extension of the format: how far the demands are covered, by their weights, or one is. */
  z.strictObject({ id: z.literal("coverageMin"), demand: Id.optional(), min: Share }),
  z.strictObject({ id: z.literal("freeDays"), min: Amount }),
  z.strictObject({ id: z.literal("blockedPair"), a: Id, b: Id }),
]);
export type TeamRule = z.infer<typeof TeamRule>;
export type RuleOf<Name extends TeamRule["id"]> = Extract<TeamRule, { id: Name }>;

/**
 * One team to compose from one list of candidates: the fixed format `ketepai-team-problem`,
 * version 1. Which values are allowed beside each other is checked by `readProblem`.
 */
export const TeamProblem = z.object({
  format: z.literal("ketepai-team-problem"),
  version: z.literal(1),
  name: z.string().max(200),
  /** Where the rules come from and the county served: for information. */
  preset: z.string().max(200).optional(),
  county: z.string().max(200).optional(),
  demands: z.array(Demand).max(MOST_DEMANDS),
  candidates: z.array(Candidate).max(MOST_CANDIDATES),
  pairs: z.array(CoWorkPair).max(MOST_PAIRS),
  policy: ObjectiveWeights,
  /** Today's members, when a team is renewed; they are candidates too. */
  current: z.array(Id).max(1_000).optional(),
  rules: z.array(TeamRule).max(MOST_RULES),
  /** Who must be in the team. */
  pins: z.array(Id).max(1_000),
  /** Who may not be in the team. */
  excludes: z.array(Id).max(MOST_CANDIDATES),
});
export type TeamProblem = z.infer<typeof TeamProblem>;

/** Whether a title is this one or higher. */
export const reaches = (title: Candidate["title"], least: Candidate["title"]): boolean =>
  titleRank(title) >= titleRank(least);
