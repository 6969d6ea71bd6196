import { readData } from "../../../src/data/files.node.ts";
import { readMatchingRules } from "../../../src/data/policies.ts";
import { readVocabulary } from "../../../src/data/vocabulary.ts";
import type { ExpertFacts, MatchRequest } from "../../../src/domain/matching/facts.ts";
import {
  EVIDENCE_KINDS,
  PROFESSIONAL_TITLES,
  SERVICE_MODES,
} from "../../../src/domain/model/expert.ts";
import { fc } from "../../support/properties.ts";

export const vocabulary = readVocabulary(readData);
export const rules = readMatchingRules(readData, vocabulary);

/** Paozhou: a county centre in the west of the province. */
const county = { code: "433125", location: { latitude: 28.7, longitude: 109.65 } };

export const request: MatchRequest = {
  asked: [{ industry: "ponkan", competence: "plant-disease", weight: 1, level: 3 }],
  county: county.code,
  location: county.location,
  year: 2026,
  days: 10,
  allowsRemote: false,
  minimumTitle: null,
};

/** Somebody with every reason to be sent but no skill. */
export const expert: ExpertFacts = {
  id: "exp_1",
  title: "associate",
  onDuty: true,
  serviceModes: ["resident", "circuit"],
  travelRadiusKm: 600,
  daysPerYear: 60,
  committedDays: 0,
  currentPostings: 0,
  county: "430102",
  location: { latitude: 28.18, longitude: 113.08 },
  observations: { count: 0, sum: 0 },
  institutionPaired: false,
  prefecturePaired: false,
  blocked: null,
  skills: [],
};

/** Few enough of each that skills often meet, and near ones of every kind are among them. */
const skillKey = fc.record({
  industry: fc.constantFrom(
    "ponkan",
    "navel-orange",
    "citrus",
    "peach",
    "fruit",
    "crops",
    "rice",
    "maize",
    "rapeseed",
    "pig",
    "chicken",
    "bees",
  ),
  competence: fc.constantFrom(
    "plant-disease",
    "plant-pest",
    "green-control",
    "nutrition",
    "soil",
    "cultivation",
    "pruning",
    "animal-disease",
    "branding",
    "e-commerce",
  ),
});
const bySkill = {
  selector: ({ industry, competence }: { industry: string; competence: string }) =>
    `${industry} ${competence}`,
};

const level = fc.integer({ min: 1, max: 5 });

const evidence = fc.record({
  kind: fc.constantFrom(...EVIDENCE_KINDS),
  year: fc.integer({ min: 2000, max: 2027 }),
  title: fc.constantFrom("甲", "乙", "丙"),
});

export const heldSkills = fc
  .uniqueArray(fc.tuple(skillKey, level, fc.array(evidence, { maxLength: 3 })), {
    selector: ([key]) => bySkill.selector(key),
    maxLength: 6,
  })
  .map((skills) => skills.map(([key, held, proof]) => ({ ...key, level: held, evidence: proof })));

const location = fc.record({
  latitude: fc.double({ min: 24, max: 31, noNaN: true }),
  longitude: fc.double({ min: 108, max: 115, noNaN: true }),
});

const observations = fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 6 }).map((values) => ({
  count: values.length,
  sum: values.reduce((sum, value) => sum + value / 10, 0),
}));

export const facts: fc.Arbitrary<ExpertFacts> = fc.record({
  id: fc.integer({ min: 1, max: 60 }).map((number) => `exp_${number}`),
  title: fc.constantFrom(...PROFESSIONAL_TITLES),
  onDuty: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constant(false)),
  serviceModes: fc.uniqueArray(fc.constantFrom(...SERVICE_MODES), { minLength: 1 }),
  travelRadiusKm: fc.integer({ min: 0, max: 900 }),
  daysPerYear: fc.integer({ min: 0, max: 60 }),
  committedDays: fc.integer({ min: 0, max: 60 }),
  currentPostings: fc.integer({ min: 0, max: 4 }),
  county: fc.constantFrom("433125", "430102", null),
  location,
  observations,
  institutionPaired: fc.boolean(),
  prefecturePaired: fc.boolean(),
  blocked: fc.option(fc.constant("近亲任职"), { freq: 8 }),
  skills: heldSkills,
});

export const requests: fc.Arbitrary<MatchRequest> = fc
  .record({
    asked: fc.uniqueArray(
      fc.record({ key: skillKey, weight: fc.integer({ min: 1, max: 9 }), level }),
      { selector: ({ key }) => bySkill.selector(key), minLength: 1, maxLength: 4 },
    ),
    days: fc.integer({ min: 1, max: 30 }),
    allowsRemote: fc.boolean(),
    minimumTitle: fc.option(fc.constantFrom(...PROFESSIONAL_TITLES)),
  })
  .map(({ asked, ...rest }) => {
    const sum = asked.reduce((total, { weight }) => total + weight, 0);
    return {
      ...request,
      ...rest,
      asked: asked.map(({ key, ...one }) => ({ ...key, ...one, weight: one.weight / sum })),
    };
  });

/** Experts with ids of their own, in any order. */
export const people = (most: number): fc.Arbitrary<ExpertFacts[]> =>
  fc.uniqueArray(facts, { selector: ({ id }) => id, maxLength: most });

/** Experts who mostly know something of orchards and may mostly be sent, so that many compete. */
export const orchardists: fc.Arbitrary<ExpertFacts[]> = fc
  .tuple(
    fc.array(facts, { minLength: 20, maxLength: 50 }),
    fc.array(fc.record({ near: skillKey, level, sent: fc.boolean() }), {
      minLength: 50,
      maxLength: 50,
    }),
  )
  .map(([experts, gifts]) =>
    experts.map((one, index) => {
      const gift = gifts[index];
      const skill = {
        industry: ["ponkan", "citrus", "peach"][index % 3] ?? "fruit",
        competence: gift?.near.competence ?? "soil",
        level: gift?.level ?? 1,
        evidence: one.skills[0]?.evidence ?? [],
      };
      const able = { travelRadiusKm: 900, committedDays: 0, blocked: null, skills: [skill] };
      return {
        ...one,
        ...(gift?.sent || index % 3 === 0 ? able : {}),
        id: `exp_${(index * 7) % 50}`,
      };
    }),
  );
