import type { Context } from "hono";
import type { Following } from "../domain/team/composer.ts";

/** A search goes on while somebody waits for its answer: who leaves makes room for the next. */
export const whileAsked = (c: Context): Following => ({ signal: c.req.raw.signal });
