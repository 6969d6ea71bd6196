import type { Sentence } from "../error.ts";
import type { Evidence, HeldSkill } from "../model/expert.ts";
import { type SkillKey, skillId } from "../model/vocabulary.ts";
import { TITLE_NAMES } from "./eligibility.ts";
import { proofSentence } from "./explanation.ts";
import type { ExpertFacts } from "./facts.ts";
import { type Matching, skillName } from "./matching.ts";

/** Something a ranking depends on that is no longer what it was. */
export interface FactChange {
  /** Which fact; a change of a skill names the skill beside it. */
  fact: keyof Omit<ExpertFacts, "id" | "skills"> | "skill" | "level" | "evidence";
  skill: SkillKey | null;
  before: unknown;
  after: unknown;
  sentence: Sentence;
}

/**
 * What changed between two readings of one expert, as far as it bears on the request: skills
 * that fit nothing asked are left aside.
 */
export function factChanges(
  matching: Matching,
  before: ExpertFacts,
  after: ExpertFacts,
): FactChange[] {
  return [...skillChanges(matching, before, after), ...plainChanges(before, after)];
}

type PlainFact = Exclude<FactChange["fact"], "skill" | "level" | "evidence">;
type Shown = (facts: ExpertFacts) => Sentence;

const both = (text: string | number): Sentence => ({ zh: String(text), en: String(text) });
const yesOrNo = (yes: boolean): Sentence =>
  yes ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };

/** What each plain fact is called, and how its value is shown. */
const PLAIN: Readonly<Record<PlainFact, { name: Sentence; shown: Shown }>> = {
  title: { name: { zh: "职称", en: "title" }, shown: ({ title }) => TITLE_NAMES[title] },
  onDuty: { name: { zh: "在岗", en: "on duty" }, shown: ({ onDuty }) => yesOrNo(onDuty) },
  serviceModes: {
    name: { zh: "服务方式", en: "service modes" },
    shown: ({ serviceModes }) => modes(serviceModes),
  },
  travelRadiusKm: {
    name: { zh: "可到范围（公里）", en: "travel radius in km" },
    shown: ({ travelRadiusKm }) => both(travelRadiusKm),
  },
  daysPerYear: {
    name: { zh: "每年准予天数", en: "days granted a year" },
    shown: ({ daysPerYear }) => both(daysPerYear),
  },
  committedDays: {
    name: { zh: "已安排天数", en: "days committed" },
    shown: ({ committedDays }) => both(committedDays),
  },
  currentPostings: {
    name: { zh: "在派", en: "current postings" },
    shown: ({ currentPostings }) => both(currentPostings),
  },
  county: {
    name: { zh: "所在县", en: "county of the base" },
    shown: ({ county }) => (county === null ? { zh: "省外", en: "outside" } : both(county)),
  },
  location: {
    name: { zh: "所在位置", en: "base" },
    shown: ({ location }) => both(`${location.latitude}, ${location.longitude}`),
  },
  observations: {
    name: { zh: "考核和评价", en: "assessments and ratings" },
    shown: ({ observations }) => observed(observations),
  },
  institutionPaired: {
    name: { zh: "派出单位与该县结对", en: "institution paired with the county" },
    shown: ({ institutionPaired }) => yesOrNo(institutionPaired),
  },
  prefecturePaired: {
    name: { zh: "单位所在市州与该县结对", en: "prefecture paired with the county" },
    shown: ({ prefecturePaired }) => yesOrNo(prefecturePaired),
  },
  blocked: {
    name: { zh: "回避", en: "blocked pair" },
    shown: ({ blocked }) => (blocked === null ? { zh: "无", en: "none" } : both(blocked)),
  },
};

const MODE_NAMES = {
  resident: { zh: "驻点", en: "resident" },
  circuit: { zh: "巡回", en: "circuit" },
  remote: { zh: "远程", en: "remote" },
} as const satisfies Record<ExpertFacts["serviceModes"][number], Sentence>;

const modes = (serviceModes: ExpertFacts["serviceModes"]): Sentence => ({
  zh: serviceModes.map((mode) => MODE_NAMES[mode].zh).join("、"),
  en: serviceModes.map((mode) => MODE_NAMES[mode].en).join(", "),
});

function observed({ count, sum }: ExpertFacts["observations"]): Sentence {
  const mean = count === 0 ? 0 : Math.round((sum / count) * 100) / 100;
  return { zh: `${count} 次，平均 ${mean}`, en: `${count}, on average ${mean}` };
}

const PLAIN_FACTS: readonly PlainFact[] = [
  "blocked",
  "onDuty",
  "title",
  "serviceModes",
  "county",
  "location",
  "travelRadiusKm",
  "daysPerYear",
  "committedDays",
  "currentPostings",
  "observations",
  "institutionPaired",
  "prefecturePaired",
];

const plainChanges = (before: ExpertFacts, after: ExpertFacts): FactChange[] =>
  PLAIN_FACTS.flatMap((fact) => {
    const { name, shown } = PLAIN[fact];
    const [was, is] = [shown(before), shown(after)];
    if (same(fact, before, after)) return [];
    const sentence = changed(name, was, is);
    return [{ fact, skill: null, before: before[fact], after: after[fact], sentence }];
  });

const same = (fact: PlainFact, before: ExpertFacts, after: ExpertFacts): boolean =>
  comparable(fact, before) === comparable(fact, after);

/** As text that is equal for equal facts, whatever order an engine gave lists and sums in. */
function comparable(fact: PlainFact, facts: ExpertFacts): string {
  switch (fact) {
    case "serviceModes":
      return [...facts.serviceModes].sort().join(" ");
    case "observations":
      return `${facts.observations.count} ${facts.observations.sum.toFixed(6)}`;
    case "location":
      return `${facts.location.latitude} ${facts.location.longitude}`;
    default:
      return String(facts[fact]);
  }
}

const changed = (name: Sentence, was: Sentence, is: Sentence): Sentence => ({
  zh: `${name.zh}：${was.zh} → ${is.zh}`,
  en: `${name.en}: ${was.en} → ${is.en}`,
});

function skillChanges(matching: Matching, before: ExpertFacts, after: ExpertFacts): FactChange[] {
  const [were, are] = [fittingSkills(matching, before), fittingSkills(matching, after)];
  const ids = [...new Set([...were.keys(), ...are.keys()])].sort();
  return ids.flatMap((id) => {
    const [was, is] = [were.get(id), are.get(id)];
    if (was && is) return [...levelChange(matching, was, is), ...evidenceChange(matching, was, is)];
    return existence(matching, was ?? null, is ?? null);
  });
}

const fittingSkills = ({ similarities }: Matching, { skills }: ExpertFacts) =>
  new Map(
    skills.map((skill) => [skillId(skill), skill] as const).filter(([id]) => similarities.has(id)),
  );

function existence({ rules }: Matching, was: HeldSkill | null, is: HeldSkill | null): FactChange[] {
  const held = is ?? was;
  if (!held) return [];
  const name = skillName(rules, held);
  const sentence = is
    ? {
        zh: `新增技能：${name.zh} ${is.level} 级`,
        en: `new skill: ${name.en} at level ${is.level}`,
      }
    : { zh: `不再有技能：${name.zh}`, en: `skill gone: ${name.en}` };
  const [before, after] = [was?.level ?? null, is?.level ?? null];
  return [{ fact: "skill", skill: key(held), before, after, sentence }];
}

function levelChange({ rules }: Matching, was: HeldSkill, is: HeldSkill): FactChange[] {
  if (was.level === is.level) return [];
  const name = skillName(rules, is);
  const sentence = changed(
    { zh: `${name.zh}等级`, en: `level of ${name.en}` },
    both(was.level),
    both(is.level),
  );
  return [{ fact: "level", skill: key(is), before: was.level, after: is.level, sentence }];
}

function evidenceChange({ rules }: Matching, was: HeldSkill, is: HeldSkill): FactChange[] {
  const gone = without(was.evidence, is.evidence);
  const added = without(is.evidence, was.evidence);
  if (gone.length + added.length === 0) return [];
  const name = skillName(rules, is);
  const texts = [
    ...added.map((proof) => marked(proofSentence(proof), { zh: "新增", en: "new" })),
    ...gone.map((proof) => marked(proofSentence(proof), { zh: "撤下", en: "gone" })),
  ];
  return [
    {
      fact: "evidence",
      skill: key(is),
      before: gone,
      after: added,
      sentence: {
        zh: `${name.zh}的证据：${texts.map(({ zh }) => zh).join("；")}`,
        en: `evidence of ${name.en}: ${texts.map(({ en }) => en).join("; ")}`,
      },
    },
  ];
}

const marked = (sentence: Sentence, mark: Sentence): Sentence => ({
  zh: `${mark.zh}${sentence.zh}`,
  en: `${mark.en} ${sentence.en}`,
});

const key = ({ industry, competence }: SkillKey): SkillKey => ({ industry, competence });

/** Those of `evidence` that are not among `others`. */
function without(evidence: readonly Evidence[], others: readonly Evidence[]): Evidence[] {
  const text = ({ kind, year, title }: Evidence) => `${year} ${kind} ${title}`;
  const known = new Set(others.map(text));
  return evidence.filter((proof) => !known.has(text(proof)));
}
