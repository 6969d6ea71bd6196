import { describe, expect, test } from "vitest";
import { readData } from "../../../src/data/files.node.ts";
import { readPlaces } from "../../../src/data/places.ts";
import { countyOf } from "../../../src/domain/places/tree.ts";
import { county, places, vocabulary } from "./province.ts";

const counties = [...places.counties.values()];
const villages = [...places.villages.values()];

describe("the demo province", () => {
  test("has 14 prefectures and 122 counties, and 洪江管理区 as the 123rd service unit", () => {
    expect(places.province).toMatchObject({ code: "430000", name: "湖南省", parent: null });
    expect(places.prefectures.size).toBe(14);
    expect(counties.filter(({ hasPolygon }) => hasPolygon)).toHaveLength(122);
    expect(counties.filter(({ hasPolygon }) => !hasPolygon)).toMatchObject([
      { code: "431271", name: "洪江管理区", parent: "431200" },
    ]);
  });

  test("has 40 counties that were poor at national level and 11, assumed, at provincial level", () => {
    const poor = (level: string) => counties.filter(({ poverty }) => poverty === level);
    expect(poor("national")).toHaveLength(40);
    expect(poor("national").every(({ povertyAssumed }) => !povertyAssumed)).toBe(true);
    expect(poor("provincial").map(({ shortName }) => shortName)).toEqual(
      "祁东 永定 武陵源 双牌 江永 宁远 鹤城 洪江 双峰 冷水江 吉首".split(" "),
    );
    expect(poor("provincial").every(({ povertyAssumed }) => povertyAssumed)).toBe(true);
  });

  test("has 3,209 assumed villages, some in each of the 51 formerly poor counties and none elsewhere", () => {
    expect(villages).toHaveLength(3209);
    expect(villages.every(({ assumed, name }) => assumed && name.endsWith("村"))).toBe(true);
    const served = new Set(villages.map((village) => countyOf(places, village)));
    expect(served).toEqual(new Set(counties.filter(({ poverty }) => poverty !== "none")));
  });

  test("has townships in every county", () => {
    const served = new Set([...places.townships.values()].map(({ parent }) => parent));
    expect(served).toEqual(new Set(places.counties.keys()));
    expect(places.townships.get("433125109")).toMatchObject({ parent: "433125" });
    expect(places.townships.get("430671101")).toMatchObject({ name: "营田镇", parent: "430681" });
  });

  test("lies between 24.6 and 30.2 degrees north and 108.7 and 114.3 east", () => {
    for (const { location } of counties) {
      expect(location.latitude).toBeGreaterThan(24.6);
      expect(location.latitude).toBeLessThan(30.2);
      expect(location.longitude).toBeGreaterThan(108.7);
      expect(location.longitude).toBeLessThan(114.3);
    }
  });

  test.each([
    ["431222", "沅陵", "yl"],
    ["431224", "溆浦", "xp"],
    ["430681", "汨罗", "ml"],
    ["430481", "耒阳", "ly"],
    ["431382", "涟源", "ly"],
    ["430224", "茶陵", "cl"],
    ["430121", "长沙", "cs"],
    ["433122", "泸溪", "lx"],
    ["430723", "澧县", "lx"],
    ["430529", "城步", "cb"],
    ["431129", "江华", "jh"],
    ["431229", "靖州", "jz"],
    ["430223", "攸县", "yx"],
    ["431271", "洪江区", "hjq"],
  ])("%s is called %s, in short %s", (code, shortName, initials) => {
    expect(county(code)).toMatchObject({ shortName, initials });
  });
});

describe("the industries of the counties", () => {
  test("are two or three leading and two to four specialty ones, ranked from 1", () => {
    for (const { code } of counties) {
      const ranks = (role: string) =>
        places.industries
          .filter((item) => item.county === code && item.role === role)
          .map(({ rank }) => rank);
      expect([2, 3]).toContain(ranks("leading").length);
      expect([2, 3, 4]).toContain(ranks("specialty").length);
      for (const role of ["leading", "specialty"]) {
        expect(ranks(role)).toEqual(ranks(role).map((_, index) => index + 1));
      }
    }
  });

  test("say what they are known for exactly when they are not assumed", () => {
    for (const { note, assumed } of places.industries) expect(note === "").toBe(assumed);
  });

  test.each([
    ["433126", "tea"],
    ["430923", "dark-tea"],
    ["433125", "golden-tea"],
    ["433101", "ponkan"],
    ["431281", "herbs"],
    ["430822", "pig"],
    ["430524", "honeysuckle"],
    ["431229", "poria"],
    ["430225", "peach"],
  ])("%s is known for %s", (code, industry) => {
    const known = places.industries.filter((item) => item.county === code && !item.assumed);
    expect(known.map((item) => item.industry)).toContain(industry);
  });
});

describe("a broken place file", () => {
  const broken = (name: string, from: string, to: string) => () =>
    readPlaces(
      (asked) => (asked === name ? readData(asked).replace(from, to) : readData(asked)),
      vocabulary,
    );

  test("is refused with file and line", () => {
    expect(broken("places/county-industries.csv", "430102,rice", "430102,quinoa")).toThrow(
      "places/county-industries.csv, line 2: no such industry: quinoa",
    );
    expect(broken("places/county-industries.csv", "430103,rural", "999999,rural")).toThrow(
      "places/county-industries.csv, line 7: no such county: 999999",
    );
    expect(broken("places/counties.csv", "28.193", "128.193")).toThrow(
      'places/counties.csv, line 2, column "latitude"',
    );
    expect(broken("places/villages.csv", ",gp", ",GP")).toThrow("places/villages.csv, line 3:");
  });

  test("is refused when a code stands twice or below nothing known", () => {
    expect(broken("places/counties.csv", "430103,", "430102,")).toThrow("430102 stands twice");
    expect(broken("places/county-industries.csv", "430102,rural-commerce", "430102,rice")).toThrow(
      "places/county-industries.csv, line 3: 430102,rice stands twice",
    );
    expect(broken("places/townships.csv", "wyl,430102", "wyl,430101")).toThrow(
      "430102001 is below the unknown 430101",
    );
  });
});
