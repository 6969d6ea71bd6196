import { describe, expect, it } from "vitest";
import { readData } from "../../../src/data/files.node.ts";
import { readTeamReference } from "../../../src/data/presets.ts";
import { readVocabulary } from "../../../src/data/vocabulary.ts";
import { AppError, type Fault } from "../../../src/domain/error.ts";
import { indexed } from "../../../src/domain/team/indexed.ts";
import { presetName, readPreset } from "../../../src/domain/team/preset.ts";
import { type TeamRule, TIERS, type Tier } from "../../../src/domain/team/problem.ts";
import { deputiesOf } from "../../../src/domain/team/roles.ts";
import { brokenRules } from "../../../src/domain/team/rules.ts";
import { RULE_NAMES } from "../../../src/http/pages/team-words.ts";
import { fc } from "../../support/properties.ts";

const vocabulary = readVocabulary(readData);
const { presets, policies, usual } = readTeamReference(readData, vocabulary);
const hunan = presets.get("hunan-county-team");

describe("The presets of the product", () => {
  it("are the five found in practice, each with a policy that weighs and free days for its work", () => {
    expect([...presets.keys()]).toEqual([
      "hunan-county-team",
      "guangdong-town-team",
      "yunnan-mission",
      "dalian-mission",
      "shanxi-three-regions",
    ]);
    for (const { policy, rules, daysPerMember } of presets.values()) {
      expect(policies.has(policy)).toBe(true);
      expect(rules).toContainEqual({ id: "freeDays", min: daysPerMember });
    }
  });

  it("say when they are assumed", () => {
    expect([...presets.values()].filter(({ assumed }) => assumed).map(({ id }) => id)).toEqual([
      "hunan-county-team",
    ]);
    expect(hunan?.source.zh).toContain("人为假设");
  });

  it("have deputies by the size of the team", () => {
    const steps = [
      { size: 12, deputies: 2 },
      { size: 3, deputies: 1 },
    ];
    expect([1, 3, 11, 12, 40].map((size) => deputiesOf(steps, size))).toEqual([0, 1, 1, 2, 2]);
    expect(presetName({ id: "a", version: 3 })).toBe("a@3");
  });
});

describe("What an industry asks for first", () => {
  it("is known for every industry of the vocabulary, the weightiest competence with 1", () => {
    for (const { id, broader } of vocabulary.industries.values()) {
      const own = usual.get(id);
      expect(own?.[0]?.share ?? 1).toBe(1);
      expect(own !== undefined || broader !== null, id).toBe(true);
    }
  });
});

const edited = (more: object) => ({ ...hunan, id: "edited", ...more });

/** What is at fault; [] for a preset that is accepted. */
function faultsOf(preset: object): readonly Fault[] {
  try {
    readPreset(preset);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    for (const { zh, en } of error.faults) expect([zh, en].every((text) => text !== "")).toBe(true);
    return error.faults;
  }
}

const faultFields = (preset: object) => faultsOf(preset).map(({ field }) => field);

const freeDays: TeamRule = { id: "freeDays", min: 15 };

describe("A preset that contradicts itself is refused with the field", () => {
  const withRules = (...rules: object[]) => faultFields(edited({ rules: [...rules, freeDays] }));

  it.each<[string, object[], string[]]>([
    ["a least size over the most", [{ id: "size", min: 9, max: 8 }], ["rules.0.min"]],
    [
      "two sizes that exclude each other",
      [
        { id: "size", min: 9 },
        { id: "size", max: 8 },
      ],
      ["rules.0"],
    ],
    [
      "a least share over the most",
      [{ id: "tierShare", tiers: ["county"], minShare: 0.5, maxShare: 0.2 }],
      ["rules.0.minShare"],
    ],
    [
      "shares that together are more than everybody",
      [
        { id: "size", max: 12 },
        { id: "tierShare", tiers: ["county"], minShare: 0.6 },
        { id: "tierShare", tiers: ["province"], minShare: 0.6 },
      ],
      ["rules.1"],
    ],
    [
      "a least share of outsiders over what the outsiders' rule allows",
      [
        { id: "outside", maxShare: 0.2, minTitle: "senior" },
        { id: "tierShare", tiers: ["outside"], minShare: 0.3 },
      ],
      ["rules.1"],
    ],
    [
      "a share that no size makes whole",
      [
        { id: "size", min: 3, max: 3 },
        { id: "tierShare", tiers: ["county"], minShare: 0.5, maxShare: 0.5 },
      ],
      ["rules.1"],
    ],
    [
      "more institutions than people",
      [
        { id: "size", max: 3 },
        { id: "institutionsMin", min: 4 },
      ],
      ["rules.1.min"],
    ],
    ["nobody of any institution", [{ id: "institutionMax", max: 0 }], ["rules.0.max"]],
    ["a person", [{ id: "blockedPair", a: "exp_1", b: "exp_2" }], ["rules.0"]],
    ["a county's demand", [{ id: "demandMin", demand: "d", min: 1, fitAtLeast: 1 }], ["rules.0"]],
  ])("%s", (_, rules, fields) => {
    expect(withRules(...rules)).toEqual(fields);
  });

  it("more days asked than rules leave, and more deputies than seats", () => {
    expect(faultFields(edited({ daysPerMember: 16 }))).toEqual(["daysPerMember"]);
    const rules = [{ id: "size", max: 3 }, freeDays];
    const deputies = [{ size: 3, deputies: 3 }];
    expect(faultFields(edited({ rules, deputies }))).toEqual(["deputies.0"]);
  });

  it("in the words of the form", () => {
    const { zh, en } = RULE_NAMES["freeDays"] ?? { zh: "", en: "" };
    const [fault] = faultsOf(edited({ daysPerMember: 16 }));
    expect(fault?.zh).toContain(`“${zh}”`);
    expect(fault?.en).toContain(`"${en}"`);
    const shares = [{ id: "tierShare", tiers: ["county"], minShare: 40 }, freeDays];
    expect(faultsOf(edited({ rules: shares }))).toEqual([
      {
        field: "rules.0.minShare",
        zh: "应在 0 到 1 之间，如 40% 写作 0.4",
        en: "must be from 0 to 1: 40 % is written 0.4",
      },
    ]);
    expect(faultsOf(edited({ rules: [] }))).toEqual([
      { field: "rules", zh: "至少要有一条规则", en: "a preset needs at least one rule" },
    ]);
    expect(faultsOf(edited({ rules: Array(101).fill(freeDays) }))[0]?.zh).toBe("最多 100 项");
    expect(faultsOf(edited({ daysPerMember: 0 }))[0]?.zh).toBe("不能小于 1");
  });

  it("unknown fields, such as gender, are no part of a preset", () => {
    expect(faultFields(edited({ gender: "any" }))).toEqual(["gender"]);
    expect(faultFields(edited({ rules: [{ id: "age", max: 50 }, freeDays] }))).not.toEqual([]);
  });
});

describe("Shares are accepted exactly when some team keeps them", () => {
  const share = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
  const tiers = fc.subarray([...TIERS], { minLength: 1 });
  const tierShare = fc.record({ tiers, minShare: share, maxShare: share }).map(
    (rule): TeamRule => ({
      id: "tierShare",
      tiers: rule.tiers,
      minShare: Math.min(rule.minShare, rule.maxShare),
      maxShare: Math.max(rule.minShare, rule.maxShare),
    }),
  );
  const outside = share.map(
    (maxShare): TeamRule => ({ id: "outside", maxShare, minTitle: "junior" }),
  );
  const size = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }))
    .map(([min, more]): TeamRule => ({ id: "size", min, max: min + more }));
  const rules = fc
    .tuple(size, fc.array(fc.oneof(tierShare, outside), { minLength: 1, maxLength: 3 }))
    .map(([first, others]) => [first, ...others]);

  it("by trying every make-up of a team with the rules themselves", () => {
    fc.assert(
      fc.property(rules, (asked) => {
        const accepted = faultFields(edited({ rules: [...asked, freeDays], deputies: [] }));
        expect(accepted.length === 0).toBe(makeUps(asked).some((team) => keeps(asked, team)));
      }),
      { numRuns: 300 },
    );
  });
});

/** Every make-up of a team of up to seven, by the tiers of its members. */
function makeUps(rules: readonly TeamRule[]): Tier[][] {
  const most = Math.max(...rules.map((rule) => (rule.id === "size" ? (rule.max ?? 0) : 0)));
  let teams: Tier[][] = [[]];
  const all: Tier[][] = [];
  for (let size = 1; size <= most; size += 1) {
    teams = teams.flatMap((team) =>
      TIERS.slice(TIERS.indexOf(team.at(-1) ?? "province")).map((tier) => [...team, tier]),
    );
    all.push(...teams);
  }
  return all;
}

function keeps(rules: readonly TeamRule[], tiers: readonly Tier[]): boolean {
  const candidates = tiers.map((tier, place) => ({
    ...{ id: `e${place}`, title: "senior" as const, tier, institution: `i${place}` },
    ...{ freeDays: 60, travelKm: 0, load: 0, quality: 0, covers: {} },
  }));
  const problem = indexed({
    ...{ format: "ketepai-team-problem", version: 1, name: "" },
    ...{ demands: [], candidates, pairs: [], rules: [...rules], pins: [], excludes: [] },
    policy: { depth: [1], quality: 0, travelPerKm: 0, loadPerPosting: 0, cohesion: 0, change: 0 },
  });
  const team = tiers.map((_, place) => place);
  return brokenRules(problem, { team, leaders: [0] }).length === 0;
}
