import { AppError, notFound, type Sentence } from "../../domain/error.ts";
import { NEED_CODE } from "../../domain/model/need.ts";
import type { County } from "../../domain/places/place.ts";
import { resolveCounty } from "../../domain/places/resolve-county.ts";
import { TEAM_DRAFT_CODE } from "../../domain/team/draft.ts";
import { expertCards, expertsNamed } from "../../graph/queries/experts.ts";
import { institutionById, institutionsNamed } from "../../graph/queries/institutions.ts";
import { needById, needIdByCode } from "../../graph/queries/needs.ts";
import { teamDraftById, teamDraftIdByCode } from "../../graph/queries/team-drafts.ts";
import type { Context } from "../context.ts";

/**
 * An id, a code or an unambiguous name is accepted wherever a thing is named. These functions
 * answer the id, throw `not_found` when there is no such thing, and `ambiguous` with the ids to
 * choose from when a name stands for several.
 */

/** Names shown when one stands for several things. */
const SHOWN = 5;

const KINDS = {
  county: { zh: "县（市、区）", en: "county" },
  expert: { zh: "专家", en: "expert" },
  institution: { zh: "派出单位", en: "institution" },
  need: { zh: "需求", en: "need" },
  industry: { zh: "产业", en: "industry" },
  competence: { zh: "专长", en: "competence" },
  run: { zh: "匹配记录", en: "run" },
  teamPreset: { zh: "组团规则", en: "team preset" },
  teamPolicy: { zh: "组团策略", en: "team policy" },
  teamDraft: { zh: "团队草稿", en: "team draft" },
} as const satisfies Record<string, Sentence>;

export const missing = (kind: keyof typeof KINDS, name: string): AppError =>
  notFound(KINDS[kind], name);

export function countyOf({ reference }: Pick<Context, "reference">, name: string): County {
  const found = resolveCounty(reference.places, name.replace(/^place_/, ""));
  switch (found.kind) {
    case "found":
      return found.county;
    case "ambiguous":
      throw ambiguous(
        name,
        found.candidates.map((county) => `${county.name} ${county.code}`),
      );
    case "none":
      throw missing("county", name);
  }
}

/** The id of a county in the graph. */
export const placeId = ({ code }: Pick<County, "code">): string => `place_${code}`;

export async function expertIdOf({ graph }: Context, name: string): Promise<string> {
  const [card] = await graph.all(expertCards, { ids: [name] });
  if (card) return card.id;
  const named = await graph.all(expertsNamed, { name: name.trim(), limit: SHOWN + 1 });
  return only("expert", name, {
    ids: named.map(({ id }) => id),
    labels: named.map(({ id, institution }) => `${id} ${institution ?? ""}`.trim()),
  });
}

export async function institutionIdOf({ graph }: Context, name: string): Promise<string> {
  const found = await graph.maybe(institutionById, { id: name });
  if (found) return found.id;
  const named = await graph.all(institutionsNamed, { name: name.trim(), limit: SHOWN + 1 });
  const ids = named.map(({ id }) => id);
  return only("institution", name, { ids, labels: ids });
}

export async function needIdOf({ graph }: Context, name: string): Promise<string> {
  const code = name.trim().toUpperCase();
  const found = NEED_CODE.test(code)
    ? await graph.maybe(needIdByCode, { code })
    : await graph.maybe(needById, { id: name });
  if (!found) throw missing("need", name);
  return found.id;
}

export async function teamDraftIdOf(
  { graph }: Pick<Context, "graph">,
  name: string,
): Promise<string> {
  const code = name.trim().toUpperCase();
  const found = TEAM_DRAFT_CODE.test(code)
    ? await graph.maybe(teamDraftIdByCode, { code })
    : await graph.maybe(teamDraftById, { id: name });
  if (!found) throw missing("teamDraft", name);
  return found.id;
}

/** The id of an industry, by its id or its Chinese or English name. */
export const industryOf = ({ reference }: Pick<Context, "reference">, name: string): string =>
  termOf("industry", reference.vocabulary.industries, name);

/** The id of a competence, by its id or its Chinese or English name. */
export const competenceOf = ({ reference }: Pick<Context, "reference">, name: string): string =>
  termOf("competence", reference.vocabulary.competences, name);

function termOf(
  kind: "industry" | "competence",
  terms: ReadonlyMap<string, { id: string; zh: string; en: string }>,
  name: string,
): string {
  const words = name.trim().toLowerCase();
  for (const { id, zh, en } of terms.values()) {
    if ([id, zh, en.toLowerCase()].includes(words)) return id;
  }
  throw missing(kind, name);
}

function only(
  kind: keyof typeof KINDS,
  name: string,
  { ids, labels }: { ids: string[]; labels: string[] },
): string {
  const [id, second] = ids;
  if (!id) throw missing(kind, name);
  if (second) throw ambiguous(name, labels);
  return id;
}

function ambiguous(name: string, labels: string[]): AppError {
  const shown = labels.slice(0, SHOWN).join("; ") + (labels.length > SHOWN ? "; …" : "");
  return new AppError("ambiguous", {
    zh: `“${name}”对应多个对象，请用编号指明其一：${shown}`,
    en: `"${name}" stands for several: name one by its id: ${shown}`,
  });
}
