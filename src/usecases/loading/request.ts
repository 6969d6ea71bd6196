import type { AskedSkill, MatchRequest } from "../../domain/matching/facts.ts";
import { USUAL_DAYS, USUAL_LEVEL } from "../../domain/model/need.ts";
import { type SkillKey, skillOf } from "../../domain/model/vocabulary.ts";
import type { County } from "../../domain/places/place.ts";
import { cutIdentityNumbers, maskContacts } from "../../domain/privacy/personal.ts";
import type { Understanding } from "../../domain/understanding/tagger.ts";
import type { NeedRow, OpenNeedRow } from "../../graph/queries/needs.ts";
import type { Context } from "../context.ts";
import { competenceOf, countyOf, industryOf } from "./naming.ts";

/** Something the reader should know about how the input was taken. */
export type Notice = "identity_number_cut" | "contacts_masked";

/** A text as typed, without what must not be kept or shown. */
export interface KeptText {
  /** As typed, but for what must not be kept: this is what is stored. */
  stored: string;
  /** As it may be shown: phones and e-mail addresses are masked. */
  text: string;
  notices: Notice[];
}

/** Cuts out what must not be kept, masks what must not be shown. */
export function keptText(typed: string): KeptText {
  const { text: stored, count } = cutIdentityNumbers(typed);
  const text = maskContacts(stored);
  const notices: Notice[] = [];
  if (count > 0) notices.push("identity_number_cut");
  if (text !== stored) notices.push("contacts_masked");
  return { stored, text, notices };
}

/** A text, with what was understood of it. */
export interface ReadText extends KeptText {
  /** Its spans point into `text`. */
  understanding: Understanding;
}

/** Reads what of a text may be shown. */
export function readText({ reference }: Pick<Context, "reference">, typed: string): ReadText {
  const kept = keptText(typed);
  return { ...kept, understanding: reference.tag(kept.text) };
}

/** The skills that words ask for: those of all needs, each once, weights summing to 1. */
export function askedBy({ needs }: Understanding): AskedSkill[] {
  const asked = new Map<string, AskedSkill>();
  for (const { industry, competence, weight } of needs.flatMap(({ skills }) => skills)) {
    const key = `${industry}/${competence}`;
    const before = asked.get(key)?.weight ?? 0;
    asked.set(key, { industry, competence, weight: before + weight, level: USUAL_LEVEL });
  }
  return [...asked.values()];
}

/**
 * The skills that a person confirmed, each named "industry/competence" by ids or names. They
 * weigh alike, unless the words weigh them. Throws `not_found` for a name nobody knows.
 */
export function confirmedSkills(
  context: Pick<Context, "reference">,
  named: readonly SkillKey[],
  understood: Understanding,
): AskedSkill[] {
  const weightOf = new Map(
    askedBy(understood).map((asked) => [`${asked.industry}/${asked.competence}`, asked.weight]),
  );
  const skills = new Map<string, AskedSkill>();
  for (const one of named) {
    const industry = industryOf(context, one.industry);
    const competence = competenceOf(context, one.competence);
    const key = `${industry}/${competence}`;
    const weight = weightOf.get(key) ?? 1 / named.length;
    skills.set(key, { industry, competence, weight, level: USUAL_LEVEL });
  }
  const total = [...skills.values()].reduce((sum, { weight }) => sum + weight, 0);
  return [...skills.values()].map((skill) => ({ ...skill, weight: skill.weight / total }));
}

interface Wanted {
  asked: AskedSkill[];
  county: County;
  year: number;
  days?: number | undefined;
  allowsRemote?: boolean | undefined;
}

export const requestFor = (wanted: Wanted): MatchRequest => ({
  asked: wanted.asked,
  county: wanted.county.code,
  location: wanted.county.location,
  year: wanted.year,
  days: wanted.days ?? USUAL_DAYS,
  allowsRemote: wanted.allowsRemote ?? false,
  minimumTitle: null,
});

/** The request a stored need makes. */
export function requestOfNeed(
  context: Pick<Context, "reference">,
  need: NeedRow | OpenNeedRow,
): MatchRequest {
  return requestFor({
    asked: askedOfNeed(need),
    county: countyOf(context, need.county),
    year: need.year,
    days: need.days,
    allowsRemote: need.allowsRemote,
  });
}

/** What a stored need asks for, the weightiest first. */
export const askedOfNeed = ({ asked }: Pick<NeedRow, "asked">): AskedSkill[] =>
  asked
    .map(({ skill, weight, level }) => ({ ...skillOf(skill), weight, level }))
    .toSorted(
      (a, b) =>
        b.weight - a.weight ||
        (`${a.industry}/${a.competence}` < `${b.industry}/${b.competence}` ? -1 : 1),
    );
