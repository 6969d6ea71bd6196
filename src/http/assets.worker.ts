import htmx from "htmx.org/dist/htmx.min.js";
import swaggerStyle from "swagger-ui-dist/swagger-ui.css";
import swagger from "swagger-ui-dist/swagger-ui-bundle.js";
import docsStyle from "./docs/docs.css";
import docsScript from "./docs/docs.js";
import type { Asset, Runtime } from "./env.ts";
import appStyle from "./pages/assets/app.css";
import appScript from "./pages/assets/app.js";
import icon from "./pages/assets/icon.svg";

const style = (body: string): Asset => ({ body, type: "text/css; charset=utf-8" });
const script = (body: string): Asset => ({ body, type: "text/javascript; charset=utf-8" });

/** The static files of assets.node.ts; a test compares what both answer. */
const FILES: ReadonlyMap<string, Asset> = new Map([
  ["app.css", style(appStyle)],
  ["app.js", script(appScript)],
  ["icon.svg", { body: icon, type: "image/svg+xml" }],
  ["htmx.js", script(htmx)],
  ["docs.css", style(docsStyle)],
  ["docs.js", script(docsScript)],
  ["swagger-ui.css", style(swaggerStyle)],
  ["swagger-ui-bundle.js", script(swagger)],
]);

/** The static files, which are part of the Worker itself. */
export const asset: Runtime["asset"] = async (name) => FILES.get(name);
