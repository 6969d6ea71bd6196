import { describe, expect, it } from "vitest";
import { readData } from "../../../src/data/files.node.ts";
import { readMatchingRules } from "../../../src/data/policies.ts";
import { readTeamReference } from "../../../src/data/presets.ts";
import { readVocabulary } from "../../../src/data/vocabulary.ts";
import { skillId } from "../../../src/domain/model/vocabulary.ts";
import { buildProblem } from "../../../src/domain/team/build-problem.ts";
import {
  type CandidateSetting,
  candidateDesk,
  candidateOf,
  candidateRefusals,
  candidateSentence,
  pairsAmong,
} from "../../../src/domain/team/candidates.ts";
import { demandsOf } from "../../../src/domain/team/demand.ts";
import { readProblem } from "../../../src/domain/team/read-problem.ts";
import type { RosterPerson } from "../../../src/domain/team/roster.ts";

const vocabulary = readVocabulary(readData);
const { policies, usual, presets } = readTeamReference(readData, vocabulary);
const policy = policies.get("team-default@1");
const preset = presets.get("hunan-county-team");
if (!(policy && preset)) throw new Error("the reference is not there");

const tea = { industry: "tea", role: "leading", rank: 1 };
const demands = demandsOf(
  { vocabulary, policy: policy.demand, usual },
  { grown: [tea], needs: [], asked: [] },
);
const here = { latitude: 28.7, longitude: 109.66 };

const setting: CandidateSetting = {
  ...{ rules: readMatchingRules(readData, vocabulary), policy, demands, oneTeamOnly: true },
  place: { county: "433125", location: here, year: 2026, days: 15, blocked: new Map() },
  commitments: { postings: new Map(), seats: new Map() },
};

const person = (more: Partial<RosterPerson> = {}): RosterPerson => ({
  ...{ id: "exp_1", name: "林秋月", title: "senior", onDuty: true, serviceModes: ["circuit"] },
  ...{ travelRadiusKm: 100, daysPerYear: 60, county: "433101" },
  location: { latitude: 28.3, longitude: 109.74 },
  institution: { id: "inst_1", name: "茶叶所", tier: "province" },
  observations: { count: 0, sum: 0 },
  skills: [
    { skill: skillId({ industry: "tea", competence: "plant-pest" }), level: 3, strength: 1 },
  ],
  ...more,
});

const seat = (county: string, days = 10) => ({
  ...{ expert: "exp_1", team: "team_1", name: "龙山县服务团", county, days },
});
const withSeat = (county: string): CandidateSetting => ({
  ...setting,
  commitments: {
    postings: new Map([["exp_1", { count: 1, days: 20 }]]),
    seats: new Map([["exp_1", [seat(county)]]]),
  },
});

describe("A candidate", () => {
  const desk = candidateDesk(setting);

  it("covers what is held, near skills less, little ones not at all", () => {
    const { covers } = candidateOf(desk, person());
    expect(covers["tea/plant-pest"]).toBe(1);
    expect(covers["tea/processing"]).toBeUndefined();
    const weak = person({
      skills: [{ skill: "skill_tea_plant-pest", level: 1, strength: 0 }],
    });
    expect(candidateOf(desk, weak).covers["tea/plant-pest"]).toBeUndefined();
  });

  it("counts a skill without proof 0.82 of one with the best proof", () => {
    const unproven = person({
      skills: [{ skill: "skill_tea_plant-pest", level: 3, strength: 0 }],
    });
    expect(candidateOf(desk, unproven).covers["tea/plant-pest"]).toBe(0.82);
  });

  it("has the days left that postings and teams of other counties do not take", () => {
    const other = candidateOf(candidateDesk(withSeat("433130")), person());
    expect(other).toMatchObject({ freeDays: 30, load: 2 });
    const own = candidateOf(candidateDesk(withSeat("433125")), person());
    expect(own).toMatchObject({ freeDays: 40, load: 1 });
  });

  it("stands at its institution's tier, or where it lives without one", () => {
    expect(candidateOf(desk, person()).tier).toBe("province");
    expect(candidateOf(desk, person({ institution: null })).tier).toBe("county");
    const abroad = candidateOf(desk, person({ institution: null, county: null }));
    expect(abroad.tier).toBe("outside");
    expect(abroad.homeCounty).toBeUndefined();
  });
});

describe("Who is no candidate", () => {
  const blockedSetting: CandidateSetting = {
    ...setting,
    place: { ...setting.place, blocked: new Map([["exp_1", "亲属任职"]]) },
  };

  it.each<[string, string, { where?: CandidateSetting; who?: Partial<RosterPerson> }]>([
    ["is blocked from the county", "亲属任职", { where: blockedSetting }],
    ["is not on duty", "不在岗", { who: { onDuty: false } }],
    ["serves from afar only", "远程", { who: { serviceModes: ["remote"] } }],
    ["lives outside the travel radius", "超出可到范围", { who: { travelRadiusKm: 20 } }],
    ["is in another team where one is the most", "龙山县服务团", { where: withSeat("433130") }],
  ])("%s, and the sentence says so", (_, words, { where = setting, who = {} }) => {
    const [refusal] = candidateRefusals(candidateDesk(where), person(who));
    expect(refusal && candidateSentence(refusal).zh).toContain(words);
  });

  it("who lacks only free days or a title stays one: the rules keep them out", () => {
    const busy = person({ daysPerYear: 0, title: "junior" });
    expect(candidateRefusals(candidateDesk(setting), busy)).toEqual([]);
    const two = { ...withSeat("433130"), oneTeamOnly: false };
    expect(candidateRefusals(candidateDesk(two), person())).toEqual([]);
    expect(candidateRefusals(candidateDesk(withSeat("433125")), person())).toEqual([]);
  });
});

describe("Past co-work", () => {
  const ids = new Set(["a", "b"]);
  const strength = (times: number, lastYear: number) =>
    pairsAmong(policy, [{ one: "a", other: "b", times, lastYear }], { ids, year: 2026 })[0]
      ?.strength ?? 0;

  it("counts more for each time and less for each year gone by, between 0 and 1", () => {
    expect(strength(2, 2026)).toBeGreaterThan(strength(1, 2026));
    expect(strength(1, 2026)).toBeGreaterThan(strength(1, 2021));
    expect(strength(50, 2026)).toBeLessThanOrEqual(1);
  });

  it("counts only between two candidates", () => {
    const worked = [{ one: "a", other: "c", times: 1, lastYear: 2026 }];
    expect(pairsAmong(policy, worked, { ids, year: 2026 })).toEqual([]);
  });
});

describe("The problem of a county", () => {
  it("holds everybody who may be sent there, whatever they are worth, and can be read back", () => {
    const people = [
      person(),
      person({ id: "exp_2", skills: [] }),
      person({ id: "exp_3", onDuty: false }),
    ];
    const { problem } = buildProblem({
      ...{ name: "保靖县", preset, setting, people, current: ["exp_2", "exp_3"] },
      coWork: [{ one: "exp_1", other: "exp_2", times: 1, lastYear: 2025 }],
    });
    expect(problem.candidates.map(({ id }) => id)).toEqual(["exp_1", "exp_2"]);
    expect(problem.current).toEqual(["exp_2"]);
    expect(problem.pairs).toHaveLength(1);
    expect(readProblem(JSON.parse(JSON.stringify(problem)))).toEqual(problem);
  });
});
