import { type Candidate, MOST_AMOUNT } from "./problem.ts";

/** What is called for: a skill, at least this title, from where. */
interface Call extends Pick<Candidate, "title" | "tier"> {
  /** Null for any field. */
  demand: string | null;
  fit: number;
}

/**
 * Somebody who is not there yet: as good as asked for, from an institution of their own, with as
 * many days as a rule can ask for at most. Not Infinity, which a stored problem could not hold.
 */
export const calledFor = ({ demand, title, tier, fit }: Call, number: number): Candidate => {
  const id = `call-${number}`;
  return {
    id,
    name: "公开征集",
    title,
    tier,
    institution: id,
    freeDays: MOST_AMOUNT,
    travelKm: 0,
    load: 0,
    quality: 0,
    covers: demand === null ? {} : { [demand]: fit },
  };
};

/** The number of the next who is called for beside these. */
export const nextCall = (candidates: readonly Candidate[]): number =>
  1 + Math.max(0, ...candidates.map(({ id }) => Number(CALLED.exec(id)?.[1] ?? 0)));

export const isCalledFor = (id: string): boolean => CALLED.test(id);

const CALLED = /^call-(\d+)$/;
