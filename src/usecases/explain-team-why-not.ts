import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { Sentence } from "../domain/error.ts";
import type { TeamAnswer } from "../domain/team/answer.ts";
import { candidateRefusals, candidateSentence } from "../domain/team/candidates.ts";
import { applyChanges } from "../domain/team/change.ts";
import type { Following } from "../domain/team/composer.ts";
import { keepsOut } from "../domain/team/eligible.ts";
import { OBJECTIVE_TOLERANCE } from "../domain/team/objective.ts";
import { readProblem } from "../domain/team/read-problem.ts";
import { wording } from "../domain/team/rule-sentences.ts";
import type { Context } from "./context.ts";
import { expertIdOf, missing } from "./loading/naming.ts";
import { peopleOfAnswer } from "./loading/team-answer.ts";
import { type TeamPerson, teamPeopleOf } from "./loading/team-people.ts";
import { type AskedTeam, askedTeam, composeRequest, TeamAsked } from "./loading/team-request.ts";

export const ExplainTeamWhyNot = TeamAsked.extend({
  /** Id, or a name that only one bears. */
  expert: z.string().trim().min(1).max(100),
});

export interface TeamWhyNot {
  county: { code: string; name: string };
  expert: TeamPerson;
  /** `not_eligible`: no team may hold them; `member`: they are in the best team already. */
  kind: "not_eligible" | "member" | "worse" | "as_good" | "impossible" | "unknown";
  sentence: Sentence;
  /** The best team, and the best with the expert forced in; null when that was not asked. */
  best: TeamAnswer | null;
  forced: TeamAnswer | null;
  /** What the best team is worth more; null without two teams. */
  loses: number | null;
  /** Everybody the two teams name. */
  people: TeamPerson[];
}

/** Why somebody is not in a county's best team: what it would be with them, or why it cannot. */
export async function explainTeamWhyNot(
  context: Context,
  { expert: name, ...asking }: z.output<typeof ExplainTeamWhyNot>,
  how: Following = {},
): Promise<TeamWhyNot> {
  permit(context.actor, "team.read");
  const id = await expertIdOf(context, name);
  const asked = await askedTeam(context, asking);
  const [expert] = await teamPeopleOf(context, asked, [id]);
  if (!expert) throw missing("expert", name);
  const { code, name: countyName } = asked.county;
  const about = { county: { code, name: countyName }, expert };
  const barred = barredBy(asked, id);
  if (barred) {
    const none = { best: null, forced: null, loses: null, people: [expert] };
    return { ...about, kind: "not_eligible", sentence: barred, ...none };
  }
  const compose = (problem: AskedTeam["changed"]) =>
    context.composer.compose(
      composeRequest(asked.preset, problem, { timeLimit: asking.timeLimit }),
      how,
    );
  const best = await compose(asked.changed);
  const forced = await compose(readProblem(applyChanges(asked.changed, [{ kind: "pin", id }])));
  const named = [id, ...peopleOfAnswer(best), ...peopleOfAnswer(forced)];
  return {
    ...about,
    ...judged(best, forced, id),
    ...{ best, forced },
    people: await teamPeopleOf(context, asked, named),
  };
}

/** Why no team may hold somebody; null when one may. */
function barredBy({ desk, roster, changed }: AskedTeam, id: string): Sentence | null {
  const person = roster.byId.get(id);
  const [refusal] = person ? candidateRefusals(desk, person) : [];
  if (refusal) return candidateSentence(refusal);
  if (changed.excludes.includes(id)) return { zh: "已被排除", en: "is excluded" };
  const candidate = changed.candidates.find((one) => one.id === id);
  const rule = candidate && changed.rules.find((one) => keepsOut(one, candidate));
  if (!rule) return null;
  const { zh, en } = wording(changed, rule);
  return { zh: `不合规则“${zh}”`, en: `breaks the rule "${en}"` };
}

function judged(
  best: TeamAnswer,
  forced: TeamAnswer,
  id: string,
): Pick<TeamWhyNot, "kind" | "sentence" | "loses"> {
  if (best.members.some((member) => member.id === id)) {
    const sentence = { zh: "已在最优团队中", en: "is in the best team" };
    return { kind: "member", sentence, loses: 0 };
  }
  if (best.shortfall === null && forced.shortfall !== null) {
    const sentence = {
      zh: "加入后没有团队能达到要求的覆盖",
      en: "with them no team reaches the coverage that is asked for",
    };
    return { kind: forced.shortfall.proven ? "impossible" : "unknown", sentence, loses: null };
  }
  if (forced.status === "infeasible") {
    return {
      kind: "impossible",
      sentence: {
        zh: "加入后没有任何团队能满足全部规则",
        en: "with them no team keeps all the rules",
      },
      loses: null,
    };
  }
  if (best.objective === null || forced.objective === null) {
    const sentence = { zh: "时限内没有得出结论", en: "the time was too short to tell" };
    return { kind: "unknown", sentence, loses: null };
  }
  const loses = best.objective - forced.objective;
  if (loses <= OBJECTIVE_TOLERANCE) {
    const sentence = {
      zh: "有一支含此人的团队同样好",
      en: "there is a team with them that is as good",
    };
    return { kind: "as_good", sentence, loses };
  }
  const points = Math.round(loses * 100) / 100;
  return {
    kind: "worse",
    sentence: {
      zh: `加入后最优团队的总值少 ${points}`,
      en: `the best team with them is worth ${points} less`,
    },
    loses,
  };
}
