import type { Context } from "../context.ts";

/** Codes that may be left out after each lost race: the more rivals, the wider they part. */
const SPREAD = 8;

/** How many codes to leave out by somebody who has lost the race for the next one so often. */
export const skippedCodes = (context: Pick<Context, "newId">, lost: number): number =>
  lost === 0 ? 0 : chance(context, lost * lost * SPREAD);

/** A whole number from 0 to `below` - 1, from the random end of a new id. */
const chance = ({ newId }: Pick<Context, "newId">, below: number): number =>
  Number.parseInt(
    newId()
      .replaceAll(/[^0-9a-f]/g, "")
      .slice(20, 28),
    16,
  ) % below;
