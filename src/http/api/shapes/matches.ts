import type { z } from "zod";
import { PART_NAMES } from "../../../domain/matching/explanation.ts";
import type { WhyNotExplanation } from "../../../usecases/explain-why-not.ts";
import type { Opening, Openings } from "../../../usecases/find-openings.ts";
import type { Explained, ListedExpert } from "../../../usecases/loading/listing.ts";
import type { Recommendations } from "../../../usecases/recommend-experts.ts";
import type * as schema from "../schemas/matches.ts";
import { type Audience, said } from "./audience.ts";
import { askedJson, evidenceJson, expertBriefJson, heldJson, noticeJson } from "./parts.ts";
import { askBackJson, understandingJson } from "./tags.ts";

/**
 * Matches as JSON. The command line prints exactly what the API answers, so both take it from
 * here.
 */

function judgementJson(judged: Explained, audience: Audience) {
  return {
    score: judged.score,
    parts: judged.parts.map(({ part, points, max, sentence }) => ({
      part,
      points,
      max,
      name: said(audience, PART_NAMES[part]),
      sentence: said(audience, sentence),
    })),
    matched: judged.matched.map(({ asked, held, fit, evidence }) => ({
      asked: askedJson(asked, audience),
      held: heldJson(held, audience),
      fit,
      evidence: evidence.map((one) => evidenceJson(one, audience)),
    })),
    missing: judged.missing.map((asked) => askedJson(asked, audience)),
    distanceKm: judged.distanceKm,
    lacks: judged.lacks.map((sentence) => said(audience, sentence)),
    refusals: judged.refusals.map(({ code, sentence }) => ({
      code,
      sentence: said(audience, sentence),
    })),
  };
}

export const recommendationJson = (
  { expert, ...judged }: ListedExpert,
  audience: Audience,
): z.infer<typeof schema.Recommendation> => ({
  expert: expertBriefJson(expert, audience),
  ...judgementJson(judged, audience),
});

/** Who is recommended, as `recommend --json` prints it. */
export const recommendationsJson = (
  value: Recommendations,
  audience: Audience,
): z.infer<typeof schema.Recommendations> => ({
  need: value.need && { id: value.need.id, code: value.need.code },
  asked: value.asked.map((asked) => askedJson(asked, audience)),
  askBack: value.askBack.map((one) => askBackJson(one, audience)),
  recommendations: value.recommendations.map((one) => recommendationJson(one, audience)),
  abstained: value.abstained && {
    code: value.abstained.code,
    reason: said(audience, value.abstained.reason),
    nearest: value.abstained.nearest.map((one) => recommendationJson(one, audience)),
  },
  policy: value.policy,
  county: { code: value.county.code, name: value.county.name },
  text: value.text,
  tags: understandingJson(value.understanding, audience),
  notices: value.notices.map((code) => noticeJson(code, audience)),
});

/** Why an expert is not listed, as `why-not --json` prints it. */
export const whyNotJson = (
  value: WhyNotExplanation,
  audience: Audience,
): z.infer<typeof schema.WhyNot> => ({
  need: value.need && { id: value.need.id, code: value.need.code },
  county: { code: value.county.code, name: value.county.name },
  askBack: value.askBack.map((one) => askBackJson(one, audience)),
  answer: value.answer,
  sentence: said(audience, value.sentence),
  lost: value.lost.map(({ part, points, against }) => ({
    part,
    name: said(audience, PART_NAMES[part]),
    points,
    against,
  })),
  candidate: value.asked && recommendationJson(value.asked, audience),
  lastListed: value.last && recommendationJson(value.last, audience),
  policy: value.policy,
});

function openingJson({ need, county, ...judged }: Opening, audience: Audience) {
  const { id, code, text, urgent, days, year, demo } = need;
  return {
    need: { id, code, text, urgent, days, year, demo },
    county: { code: county.code, name: county.name },
    ...judgementJson(judged, audience),
  };
}

/** Needs that fit an expert, as `openings --json` prints them. */
export const openingsJson = (
  value: Openings,
  audience: Audience,
): z.infer<typeof schema.Openings> => ({
  expert: expertBriefJson(value.expert, audience),
  openings: value.openings.map((one) => openingJson(one, audience)),
  refused: value.refused.map((one) => openingJson(one, audience)),
  policy: value.policy,
});
