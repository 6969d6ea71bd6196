import type { County, Place } from "./place.ts";

export const isCounty = (place: Place): place is County => place.level === "county";

/** What people also say: 江华县 for 江华瑶族自治县, 湘西州, and 祁阳县 for what became 祁阳市. */
function informalName(place: Place): string[] {
  const { name, shortName } = place;
  if (name.endsWith("自治县")) return [`${shortName}县`];
  if (name.endsWith("自治州")) return [`${shortName}州`, `${shortName}自治州`];
  if (isCounty(place) && place.aliasCodes.length > 0) return [`${shortName}县`];
  return [];
}

/** Every form a place is named by, the full name first; no form stands twice. */
export function nameForms(place: Place): string[] {
  return [...new Set([place.name, place.shortName, ...informalName(place)])];
}

const KIND_LETTERS = new Map(
  Object.entries({
    ...{ 省: "s", 市: "s", 县: "x", 区: "q", 自: "z", 治: "z", 州: "z", 镇: "z", 乡: "x" },
    ...{ 街: "j", 道: "d", 村: "c", 农: "n", 林: "l", 场: "c", 民: "m", 族: "z", 土: "t" },
    ...{ 家: "j", 苗: "m", 侗: "d", 瑶: "y", 回: "h", 维: "w", 吾: "w", 尔: "e", 白: "b" },
  }),
);

/** The pinyin initials a place is looked up by: of the short name and, with its kind, of the whole. */
export function initialForms({ name, shortName, initials }: Place): string[] {
  if (name === shortName || !name.startsWith(shortName)) return [initials];
  const kind = [...name.slice(shortName.length)].map((sign) => KIND_LETTERS.get(sign) ?? "");
  return [initials, initials + kind.join("")];
}
