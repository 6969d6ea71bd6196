import type { Context } from "hono";
import type { Sentence } from "../../domain/error.ts";
import { skillName } from "../../domain/matching/matching.ts";
import type { SkillKey } from "../../domain/model/vocabulary.ts";
import type { Reference } from "../../usecases/context.ts";
import type { AppEnvironment } from "../env.ts";
import type { Language } from "../language.ts";
import { DICTIONARY, type Word } from "./dictionary.ts";

export type PageContext = Context<AppEnvironment>;

/** What every part of a page needs to speak to its reader. */
export interface View {
  language: Language;
  reference: Reference;
  /** Address of the page, to come back to it in the other language. */
  here: string;
  /** A text of the dictionary in the reader's language. */
  t: (word: Word) => string;
  say: (sentence: Sentence) => string;
}

/** `here` is given where the page answers a POST and so has no address of its own. */
export function viewOf(c: PageContext, here?: string): View {
  const language = c.get("language");
  const { pathname, search } = new URL(c.req.url);
  return {
    language,
    reference: c.get("ctx").reference,
    here: here ?? pathname + search,
    t: (word) => DICTIONARY[word][language],
    say: (sentence) => sentence[language],
  };
}

/** "保靖县"; a code that is not of the province is shown as it is. */
export const countyName = ({ reference }: View, code: string): string =>
  reference.places.counties.get(code)?.name ?? code;

export const prefectureName = ({ reference }: View, code: string): string =>
  reference.places.prefectures.get(code)?.name ?? code;

/** "椪柑·植物病害防治" */
export const skillLabel = ({ reference, say }: View, skill: SkillKey): string =>
  say(skillName(reference.rules, skill));

export function industryName({ reference, say }: View, id: string): string {
  const industry = reference.vocabulary.industries.get(id);
  return industry ? say(industry) : id;
}

export function competenceName({ reference, say }: View, id: string): string {
  const competence = reference.vocabulary.competences.get(id);
  return competence ? say(competence) : id;
}

/** "柑橘" for "industry:citrus", "植物病害防治" for "competence:plant-disease". */
export function tagLabel(view: View, tag: string): string {
  const [kind = "", id = ""] = tag.split(":");
  return kind === "industry" ? industryName(view, id) : competenceName(view, id);
}

const BEIJING = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** An ISO time as people here read it: "2026-11-24 20:31", Beijing time. */
export function localTime(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : BEIJING.format(time);
}

/** Sentences or names one after the other, as the language parts them. */
export const inOneLine = ({ language }: View, texts: readonly string[]): string =>
  texts.join(language === "zh" ? "；" : "; ");

/** Points of 10,000 as pages show them: 8,312 is "83.1". */
export const shownPoints = (points: number): string => (points / 100).toFixed(1);

/** An amount without decimals that say nothing: 35.6, 12, 0.03. */
export const shownAmount = (value: number): string => {
  const decimals = Math.abs(value) < 1 ? 2 : 1;
  return String(Number(value.toFixed(decimals)));
};

/** "12%"; never 100 or 0 unless it is so. */
export function shownPercent(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 100 && share < 1) return "99%";
  return percent === 0 && share > 0 ? "1%" : `${percent}%`;
}
