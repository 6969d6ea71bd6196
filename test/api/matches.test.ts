import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Recommendations, WhyNot } from "../../src/http/api/schemas/matches.ts";
import { bodyOf } from "../support/contract.ts";
import { openWorld, type World } from "../support/world.ts";

const TEXT = "我县500亩椪柑叶片卷曲、落果，请派人来看";
const SKILLS = [
  { industry: "ponkan", competence: "plant-disease" },
  { industry: "ponkan", competence: "plant-pest" },
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const recommend = async (body: object, headers?: Record<string, string>) => {
  const response = await world.post("/api/v1/recommendations", body, headers);
  expect(response.status).toBe(200);
  return bodyOf(Recommendations, response);
};

const asked = { text: TEXT, county: "433126", limit: 10 };

describe("POST /recommendations", () => {
  test("lists those who fit, best first, in the promised shape", async () => {
    const answer = await recommend(asked);
    expect(answer).toMatchObject({ need: null, askBack: [], abstained: null });
    expect(answer.policy).toMatch(/^default@\d+$/);
    expect(answer.asked[0]).toMatchObject({ industry: "ponkan" });
    const [first, second] = answer.recommendations;
    expect(first?.expert).toMatchObject({
      id: "exp_lin",
      name: "林秋月",
      institution: "湘西州柑桔科学研究所",
      title: "senior",
      county: { code: "433101", name: "吉首市" },
    });
    expect(first?.score).toBeGreaterThan(second?.score ?? 0);
    expect(first?.distanceKm).toBeGreaterThan(0);
    expect(first?.matched[0]).toMatchObject({
      asked: { industry: "ponkan" },
      held: { industry: "ponkan" },
      fit: 1,
      evidence: [{ year: expect.any(Number) }, { year: expect.any(Number) }],
    });
  });

  test("a score is the sum of its parts, and no part exceeds its most", async () => {
    const { recommendations } = await recommend(asked);
    for (const { score, parts } of recommendations) {
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      for (const { points, max } of parts) expect(points).toBeLessThanOrEqual(max);
    }
  });

  test("nobody off duty, blocked or too far away is listed", async () => {
    const { recommendations } = await recommend({ ...asked, limit: 50 });
    const ids = recommendations.map(({ expert }) => expert.id);
    expect(ids).not.toContain("exp_xiang");
    expect(ids).not.toContain("exp_zhou");
    expect(ids).not.toContain("exp_peng");
  });

  test("confirmed skills replace what the words ask for, by ids or by names", async () => {
    const byId = await recommend({ ...asked, skills: SKILLS });
    const byName = await recommend({
      ...asked,
      county: "古丈",
      skills: [
        { industry: "椪柑", competence: "植物病害防治" },
        { industry: "Ponkan mandarin", competence: "植物虫害防治" },
      ],
    });
    expect(byId.asked.map(({ competence }) => competence)).toEqual(["plant-disease", "plant-pest"]);
    expect(byName.recommendations).toEqual(byId.recommendations);
  });

  test("a code, an old code, a name and initials name the same county", async () => {
    const answers = await Promise.all(
      ["431181", "431121", "祁阳市", "祁阳"].map((county) => recommend({ ...asked, county })),
    );
    for (const { county } of answers) expect(county).toEqual({ code: "431181", name: "祁阳市" });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test("words without an industry are asked back, and nobody is listed", async () => {
    const answer = await recommend({ ...asked, text: "请派专家来看看" });
    expect(answer.recommendations).toEqual([]);
    expect(answer.askBack.length).toBeGreaterThan(0);
    expect(answer.askBack[0]?.question).not.toBe("");
  });

  test("when nobody fits well enough it says so, and what the nearest lack", async () => {
    const skills = [{ industry: "bees", competence: "beekeeping" }];
    const answer = await recommend({ ...asked, text: "蜜蜂养不活", skills });
    expect(answer.recommendations).toEqual([]);
    expect(answer.abstained).toMatchObject({ code: "no_skill", nearest: [] });

    const branded = await recommend({
      ...asked,
      skills: [
        { industry: "tea", competence: "plant-pest" },
        { industry: "tea", competence: "e-commerce" },
        { industry: "tea", competence: "branding" },
      ],
    });
    expect(branded.recommendations).toEqual([]);
    expect(branded.abstained?.nearest[0]).toMatchObject({
      expert: { id: "exp_peng" },
      refusals: [{ code: "blocked" }],
    });
    expect(branded.abstained?.nearest[0]?.lacks.length).toBeGreaterThan(0);
  });

  test("the same request gives the same answer, whatever order the engine reads in", async () => {
    const first = await recommend(asked);
    for (let round = 0; round < 5; round += 1) expect(await recommend(asked)).toEqual(first);
  });

  test("answers in the language that is asked for", async () => {
    const zh = await world.post("/api/v1/recommendations", asked);
    const en = await world.post("/api/v1/recommendations", asked, { "accept-language": "en" });
    const query = await world.post("/api/v1/recommendations?lang=en", asked);
    expect(zh.headers.get("content-language")).toBe("zh");
    expect(en.headers.get("content-language")).toBe("en");
    expect(en.headers.get("vary")).toContain("accept-language");
    const chinese = await bodyOf(Recommendations, zh);
    const english = await bodyOf(Recommendations, en);
    expect(chinese.recommendations[0]?.parts[0]?.name).toBe("覆盖");
    expect(english.recommendations[0]?.parts[0]?.name).toBe("Coverage");
    expect(await bodyOf(Recommendations, query)).toEqual(english);
  });

  test("an identity-card number is cut out, with a notice", async () => {
    const answer = await recommend({ ...asked, text: `${TEXT} 联系人 433126199001011234` });
    expect(JSON.stringify(answer)).not.toContain("433126199001011234");
    expect(answer.notices).toMatchObject([{ code: "identity_number_cut" }]);
  });
});

describe("POST /why-not", () => {
  const why = async (expert: string, more: object = {}) => {
    const body = { text: TEXT, county: "古丈县", skills: SKILLS, expert, ...more };
    const response = await world.post("/api/v1/why-not", body);
    expect(response.status).toBe(200);
    return bodyOf(WhyNot, response);
  };

  test.each([
    ["exp_xiang", "refused", "not_on_duty"],
    ["周海", "refused", "outside_radius"],
  ])("%s is %s: %s", async (expert, answer, code) => {
    const reason = await why(expert);
    expect(reason.answer).toBe(answer);
    expect(reason.candidate?.refusals[0]?.code).toBe(code);
    expect(reason.sentence).not.toBe("");
  });

  test("who is listed is told so, and who holds nothing near as well", async () => {
    expect(await why("林秋月")).toMatchObject({ answer: "listed" });
    expect(await why("exp_rice_00")).toMatchObject({ answer: "no_skill" });
  });

  test("who lost against the last one listed is told in which parts", async () => {
    const reason = await why("吴远", { limit: 1 });
    expect(reason.answer).toBe("outscored");
    expect(reason.lastListed?.expert.id).toBe("exp_lin");
    expect(reason.lost.length).toBeGreaterThan(0);
    for (const { points, against } of reason.lost) expect(points).toBeLessThan(against);
  });
});
