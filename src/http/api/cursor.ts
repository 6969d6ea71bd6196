import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { AppEnvironment } from "../env.ts";

/**
 * A cursor names the place in a list where the next page begins. It is opaque to whoever gets it:
 * base64url of the list's name and the key after which to go on, so that the cursor of one list is
 * refused by another.
 */
export const cursorOf = (list: string, key: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(`${list}:${key}`)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** The key in a cursor of this list; undefined when it is none. */
export function keyIn(list: string, cursor: string): string | undefined {
  try {
    const bytes = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(
      Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)),
    );
    return text.startsWith(`${list}:`) ? text.slice(list.length + 1) : undefined;
  } catch {
    return undefined;
  }
}

/** The `cursor` of a query for a list: its key, "" for the first page. */
export const cursorFor = (list: string) =>
  z
    .string()
    .max(500)
    .default("")
    .transform((cursor, context) => {
      const key = cursor === "" ? "" : keyIn(list, cursor);
      if (key !== undefined) return key;
      context.addIssue({
        code: "custom",
        message: "is not a cursor of this list: take `next` of the page before",
        params: { zh: "不是本列表的游标，请使用上一页返回的 next" },
      });
      return z.NEVER;
    })
    .openapi({ type: "string", description: "`next` of the page before; absent for the first" });

/** The cursor of the next page; says where it is in a `Link` header too. */
export function nextPage(
  c: Context<AppEnvironment>,
  list: string,
  key: string | null,
): string | null {
  if (key === null) return null;
  const cursor = cursorOf(list, key);
  const url = new URL(c.req.url);
  url.searchParams.set("cursor", cursor);
  c.header("link", `<${url.pathname}${url.search}>; rel="next"`);
  return cursor;
}
