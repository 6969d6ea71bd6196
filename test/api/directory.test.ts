import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  Competences,
  County,
  ExpertPage,
  ExpertProfile,
  FoundPlaces,
  Industries,
  InstitutionPage,
  InstitutionProfile,
} from "../../src/http/api/schemas/directory.ts";
import { bodyOf } from "../support/contract.ts";
import { PEOPLE } from "../support/records.ts";
import { openWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const get = (path: string) => world.get(`/api/v1${path}`);
const found = async (query: string) => {
  const { experts } = await bodyOf(ExpertPage, get(`/experts?limit=100&${query}`));
  return experts.map(({ id }) => id);
};

/** Follows the Link headers from page to page. */
async function pages<Page>(start: string, read: (response: Response) => Promise<Page>) {
  const all: Page[] = [];
  let path: string | undefined = start;
  while (path) {
    const response = await world.get(path);
    all.push(await read(response));
    path = response.headers.get("link")?.match(/^<([^>]+)>; rel="next"$/)?.[1];
  }
  return all;
}

describe("experts", () => {
  test.each([
    ["q=林", ["exp_lin"]],
    ["q=linq", ["exp_lin"]],
    ["q=lqy", ["exp_lin"]],
    ["institution=华中农业大学", ["exp_zhou"]],
    ["institution=inst_hzau", ["exp_zhou"]],
    ["industry=citrus&competence=plant-pest", ["exp_lin", "exp_tian", "exp_wu"]],
    ["industry=柑橘&competence=植物虫害防治&county=古丈县", ["exp_tian"]],
    ["county=433126", ["exp_peng", "exp_tian"]],
    ["q=nobody", []],
  ])("are found by %s", async (query, ids) => {
    expect((await found(query)).toSorted()).toEqual(ids);
  });

  test("come in the order of their pinyin; pages neither repeat nor leave out", async () => {
    const whole = await found("");
    expect(whole.toSorted()).toEqual(PEOPLE.map(({ id }) => id).toSorted());
    expect(whole.indexOf("exp_liming_a")).toBeLessThan(whole.indexOf("exp_lin"));
    const read = (response: Response) => bodyOf(ExpertPage, response);
    const paged = await pages("/api/v1/experts?limit=7", read);
    expect(paged).toHaveLength(Math.ceil(PEOPLE.length / 7));
    expect(paged.flatMap(({ experts }) => experts.map(({ id }) => id))).toEqual(whole);
  });

  test("are read by id or by name, with dated evidence and phones masked", async () => {
    const byId = await bodyOf(ExpertProfile, get("/experts/exp_lin"));
    const byName = await bodyOf(ExpertProfile, get("/experts/林秋月"));
    expect(byName).toEqual(byId);
    expect(byId.skills[0]).toMatchObject({ industry: "ponkan", level: 4 });
    expect(byId.skills[0]?.evidence[0]).toMatchObject({ kind: "service", year: 2025 });
    expect(byId.about).toContain("138****8000");
  });

  test("outside the province have no county", async () => {
    const { county, city } = await bodyOf(ExpertProfile, get("/experts/exp_zhou"));
    expect({ county, city }).toEqual({ county: null, city: "武汉市" });
  });
});

describe("institutions", () => {
  test("are listed with the number of their people, and found by part of the name", async () => {
    const all = await bodyOf(InstitutionPage, get("/institutions"));
    expect(all.institutions).toHaveLength(4);
    const { institutions } = await bodyOf(InstitutionPage, get("/institutions?q=柑桔"));
    expect(institutions).toMatchObject([{ id: "inst_citrus", experts: 3 }]);
  });

  test("show their people page by page, and the counties they are paired with", async () => {
    const read = (response: Response) => bodyOf(InstitutionProfile, response);
    const [first, ...rest] = await pages("/api/v1/institutions/湖南农业大学?limit=10", read);
    const people = [first, ...rest].flatMap((page) => page?.people.map(({ id }) => id) ?? []);
    expect(new Set(people).size).toBe(first?.experts);
    expect(people).toHaveLength(first?.experts ?? 0);
    const citrus = await bodyOf(InstitutionProfile, get("/institutions/inst_citrus"));
    expect(citrus.paired).toEqual([{ code: "433126", name: "古丈县" }]);
  });
});

describe("the vocabulary and the places", () => {
  test("88 industries in a tree and 47 competences with their stages", async () => {
    const { industries } = await bodyOf(Industries, get("/industries"));
    const { competences } = await bodyOf(Competences, get("/competences"));
    expect(industries.length).toBeGreaterThanOrEqual(88);
    expect(competences.length).toBeGreaterThanOrEqual(47);
    const ids = new Set(industries.map(({ id }) => id));
    for (const { broader } of industries) expect(broader === null || ids.has(broader)).toBe(true);
  });

  test.each(["古丈", "古丈县", "gz", "433126"])("%s finds 古丈县 first", async (q) => {
    const { places } = await bodyOf(FoundPlaces, get(`/places?q=${q}&level=county`));
    expect(places[0]).toMatchObject({ code: "433126", address: "湘西土家族苗族自治州古丈县" });
  });

  test("the 123 service units can be listed page by page", async () => {
    const read = (response: Response) => bodyOf(FoundPlaces, response);
    const paged = await pages("/api/v1/places?level=county&limit=50", read);
    const codes = paged.flatMap((page) => page.places.map(({ code }) => code));
    expect(codes).toHaveLength(123);
    expect(new Set(codes).size).toBe(123);
    const { places } = await bodyOf(FoundPlaces, get("/places?level=county&within=433100"));
    expect(places.every(({ address }) => address.startsWith("湘西"))).toBe(true);
  });

  test("a county by code, old code or name: its industries, needs, its people and those around", async () => {
    const answers = await Promise.all(
      ["431181", "431121", "祁阳"].map((name) => bodyOf(County, get(`/counties/${name}`))),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await world.post("/api/v1/needs", {
      ...{ text: "茶叶虫害，电话 13812345678", county: "古丈县" },
      skills: [{ industry: "tea", competence: "plant-pest" }],
    });
    const county = await bodyOf(County, get("/counties/433126"));
    expect(county.industries[0]).toMatchObject({ industry: "tea", name: "茶叶" });
    expect(
      county.experts
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(["exp_peng", "exp_tian"]);
    expect(county.experts.at(2)?.id).toBe("exp_lin");
    expect(county.needs.map(({ text }) => text)).toEqual(["茶叶虫害，电话 138****5678"]);
  });
});

describe("answers that have not changed", () => {
  test.each(["/experts/exp_lin", "/industries", "/openapi.json", "/places?q=gz"])(
    "%s answers 304 to its ETag, and anew to another",
    async (path) => {
      const first = await get(path);
      const tag = first.headers.get("etag") ?? "";
      expect(tag).toMatch(/^(W\/)?".+"$/);
      const again = await world.get(`/api/v1${path}`, { "if-none-match": tag });
      expect(again.status).toBe(304);
      expect(again.headers.get("etag")).toBe(tag);
      expect(await again.text()).toBe("");
      const other = await world.get(`/api/v1${path}`, { "if-none-match": '"other"' });
      expect(other.status).toBe(200);
    },
  );

  test("the tag changes with the content and with the language", async () => {
    const before = (await get("/needs")).headers.get("etag");
    await world.post("/api/v1/needs", { text: "椪柑落果", county: "古丈县" });
    expect((await get("/needs")).headers.get("etag")).not.toBe(before);
    const zh = (await get("/experts/exp_lin")).headers.get("etag");
    expect((await get("/experts/exp_lin?lang=en")).headers.get("etag")).not.toBe(zh);
  });

  test("HEAD answers as GET does, without a body", async () => {
    const response = await world.app.request("/api/v1/experts/exp_lin", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).toBe((await get("/experts/exp_lin")).headers.get("etag"));
    expect(await response.text()).toBe("");
  });
});
