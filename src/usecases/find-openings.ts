import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { coverageOf, leastCoveragePoints } from "../domain/matching/abstention.ts";
import { type Matching, prepareMatching } from "../domain/matching/matching.ts";
import { isEligible, type Judged, judge } from "../domain/matching/ranking.ts";
import { skillsServedBy } from "../domain/matching/served-skills.ts";
import { skillId } from "../domain/model/vocabulary.ts";
import { maskContacts } from "../domain/privacy/personal.ts";
import { wholeNumber } from "../domain/whole-number.ts";
import { type ExpertCard, expertCards, expertEverywhere } from "../graph/queries/experts.ts";
import { type OpenNeedRow, openNeedsAsking } from "../graph/queries/needs.ts";
import type { Context } from "./context.ts";
import { factsAnywhere, heldSkill } from "./loading/facts.ts";
import { type Explained, explained } from "./loading/listing.ts";
import { countyOf, expertIdOf, missing } from "./loading/naming.ts";
import { requestOfNeed } from "./loading/request.ts";

export const FindOpenings = z.object({
  expert: z.string().trim().min(1).max(100),
  limit: wholeNumber(1, 50).default(10),
});

/** A published need, scored for one expert. */
export interface Opening extends Explained {
  need: Pick<OpenNeedRow, "id" | "code" | "text" | "urgent" | "days" | "year" | "demo">;
  county: { code: string; name: string };
}

export interface Openings {
  expert: ExpertCard;
  /** Best first. */
  openings: Opening[];
  /** Needs that fit in skills but cannot be served, e.g. too far away; best first, with the reasons. */
  refused: Opening[];
  policy: string;
}

/** Far more published needs than one expert's skills are asked for in. */
const MOST = 5_000;

/** Which published needs fit an expert, best first: the same parts and reasons as the other way round. */
export async function findOpenings(
  context: Context,
  { expert: name, limit }: z.infer<typeof FindOpenings>,
): Promise<Openings> {
  permit(context.actor, "match.read");
  const { graph, reference } = context;
  const id = await expertIdOf(context, name);
  const [card] = await graph.all(expertCards, { ids: [id] });
  const row = await graph.maybe(expertEverywhere, { id });
  if (!(card && row)) throw missing("expert", name);

  const served = skillsServedBy(reference.rules, row.skills.map(heldSkill));
  const needs = await graph.all(openNeedsAsking, { skills: served.map(skillId), limit: MOST });
  const factsFor = factsAnywhere(row);
  const judged = needs
    .map((need) => judgeNeed(context, need, factsFor))
    .filter(({ enough }) => enough)
    .toSorted(byFit);
  const refused = judged.filter((one) => !isEligible(one));
  return {
    expert: card,
    openings: judged.filter(isEligible).slice(0, limit).map(openingOf),
    refused: refused.slice(0, limit).map(openingOf),
    policy: reference.rules.policy.name,
  };
}

interface JudgedNeed extends Judged {
  matching: Matching;
  need: OpenNeedRow;
  county: { code: string; name: string };
  /** Covers enough for a recommendation. */
  enough: boolean;
}

function judgeNeed(
  context: Context,
  need: OpenNeedRow,
  factsFor: ReturnType<typeof factsAnywhere>,
): JudgedNeed {
  const request = requestOfNeed(context, need);
  const matching = prepareMatching(context.reference.rules, request);
  const judged = judge(matching, factsFor(request));
  const { code, name } = countyOf(context, need.county);
  const enough = coverageOf(judged) >= leastCoveragePoints(matching);
  return { ...judged, matching, need, county: { code, name }, enough };
}

const byFit = (one: JudgedNeed, other: JudgedNeed): number =>
  other.scored.score - one.scored.score || (one.need.id < other.need.id ? -1 : 1);

function openingOf({ need, county, matching, ...judged }: JudgedNeed): Opening {
  const { id, code, text, urgent, days, year, demo } = need;
  return {
    ...explained(matching, judged),
    need: { id, code, text: maskContacts(text), urgent, days, year, demo },
    county,
  };
}
