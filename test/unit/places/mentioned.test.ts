import { describe, expect, test } from "vitest";
import { mentionedPlaces } from "../../../src/domain/places/mentioned-places.ts";
import { fc } from "../../support/properties.ts";
import { county, places } from "./province.ts";

const mentions = mentionedPlaces(places);
const codes = (text: string): string[] => mentions(text).map(({ code }) => code);
const counties = [...places.counties.values()];

describe("places named in a text", () => {
  test("every county is seen by its full name, and the offsets point at the words", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...counties),
        fc.constantFrom("", "我们", "🍊椪柑，", "在"),
        fc.constantFrom("", "的茶园", "500亩", "🐟"),
        ({ code, name }, before, after) => {
          const text = before + name + after;
          const found = mentions(text);
          expect(found.map((mention) => mention.code)).toEqual([code]);
          for (const { words, from, to } of found) expect(text.slice(from, to)).toBe(words);
        },
      ),
    );
  });

  test("a short name will do when it is no everyday word", () => {
    expect(codes("保靖黄金茶和古丈毛尖")).toEqual(["433125", "433126"]);
    expect(codes("桃江竹笋")).toEqual(["430922"]);
    expect(codes("江华县的苦茶")).toEqual(["431129"]);
  });

  test.each([
    "投资兴建冷库，中方会同专家来看",
    "打通道路，洞口新田里有虫",
    "全省各地，湖南县域经济，街道县城都一样",
    "革新化肥用法，公安化解矛盾",
    "天津市和广东东部，长沙市、邵阳市",
    "芙蓉花、凤凰单丛、世外桃源、荷塘养鱼",
  ])("no county is seen in 「%s」", (text) => {
    expect(codes(text)).toEqual([]);
  });

  test("an everyday word behind its prefecture or the province is the county", () => {
    expect(codes("永州新田的大豆")).toEqual(["431128"]);
    expect(codes("怀化市中方的刺葡萄")).toEqual(["431221"]);
    expect(codes("新田县的大豆")).toEqual(["431128"]);
  });

  test("the longest name counts, and a kind behind a short name makes it another place", () => {
    expect(codes("广东客商来安化县")).toEqual(["430923"]);
    expect(codes("汨罗江边")).toEqual([]);
    expect(codes("洪江区和洪江市")).toEqual(["431271", "431281"]);
  });

  test("a township is seen when its county is named or no other is called so", () => {
    const township = [...places.townships.values()].find(
      ({ parent, name }) => parent === "433125" && name === "毛沟镇",
    );
    expect(codes("保靖县毛沟镇")).toEqual(["433125", township?.code]);
    expect(codes("毛沟镇")).toEqual([township?.code]);
    expect(codes("太平镇")).toHaveLength(0);
    expect(codes(`${county("430923").name}毛沟镇`)).toEqual(["430923"]);
  });

  test("any text is read without an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const { words, from, to } of mentions(text)) expect(text.slice(from, to)).toBe(words);
      }),
    );
  });
});
