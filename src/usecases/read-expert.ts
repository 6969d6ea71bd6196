import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import type { HeldSkill } from "../domain/model/expert.ts";
import { maskContacts } from "../domain/privacy/personal.ts";
import { type ExpertProfile, expertById } from "../graph/queries/experts.ts";
import type { Context } from "./context.ts";
import { heldSkill } from "./loading/facts.ts";
import { expertIdOf, missing } from "./loading/naming.ts";

export const ReadExpert = z.object({ expert: z.string().min(1).max(100) });

export type ExpertView = Omit<ExpertProfile, "skills"> & { skills: HeldSkill[] };

/** One expert with skills, postings and records; strongest skill and newest record first. */
export async function readExpert(
  context: Context,
  { expert }: z.infer<typeof ReadExpert>,
): Promise<ExpertView> {
  permit(context.actor, "directory.read");
  const found = await context.graph.maybe(expertById, { id: await expertIdOf(context, expert) });
  if (!found) throw missing("expert", expert);
  return {
    ...found,
    about: maskContacts(found.about),
    skills: found.skills
      .map(heldSkill)
      .toSorted((a, b) => b.level - a.level || compare(nameOf(a), nameOf(b))),
    postings: found.postings.toSorted((a, b) => b.year - a.year || compare(a.id, b.id)),
    records: found.records.toSorted((a, b) => compare(b.date, a.date) || compare(a.id, b.id)),
    assessments: found.assessments.toSorted((a, b) => b.year - a.year || compare(a.grade, b.grade)),
    teams: found.teams.toSorted((a, b) => b.year - a.year || compare(a.name, b.name)),
  };
}

const nameOf = ({ industry, competence }: HeldSkill): string => `${industry} ${competence}`;

const compare = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};
