import { z } from "zod";
import { permit } from "../domain/access/permit.ts";
import { AppError, type Fault } from "../domain/error.ts";
import { refuseFaults } from "../domain/input.ts";
import { isCalledFor } from "../domain/team/called-for.ts";
import { memberDays } from "../domain/team/draft.ts";
import { presetName } from "../domain/team/preset.ts";
import { type CountedOn, freeSeat, notFreeAnyMore } from "../domain/team/still-free.ts";
import type { Writer } from "../graph/graph.ts";
import { setTeamDraftStatus } from "../graph/queries/team-drafts.ts";
import {
  addTeamMembers,
  createTeam,
  takenTeamSeats,
  teamAvailability,
  teamsServing,
} from "../graph/queries/teams.ts";
import type { Context } from "./context.ts";
import { placeId } from "./loading/naming.ts";
import { IdempotencyKey, once, retryingLostRace } from "./loading/once.ts";
import { problemOfDraft, type StoredDraft, storedDraft } from "./loading/team-drafts.ts";
import { holdTeamLocks, Person, type Rivalled } from "./loading/team-locks.ts";
import { teamYear } from "./loading/team-sources.ts";

export const CommitTeamDraft = z.object({
  draft: z.string().trim().min(1).max(100),
  person: Person,
  idempotencyKey: IdempotencyKey,
});

export interface CommittedTeam {
  team: string;
  name: string;
  draft: { id: string; code: string };
  year: number;
  members: { expert: string; role: string; days: number }[];
}

/**
 * Makes the county's team of a draft, in the name of a person: all of it or nothing. Whether
 * everybody is still free is looked at again in the same transaction, behind locks, so that of two
 * drafts that share a person exactly one becomes a team. Throws `conflict` that says who is not
 * free any more and what to do.
 */
export async function commitTeamDraft(
  context: Context,
  { draft: name, person, idempotencyKey: key }: z.infer<typeof CommitTeamDraft>,
): Promise<CommittedTeam> {
  permit(context.actor, "team.commit");
  const draft = await storedDraft(context, name);
  const committing = committingOf(draft, person);
  return retryingLostRace(() =>
    context.change("team.commit", async (tx) => {
      // Before the key is looked for: the same request may be under way beside this one.
      await holdTeamLocks(tx, context, rivalledFor(committing));
      const { answer: value, isNew } = await once(
        tx,
        { action: "team.commit", key, asked: { draft: draft.id, person }, context },
        () => commit(tx, context, committing),
      );
      const after = isNew ? { ...value, person } : null;
      return { value, subject: draft.id, before: null, after };
    }),
  );
}

const rivalledFor = ({ draft, members }: Committing): Rivalled => ({
  draft: draft.id,
  county: draft.county.code,
  experts: members.map(({ expert }) => expert),
});

interface Committing {
  draft: StoredDraft;
  person: string;
  members: { expert: string; role: string; squad: string | null; days: number }[];
  /** By expert: days that the changes lend. */
  borrowed: ReadonlyMap<string, number>;
}

/** Throws `invalid` for a draft that no team can be made of. */
function committingOf(draft: StoredDraft, person: string): Committing {
  const { answer, changes, preset } = draft.composed;
  const days = memberDays(problemOfDraft(draft), answer.members, preset.daysPerMember);
  const called = answer.members.filter(({ id }) => isCalledFor(id));
  if (answer.members.length === 0) refuseFaults([NO_TEAM]);
  if (called.length > 0) refuseFaults(called.map(({ id }) => notFound(id)));
  const borrowed = new Map<string, number>();
  for (const change of changes) {
    if (change.kind !== "borrow") continue;
    borrowed.set(change.id, (borrowed.get(change.id) ?? 0) + change.days);
  }
  const members = answer.members.map(({ id, role, squad }) => ({
    ...{ expert: id, role, squad: preset.squads ? squad : null },
    days: days.get(id) ?? 0,
  }));
  return { draft, person, members, borrowed };
}

const NO_TEAM: Fault = {
  field: "draft",
  zh: "这份草稿没有组成团队：请先在组团页照“可以这样调整”中的一项调整",
  en: 'this draft holds no team: make one of the changes under "What would mend it" first',
};

const notFound = (id: string): Fault => ({
  field: "draft",
  zh: `草稿中的“${id}”尚待公开征集：找到人选后请重新组团`,
  en: `"${id}" of the draft is still called for: compose again once somebody is found`,
});

/** Behind the locks. */
async function commit(
  tx: Writer,
  context: Context,
  committing: Committing,
): Promise<CommittedTeam> {
  const { draft, person, members } = committing;
  const { year, county, composed } = draft;
  const experts = members.map(({ expert }) => expert);
  refusePast(context, draft);
  await refuseTaken(tx, committing);
  await refuseNotFree(tx, committing);

  const team = `team_${context.newId()}`;
  const name = `${county.name}科技专家服务团（${year}年）`;
  await tx.write(createTeam, {
    id: team,
    county: placeId(county),
    draft: draft.id,
    properties: {
      ...{ name, year, demo: false, committedBy: person },
      termYears: composed.preset.termYears,
      preset: presetName(composed.preset),
      committedAt: context.now().toISOString(),
    },
  });
  const seats = await tx.all(takenTeamSeats, { experts, year });
  const taken = new Set(seats.map(({ id }) => id));
  await tx.write(addTeamMembers, {
    ...{ team, year },
    members: members.map(({ expert, role, squad, days }) => ({
      expert,
      seat: freeSeat(expert, year, taken),
      properties: { role, days, ...(squad === null ? {} : { squad }) },
    })),
  });
  await tx.write(setTeamDraftStatus, { id: draft.id, status: "committed" });
  return {
    ...{ team, name, year },
    draft: { id: draft.id, code: draft.code },
    members: members.map(({ expert, role, days }) => ({ expert, role, days })),
  };
}

/** Free days and seats are those of a year: a draft of an earlier one says nothing of this year's. */
function refusePast(context: Context, { code, year }: StoredDraft): void {
  const current = teamYear(context);
  if (year >= current) return;
  throw new AppError("conflict", {
    zh: `草稿 ${code} 是为 ${year} 年组的团，现在已是 ${current} 年：请按今年的空余天数重新组团，再提交。`,
    en: `The draft ${code} was composed for ${year}, and it is ${current} now: compose again with this year's free days, and commit that.`,
  });
}

/** A county has one team at a time; the draft itself may be the one it has. */
async function refuseTaken(tx: Writer, { draft }: Committing): Promise<void> {
  const { county, year } = draft;
  const [serving] = await tx.all(teamsServing, { county: placeId(county), year });
  if (!serving) return;
  const from = serving.draft
    ? { zh: `（草稿 ${serving.draft}）`, en: ` (draft ${serving.draft})` }
    : { zh: "", en: "" };
  throw new AppError("conflict", {
    zh: `${county.name} ${year} 年已有“${serving.name}”${from.zh}：如要更换，请先撤回它的提交。`,
    en: `${county.name} already has "${serving.name}"${from.en} in ${year}: undo its commit first to put another in its place.`,
  });
}

/** Throws `conflict` with everybody who is not free any more. */
async function refuseNotFree(tx: Writer, { draft, members, borrowed }: Committing): Promise<void> {
  const experts = members.map(({ expert }) => expert);
  const { year, county, composed, input } = draft;
  const now = await tx.all(teamAvailability, { experts, year });
  const known = new Set(input.knownTeams);
  const faults = members.flatMap(({ expert, days }): Fault[] => {
    const person = now.find(({ id }) => id === expert);
    if (!person)
      return [{ field: `members.${expert}`, zh: `${expert} 已不存在`, en: `${expert} is gone` }];
    const counted: CountedOn = {
      county: { id: placeId(county), code: county.code },
      ...{ days, known, borrowed: borrowed.get(expert) ?? 0 },
      oneTeamOnly: composed.preset.oneTeamOnly,
    };
    const why = notFreeAnyMore(person, counted);
    return why
      ? [
          {
            field: `members.${expert}`,
            zh: `${person.name}（${expert}）${why.zh}`,
            en: `${person.name} (${expert}) ${why.en}`,
          },
        ]
      : [];
  });
  if (faults.length === 0) return;
  throw new AppError(
    "conflict",
    {
      zh: `没有提交：${faults.map(({ zh }) => zh).join("；")}。请重新组团，或把这些人换下后再提交。`,
      en: `Nothing was committed: ${faults.map(({ en }) => en).join("; ")}. Compose again, or swap them out and commit then.`,
    },
    { faults },
  );
}
