/**
 * What an industry was read by, from the surest:
 * - "named", "variety", "within": by its name; by a variety, breed or animal word; by a problem
 *   that holds its name (番茄青枯病);
 * - "slip": by words typed with a character of the same sound;
 * - "implied": by words that occur in it alone;
 * - "likeness": no word names it, but texts so worded ask for it.
 */
export const INDUSTRY_GROUNDS = [
  "named",
  "variety",
  "within",
  "slip",
  "implied",
  "likeness",
] as const;

/**
 * What a competence was read by, from the surest:
 * - "asked", "likely": a word that names it, or names it among others;
 * - "wished", "hinted": a work beside a word of need, or where nothing else is asked;
 * - "sign", "further-sign": the likeliest cause of symptoms, and further ones;
 * - "likeness": no word names it, but texts so worded ask for it;
 * - "vague": a remedy is wanted; "back-off": described, not understood;
 * - "loose": of any kind, but no industry is known.
 */
export const COMPETENCE_GROUNDS = [
  "asked",
  "likely",
  "wished",
  "hinted",
  "sign",
  "further-sign",
  "likeness",
  "vague",
  "back-off",
  "loose",
] as const;

export type IndustryGround = (typeof INDUSTRY_GROUNDS)[number];
export type CompetenceGround = (typeof COMPETENCE_GROUNDS)[number];
export type Ground = IndustryGround | CompetenceGround;

/** How often a tag was right that was read by each ground, in (0, 1): measured on labelled texts. */
export type Confidences = ReadonlyMap<Ground, number>;

/** Of a ground that was never met. */
const UNMEASURED = 0.5;

export const confidenceOf = (confidences: Confidences, ground: Ground): number =>
  confidences.get(ground) ?? UNMEASURED;

/** The surer of two grounds of one competence. */
export const surer = (one: CompetenceGround, other: CompetenceGround): CompetenceGround =>
  COMPETENCE_GROUNDS.indexOf(one) <= COMPETENCE_GROUNDS.indexOf(other) ? one : other;
