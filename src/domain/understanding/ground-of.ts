import type { Attached } from "./attach.ts";
import { type CompetenceGround, INDUSTRY_GROUNDS, type IndustryGround } from "./grounds.ts";
import type { NamedIndustry } from "./named-industry.ts";

/** From this likelihood on a word names its competence, below one among others. */
const SURELY = 0.9;

/** What a problem that is no sign gives as the ground of one of its competences. */
export function groundOf({ mention }: Attached, likelihood: number): CompetenceGround {
  if (mention.force === "vague") return "vague";
  if (mention.force !== "asks") return "hinted";
  if (mention.term.force !== "asks") return "wished";
  return likelihood >= SURELY ? "asked" : "likely";
}

const BY_WORD: Readonly<Record<string, IndustryGround>> = {
  name: "named",
  dialect: "named",
  spelling: "slip",
  likeness: "likeness",
};

function groundOfName({ mention, isImplied }: NamedIndustry): IndustryGround {
  if (isImplied) return "implied";
  if (mention.term.senses.length > 0) return "within";
  return BY_WORD[mention.term.rule] ?? "variety";
}

/** The surest ground an industry was read by. */
export function groundOfIndustry(id: string, named: readonly NamedIndustry[]): IndustryGround {
  let surest: number = INDUSTRY_GROUNDS.length;
  for (const one of named) {
    if (one.id === id) surest = Math.min(surest, INDUSTRY_GROUNDS.indexOf(groundOfName(one)));
  }
  return INDUSTRY_GROUNDS[surest] ?? "implied";
}
