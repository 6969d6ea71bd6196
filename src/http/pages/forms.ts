import type { PageContext } from "./view.ts";

/** The fields of a form that was sent. What is no form has no fields. */
export const formOf = async (c: PageContext): Promise<URLSearchParams> =>
  new URLSearchParams(await c.req.text());

export const addressParameters = (c: PageContext): URLSearchParams =>
  new URL(c.req.url).searchParams;
