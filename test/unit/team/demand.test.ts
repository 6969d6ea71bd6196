import { describe, expect, it } from "vitest";
import { readData } from "../../../src/data/files.node.ts";
import { readTeamReference } from "../../../src/data/presets.ts";
import { readVocabulary } from "../../../src/data/vocabulary.ts";
import { demandsOf, reasonSentence } from "../../../src/domain/team/demand.ts";
import { fc } from "../../support/properties.ts";

const vocabulary = readVocabulary(readData);
const { policies, usual } = readTeamReference(readData, vocabulary);
const team = policies.get("team-default@1");
if (!team) throw new Error("there is no team-default@1");
const policy = team.demand;
const sources = { vocabulary, policy, usual };

const nothing = { grown: [], needs: [], asked: [] };
const tea = { industry: "tea", role: "leading", rank: 1 };
const need = (more: object = {}) => ({
  ...{ code: "XQ-2026-00001", urgent: false, ageDays: 0 },
  asked: [{ industry: "tea", competence: "plant-pest", weight: 1, level: 4 }],
  ...more,
});

describe("What a county needs", () => {
  it("begins with what its first leading industry asks for most", () => {
    const [first] = demandsOf(sources, { ...nothing, grown: [tea] });
    expect(first).toMatchObject({ id: "tea/processing", stage: "post", weight: 8 });
    expect(first?.reasons).toEqual([{ kind: "industry", ...tea, weight: 8 }]);
  });

  it("asks what the nearest broader industry asks where it has nothing of its own", () => {
    const ids = demandsOf(sources, { ...nothing, grown: [{ ...tea, industry: "ponkan" }] });
    expect(ids.map(({ id }) => id)).toContain("ponkan/plant-disease");
  });

  it("weighs more for an open need, most for an urgent and new one, and asks for its level", () => {
    const weightWith = (needs: ReturnType<typeof need>[]) =>
      demandsOf(sources, { ...nothing, grown: [tea], needs }).find(
        ({ id }) => id === "tea/plant-pest",
      );
    const weights = [[], [need({ ageDays: 360 })], [need()], [need({ urgent: true })]].map(
      (needs) => weightWith(needs)?.weight ?? 0,
    );
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
    expect(new Set(weights).size).toBe(4);
    expect(weightWith([need()])?.level).toBe(4);
  });

  it("is what the officer says, in place of industries and needs", () => {
    const asked = [
      { industry: "tea", competence: "plant-pest", weight: 50 },
      { industry: "tea", competence: "processing", weight: 0 },
    ];
    const demands = demandsOf(sources, { grown: [tea], needs: [need()], asked });
    expect(demands[0]).toMatchObject({ id: "tea/plant-pest", weight: 50 });
    expect(demands[0]?.reasons).toEqual([{ kind: "asked", weight: 50 }]);
    expect(demands.map(({ id }) => id)).not.toContain("tea/processing");
  });

  it("says in words where each weight comes from", () => {
    const [first] = demandsOf(sources, { ...nothing, grown: [tea] });
    const [reason] = first?.reasons ?? [];
    expect(reason && reasonSentence(vocabulary, reason)).toEqual({
      zh: "主导产业第 1 位：茶叶（8）",
      en: "leading industry no. 1: Tea (8)",
    });
  });

  const industries = [...vocabulary.industries.keys()];
  const competences = [...vocabulary.competences.keys()];
  const grown = fc.array(
    fc.record({
      industry: fc.constantFrom(...industries),
      role: fc.constantFrom("leading", "specialty"),
      rank: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 12 },
  );
  const skill = {
    industry: fc.constantFrom(...industries),
    competence: fc.constantFrom(...competences),
  };
  const asked = fc.array(fc.record({ ...skill, weight: fc.integer({ min: 0, max: 100 }) }), {
    maxLength: 40,
  });

  it("has reasons for all of it, is at most so much of the county itself, and all that the officer asks for", () => {
    fc.assert(
      fc.property(grown, asked, (county, wishes) => {
        const demands = demandsOf(sources, { grown: county, needs: [need()], asked: wishes });
        const ids = demands.map(({ id }) => id);
        const last = new Map(
          wishes.map((one) => [`${one.industry}/${one.competence}`, one.weight]),
        );
        const wanted = [...last].filter(([, weight]) => weight > 0);
        expect(new Set(ids).size).toBe(ids.length);
        const own = demandsOf(sources, { grown: county, needs: [need()], asked: [] });
        expect(own.length).toBeLessThanOrEqual(policy.most);
        const left = own.map(({ id }) => id).filter((id) => !last.has(id));
        expect([...ids].sort()).toEqual([...left, ...wanted.map(([id]) => id)].sort());
        for (const [id, weight] of last) expect(ids.includes(id)).toBe(weight > 0);
        for (const { weight, reasons } of demands) {
          expect(weight).toBeGreaterThan(0);
          expect(reasons.reduce((sum, one) => sum + one.weight, 0)).toBeCloseTo(weight, 6);
        }
        expect(demands.map(({ weight }) => weight)).toEqual(
          demands.map(({ weight }) => weight).toSorted((a, b) => b - a),
        );
      }),
    );
  });
});
