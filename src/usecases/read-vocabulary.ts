import { permit } from "../domain/access/permit.ts";
import type { Competence, Industry } from "../domain/model/vocabulary.ts";
import type { Context } from "./context.ts";

/** Everything a skill is made of, in the order of the vocabulary. */
export function readVocabulary({
  actor,
  reference: { vocabulary },
}: Pick<Context, "actor" | "reference">): { industries: Industry[]; competences: Competence[] } {
  permit(actor, "directory.read");
  return {
    industries: [...vocabulary.industries.values()],
    competences: [...vocabulary.competences.values()],
  };
}
