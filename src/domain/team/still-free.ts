import type { Sentence } from "../error.ts";

/** What somebody is committed to at the moment of a commit. */
export interface Availability {
  id: string;
  name: string;
  onDuty: boolean;
  daysPerYear: number;
  postingDays: readonly number[];
  seats: readonly { team: string; name: string; county: string; days: number }[];
  /** Ids of counties they may not be sent to. */
  blocked: readonly string[];
}

/** What a draft counts on of one member. */
export interface CountedOn {
  /** Id of the county, and its code. */
  county: { id: string; code: string };
  /** Days of the year that the team takes. */
  days: number;
  /** Days that the draft borrows from elsewhere. */
  borrowed: number;
  oneTeamOnly: boolean;
  /** Ids of the teams that were known when the draft was composed. */
  known: ReadonlySet<string>;
}

/**
 * Why a member of a draft cannot join the team any more, and what to do; null when nothing has
 * come between. Who has joined another team since is not free even when the days would do: the
 * draft was proven best without knowing of it.
 */
export function notFreeAnyMore(now: Availability, draft: CountedOn): Sentence | null {
  if (!now.onDuty) return { zh: "已不在岗", en: "is not on duty any more" };
  if (now.blocked.includes(draft.county.id)) {
    return { zh: "与该县已设回避", en: "may not be sent to this county any more" };
  }
  const others = now.seats.filter(({ county }) => county !== draft.county.code);
  const joined = others.find(({ team }) => draft.oneTeamOnly || !draft.known.has(team));
  if (joined) {
    return {
      zh: `已进入“${joined.name}”`,
      en: `has joined "${joined.name}"`,
    };
  }
  const taken = [...now.postingDays, ...others.map(({ days }) => days)];
  const free = freeDaysOf(now.daysPerYear, taken) + draft.borrowed;
  if (free >= draft.days) return null;
  return {
    zh: `空余 ${free} 天，不足 ${draft.days} 天`,
    en: `has ${free} free days, ${draft.days} are needed`,
  };
}

/**
 * Days of somebody's year that nothing has taken yet. Who gave more days than they had has none
 * left, not fewer: what is borrowed for them counts in full, when composing and when committing.
 */
export const freeDaysOf = (daysPerYear: number, taken: readonly number[]): number =>
  Math.max(
    0,
    taken.reduce((left, days) => left - days, daysPerYear),
  );

/** The first place in the teams of a year that a person has not taken. */
export function freeSeat(expert: string, year: number, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(seatId(expert, year, number))) number += 1;
  return seatId(expert, year, number);
}

const seatId = (expert: string, year: number, number: number): string =>
  `seat_${year}_${number}_${expert}`;
