import { z } from "zod";

/** The named parts of a score, in the order they are shown. */
export const PARTS = [
  "coverage",
  "evidence",
  "proximity",
  "availability",
  "trackRecord",
  "pairing",
] as const;
export type PartName = (typeof PARTS)[number];

/** What the points of all parts sum to: the score of somebody who is perfect in everything. */
const FULL_SCORE = 10_000;

const Points = z.int().min(0);
const Share = z.number().min(0).max(1);
/** A factor above 0: what is similar, or held back by a posting, is never wiped out. */
const Factor = z.number().gt(0).max(1);

/** The numbers a score is made with: named, versioned, and stored with every run. */
export const Policy = z
  .strictObject({
    /** "name@version", e.g. "default@1"; what a version says never changes. */
    name: z.string().regex(/^[a-z][a-z-]*@[1-9]\d*$/),
    /** The most points of each part; they sum to 10,000. */
    points: z.strictObject({
      coverage: Points,
      evidence: Points,
      proximity: Points,
      availability: Points,
      trackRecord: Points,
      pairing: Points,
    }),
    similarity: z.strictObject({
      /** For each step the held industry is narrower than the asked one. */
      narrower: Factor,
      /** For each step the held industry is broader than the asked one. */
      broader: Factor,
      /** Both industries lie directly below the same one. */
      sibling: Factor,
      /** A grandparent is shared, and the competence carries over. */
      cousin: Factor,
      /** The industries are named kin in different branches of the tree; 0 = other branches are strangers. */
      kindred: Share,
      /** The competences are named neighbours. */
      neighbour: Factor,
    }),
    evidence: z.strictObject({
      /** Years after which a proof counts half. */
      halfLifeYears: z.number().positive(),
      /** What a proof of each kind counts in the year of the service. */
      kinds: z.strictObject({
        service: Share,
        variety: Share,
        patent: Share,
        paper: Share,
        title: Share,
      }),
    }),
    proximity: z.strictObject({
      /** Kilometres over which proximity falls to 1/e. */
      scaleKm: z.number().positive(),
      /** The least for somebody who serves from afar, where that is allowed. */
      remoteFloor: Share,
    }),
    availability: z.strictObject({
      /** What each current posting leaves of the availability. */
      keptPerPosting: Factor,
    }),
    trackRecord: z.strictObject({
      /** Where a newcomer stands. */
      prior: Share,
      /** How many observations the prior counts as much as. */
      priorWeight: z.number().positive(),
    }),
    /** The share of the coverage points that somebody must reach, or nobody is recommended. */
    abstainBelow: Share,
  })
  .refine(({ points }) => PARTS.reduce((sum, part) => sum + points[part], 0) === FULL_SCORE, {
    path: ["points"],
    message: `the points of all parts must sum to ${FULL_SCORE}`,
  });
export type Policy = z.infer<typeof Policy>;
