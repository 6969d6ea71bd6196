import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Profile } from "../../src/http/api/schemas/profiles.ts";
import { Tags, TagsOfTexts } from "../../src/http/api/schemas/tags.ts";
import { bodyOf } from "../support/contract.ts";
import { openWorld, type World } from "../support/world.ts";

const TEXT = "我县500亩椪柑叶片卷曲、落果，急，请派两名专家3月中旬来，不需要培训";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const tagged = async (body: object) => {
  const response = await world.post("/api/v1/tags", body);
  expect(response.status).toBe(200);
  return response;
};

describe("POST /tags", () => {
  test("every tag points at the words it came from, and says how sure it is", async () => {
    const tags = await bodyOf(Tags, tagged({ text: TEXT }));
    expect(tags.industries).toContain("ponkan");
    expect(tags.evidence.length).toBeGreaterThan(0);
    for (const { words, from, to } of tags.evidence) expect(TEXT.slice(from, to)).toBe(words);
    expect(tags.tags.map(({ tag }) => tag)).toEqual([
      ...tags.industries.map((id) => `industry:${id}`),
      ...tags.competences.map((id) => `competence:${id}`),
    ]);
    for (const { confidence } of tags.tags) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  test("sizes, helpers wanted, dates and refusals are said", async () => {
    const tags = await bodyOf(Tags, tagged({ text: TEXT }));
    expect(tags).toMatchObject({
      urgent: true,
      amounts: [{ kind: "area", value: 500, unit: "亩", words: "500亩", from: 2, to: 6 }],
      headcount: { value: 2, words: "两名专家" },
      dates: [{ words: "3月中旬" }],
    });
    expect(tags.evidence).toContainEqual(
      expect.objectContaining({ tag: "not:competence:training", words: "不需要培训" }),
    );
    const plain = await bodyOf(Tags, tagged({ text: "椪柑落果" }));
    expect(plain).toMatchObject({ amounts: [], headcount: null, dates: [] });
  });

  test("many texts are answered in their order, as each alone, by id or by number", async () => {
    const texts = [
      { id: "a", text: TEXT },
      { text: "鸡拉稀" },
      { id: "a", text: "想请人教做红茶" },
    ];
    const { texts: answers } = await bodyOf(TagsOfTexts, tagged({ texts }));
    expect(answers.map(({ id }) => id)).toEqual(["a", "2", "a"]);
    for (const [index, { text }] of texts.entries()) {
      const alone = await bodyOf(Tags, tagged({ text }));
      expect(answers[index]).toMatchObject(alone);
    }
    expect((await bodyOf(TagsOfTexts, tagged(texts))).texts).toEqual(answers);
  });

  test("what is missing is asked in the reader's language, with answers to pick from", async () => {
    const response = world.post("/api/v1/tags?lang=en", { text: "我们种椪柑的" });
    const { askBack } = await bodyOf(Tags, response);
    expect(askBack.length).toBeGreaterThan(0);
    for (const { question, options } of askBack) {
      expect(question).toMatch(/[a-z]/);
      expect(options.length).toBeGreaterThanOrEqual(2);
      expect(options.length).toBeLessThanOrEqual(5);
    }
  });

  test("nothing is stored", async () => {
    const count = () => world.graph.engine.read("MATCH (n) RETURN count(n) AS total", {});
    const before = await count();
    await tagged({ texts: [{ text: TEXT }] });
    await world.post("/api/v1/profiles", { text: "长于椪柑黄龙病检测" });
    expect(await count()).toEqual(before);
  });
});

describe("POST /profiles", () => {
  const read = async (text: string, path = "/api/v1/profiles") => {
    const response = await world.post(path, { text });
    expect(response.status).toBe(200);
    return bodyOf(Profile, response);
  };

  test("proposes skills with level hints, each with its words in the text as shown", async () => {
    const profile = await read(
      "研究员，长于猕猴桃溃疡病防控、湘西黄牛品种选育，电话 13812345678，从事果树植保二十余年",
    );
    const skills = profile.skills.map(({ industry, competence }) => `${industry}/${competence}`);
    expect(skills).toEqual(
      expect.arrayContaining(["kiwifruit/plant-disease", "cattle/livestock-breeding"]),
    );
    expect(profile.title).toMatchObject({ title: "senior", titleName: "正高", words: "研究员" });
    expect(profile.years).toMatchObject({ value: 20 });
    const spans = profile.skills.flatMap(({ because, shownBy }) => [...because, ...shownBy]);
    for (const { words, from, to } of [...spans, ...profile.evidence]) {
      expect(profile.text.slice(from, to)).toBe(words);
    }
  });

  test("numbers are masked or cut out, and that is said", async () => {
    const profile = await read("长于椪柑黄龙病检测，13812345678，433126199001011234");
    expect(JSON.stringify(profile)).not.toMatch(/13812345678|433126199001011234/);
    expect(profile.notices.map(({ code }) => code).toSorted()).toEqual([
      "contacts_masked",
      "identity_number_cut",
    ]);
  });

  test("5,000 characters are read, and words without a skill give none", async () => {
    expect((await read("长于椪柑黄龙病检测。".repeat(500))).skills.length).toBeGreaterThan(0);
    expect(await read("本人为人踏实")).toMatchObject({ skills: [], title: null, years: null });
  });
});
