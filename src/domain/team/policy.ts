import { z } from "zod";
import { ObjectiveWeights } from "./problem.ts";

const Share = z.number().min(0).max(1);
const Weight = z.number().min(0).max(100);

/** By rank in its role, the most important first; those further down count as the last. */
const ByRank = <Value extends z.ZodType<number>>(value: Value) => z.array(value).min(1).max(10);

const Count = z.int().min(0).max(10);

/** The numbers a team problem is made with: named, versioned, and stored with every draft. */
export const TeamPolicy = z.strictObject({
  /** "name@version"; what a version says never changes. */
  name: z.string().regex(/^[a-z][a-z-]*@[1-9]\d*$/),
  objective: ObjectiveWeights,
  demand: z.strictObject({
    /** What the weightiest competence of an industry weighs, by the industry's role and rank. */
    leading: ByRank(Weight),
    specialty: ByRank(Weight),
    /** How many competences of an industry are asked for, by role and rank. */
    leadingCompetences: ByRank(Count),
    specialtyCompetences: ByRank(Count),
    /** What an open need adds to a competence that is all it asks for. */
    need: Weight,
    /** How many times as much when it is urgent. */
    urgent: z.number().min(1).max(10),
    /** Days after which a need adds half. */
    needHalfLifeDays: z.number().positive(),
    /** The most demands of a county; the lightest are left out. */
    most: z.int().min(1).max(200),
  }),
  people: z.strictObject({
    /** A fit below this counts as none. */
    leastFit: Share,
    /** What a fit without any proof counts; the best proof leaves it whole. */
    evidenceFloor: Share,
    /** Shares of the quality of a person; they sum to 1. */
    quality: z
      .strictObject({ trackRecord: Share, title: Share, evidence: Share })
      .refine(({ trackRecord, title, evidence }) => sumsToOne(trackRecord + title + evidence), {
        message: "must sum to 1",
        params: { zh: "之和应为 1" },
      }),
    titles: z.strictObject({
      junior: Share,
      intermediate: Share,
      associate: Share,
      senior: Share,
    }),
  }),
  coWork: z.strictObject({
    /** What is left to gain after each time two worked together: strength = 1 - this ^ times. */
    leftPerTime: Share,
    /** Years after which past co-work counts half. */
    halfLifeYears: z.number().positive(),
  }),
});
export type TeamPolicy = z.infer<typeof TeamPolicy>;

const sumsToOne = (sum: number): boolean => Math.abs(sum - 1) < 1e-9;

/** The value of a rank, from 1. */
export const ofRank = (values: readonly number[], rank: number): number =>
  values[Math.min(rank, values.length) - 1] ?? 0;
