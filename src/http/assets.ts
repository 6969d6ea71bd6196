import { Hono } from "hono";
import type { AppEnvironment, Asset, Runtime } from "./env.ts";

const YEAR_SECONDS = 31_536_000;

/** /assets/{name}: static files. With `?v=` of their content they may be kept for good. */
export const assets = ({ asset }: Pick<Runtime, "asset">) =>
  new Hono<AppEnvironment>().get("/assets/:name{.+}", async (c) => {
    const found = await asset(c.req.param("name"));
    if (!found) return c.notFound();
    const version = await versionOf(found);
    const isPinned = c.req.query("v") === version;
    c.header("cache-control", isPinned ? `public, max-age=${YEAR_SECONDS}, immutable` : "no-cache");
    c.header("etag", `"${version}"`);
    if (c.req.header("if-none-match")?.includes(`"${version}"`)) return c.body(null, 304);
    c.header("content-type", found.type);
    return c.body(typeof found.body === "string" ? found.body : new Uint8Array(found.body));
  });

/** The address of a static file under which it may be kept for good. */
export async function assetUrl({ asset }: Pick<Runtime, "asset">, name: string): Promise<string> {
  const found = await asset(name);
  return found ? `/assets/${name}?v=${await versionOf(found)}` : `/assets/${name}`;
}

const VERSIONS = new WeakMap<Asset, string>();

/** The beginning of the SHA-256 of the content, in hexadecimal. */
async function versionOf(asset: Asset): Promise<string> {
  const known = VERSIONS.get(asset);
  if (known) return known;
  const bytes =
    typeof asset.body === "string"
      ? new TextEncoder().encode(asset.body)
      : new Uint8Array(asset.body);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const version = [...digest.slice(0, 8)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  VERSIONS.set(asset, version);
  return version;
}
