import type { Sentence } from "../error.ts";
import { USUAL_LEVEL } from "../model/need.ts";
import { type ChainStage, lineage, type SkillKey, type Vocabulary } from "../model/vocabulary.ts";
import { ofRank, type TeamPolicy } from "./policy.ts";

/** A competence that is asked for first where an industry is grown. */
interface UsualCompetence {
  competence: string;
  /** What it weighs beside the weightiest of its industry, in (0, 1]. */
  share: number;
}

/** By industry: what it asks for, the weightiest first. Narrower industries may have their own. */
export type UsualCompetences = ReadonlyMap<string, readonly UsualCompetence[]>;

/** That a county lives on an industry. */
interface GrownIndustry {
  industry: string;
  role: string;
  /** 1 is the most important of its role. */
  rank: number;
}

/** A published need of the county. */
export interface OpenNeed {
  code: string;
  urgent: boolean;
  /** Days since it was written. */
  ageDays: number;
  asked: readonly (SkillKey & { weight: number; level: number })[];
}

/** What an officer says a skill counts, whatever the county grows and asks; 0 = not at all. */
export interface AskedDemand extends SkillKey {
  weight: number;
}

/** Why a demand weighs something. */
export type DemandReason =
  | { kind: "industry"; industry: string; role: string; rank: number; weight: number }
  | { kind: "need"; code: string; urgent: boolean; weight: number }
  | { kind: "asked"; weight: number };

export interface ReasonedDemand extends SkillKey {
  /** "industry/competence" */
  id: string;
  stage: ChainStage;
  /** To one decimal. */
  weight: number;
  /** Level that is asked for, 1-5. */
  level: number;
  reasons: readonly DemandReason[];
}

export interface DemandSources {
  vocabulary: Vocabulary;
  policy: TeamPolicy["demand"];
  usual: UsualCompetences;
}

export interface CountyAsks {
  grown: readonly GrownIndustry[];
  needs: readonly OpenNeed[];
  asked: readonly AskedDemand[];
}

const demandId = ({ industry, competence }: SkillKey): string => `${industry}/${competence}`;

/**
 * What a county needs, the weightiest first: what its industries usually ask for, more the more
 * important they are, and what its open needs ask for, more when urgent and while new. What an
 * officer says of a skill stands in place of both. At most as many as the policy says; what the
 * officer asks for beyond comes beside them, so that nothing goes unsaid.
 */
export function demandsOf(sources: DemandSources, county: CountyAsks): ReasonedDemand[] {
  const gathered = new Map<string, Gathered>();
  const add = (skill: SkillKey, reason: DemandReason, level = USUAL_LEVEL) => {
    const id = demandId(skill);
    const { industry, competence } = skill;
    const before = gathered.get(id) ?? { industry, competence, level, reasons: [] };
    gathered.set(id, {
      ...before,
      level: Math.max(before.level, level),
      reasons: [...before.reasons, reason],
    });
  };
  for (const grown of county.grown) {
    for (const { skill, reason } of ofIndustry(sources, grown)) add(skill, reason);
  }
  for (const need of county.needs) {
    for (const { skill, reason, level } of ofNeed(sources.policy, need)) add(skill, reason, level);
  }
  const usual = [...gathered]
    .flatMap(([id, one]) => reasoned(sources.vocabulary, id, one))
    .sort(byWeight)
    .slice(0, sources.policy.most);
  const said = new Map(county.asked.map((one) => [demandId(one), one]));
  const asked = [...said].flatMap(([id, { weight, ...skill }]) => {
    const reasons: DemandReason[] = [{ kind: "asked", weight }];
    return reasoned(sources.vocabulary, id, { ...skill, level: USUAL_LEVEL, reasons });
  });
  return [...usual.filter(({ id }) => !said.has(id)), ...asked].sort(byWeight);
}

interface Gathered extends SkillKey {
  level: number;
  reasons: DemandReason[];
}

const byWeight = (one: ReasonedDemand, other: ReasonedDemand): number =>
  other.weight - one.weight || (one.id < other.id ? -1 : 1);

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** Skills that the vocabulary does not know, and those that weigh nothing, ask for nothing. */
function reasoned(
  { competences, industries }: Vocabulary,
  id: string,
  { industry, competence, level, reasons }: Gathered,
): ReasonedDemand[] {
  const stage = competences.get(competence)?.stage;
  const weight = tenths(reasons.reduce((sum, reason) => sum + reason.weight, 0));
  if (!(stage && industries.has(industry)) || weight === 0) return [];
  return [{ id, industry, competence, stage, weight, level, reasons }];
}

interface Asking {
  skill: SkillKey;
  reason: DemandReason;
  level?: number;
}

function ofIndustry(
  { vocabulary, policy, usual }: DemandSources,
  { industry, role, rank }: GrownIndustry,
): Asking[] {
  const leads = role === "leading";
  const most = ofRank(leads ? policy.leading : policy.specialty, rank);
  const count = ofRank(leads ? policy.leadingCompetences : policy.specialtyCompetences, rank);
  const nearest = lineage(vocabulary, industry).find((one) => usual.has(one)) ?? "";
  return (usual.get(nearest) ?? []).slice(0, count).map(({ competence, share }) => ({
    skill: { industry, competence },
    reason: { kind: "industry", industry, role, rank, weight: tenths(most * share) },
  }));
}

function ofNeed(
  policy: TeamPolicy["demand"],
  { code, urgent, ageDays, asked }: OpenNeed,
): Asking[] {
  const recency = 0.5 ** (Math.max(0, ageDays) / policy.needHalfLifeDays);
  const worth = policy.need * recency * (urgent ? policy.urgent : 1);
  return asked.map(({ weight, level, industry, competence }) => ({
    skill: { industry, competence },
    reason: { kind: "need", code, urgent, weight: tenths(worth * weight) },
    level,
  }));
}

/** Why a demand weighs what it weighs, a sentence for each reason. */
export function reasonSentence(vocabulary: Vocabulary, reason: DemandReason): Sentence {
  const { weight } = reason;
  switch (reason.kind) {
    case "industry": {
      const grown = vocabulary.industries.get(reason.industry);
      const role =
        reason.role === "leading" ? { zh: "主导", en: "leading" } : { zh: "特色", en: "specialty" };
      return {
        zh: `${role.zh}产业第 ${reason.rank} 位：${grown?.zh ?? reason.industry}（${weight}）`,
        en: `${role.en} industry no. ${reason.rank}: ${grown?.en ?? reason.industry} (${weight})`,
      };
    }
    case "need":
      return {
        zh: `${reason.urgent ? "紧急" : "公开"}需求 ${reason.code}（${weight}）`,
        en: `${reason.urgent ? "urgent" : "open"} need ${reason.code} (${weight})`,
      };
    case "asked":
      return { zh: `人工设定（${weight}）`, en: `set by hand (${weight})` };
  }
}
