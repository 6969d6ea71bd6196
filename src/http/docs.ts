import { Hono } from "hono";
import { assetUrl } from "./assets.ts";
import type { AppEnvironment, Runtime } from "./env.ts";

/** /docs: the API, to read and to try out. Everything it loads is served from here. */
export const docs = (runtime: Pick<Runtime, "asset">) =>
  new Hono<AppEnvironment>().get("/docs", async (c) => {
    const url = (name: string) => assetUrl(runtime, name);
    return c.html(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ketepai 科特派智配 · API</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${await url("swagger-ui.css")}">
<link rel="stylesheet" href="${await url("docs.css")}">
</head>
<body>
<div id="swagger-ui"></div>
<noscript><p>This page needs JavaScript. The document itself: <a href="/api/v1/openapi.json">openapi.json</a>.</p></noscript>
<script src="${await url("swagger-ui-bundle.js")}"></script>
<script src="${await url("docs.js")}"></script>
</body>
</html>
`);
  });
