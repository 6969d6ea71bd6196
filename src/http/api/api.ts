import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { etag } from "hono/etag";
import type { AppEnvironment } from "../env.ts";
import { problemJson } from "../problem.ts";
import { refuseDeepNesting } from "./nesting.ts";
import { OPERATOR } from "./route.ts";
import { corrections } from "./routes/corrections.ts";
import { directory } from "./routes/directory.ts";
import { experts } from "./routes/experts.ts";
import { matches } from "./routes/matches.ts";
import { needs } from "./routes/needs.ts";
import { presets } from "./routes/presets.ts";
import { runs } from "./routes/runs.ts";
import { teamDrafts } from "./routes/team-drafts.ts";
import { teams } from "./routes/teams.ts";
import { texts } from "./routes/texts.ts";

/** Version of the API, not of the program: a field may be added, none taken away. */
const DESCRIPTION = {
  openapi: "3.1.0",
  info: {
    title: "Ketepai 科特派智配",
    version: "1.0.0",
    description:
      "Matches science-and-technology commissioners to the counties that need them, and explains every choice.",
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/api/v1" }],
};

/** Every answer is fresh, and told apart by its language. */
const negotiated: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  c.header("content-language", c.get("language"));
  c.header("vary", "accept-language, cookie");
  c.header("cache-control", "private, no-cache");
  await next();
};

const TEAMS = [teams, teamDrafts, presets];

/** /api/v1: everything the pages can do, for programs. */
export function createApi() {
  const api = new OpenAPIHono<AppEnvironment>();
  api.use("*", negotiated, etag(), refuseDeepNesting);
  for (const part of [texts, matches, needs, runs, corrections, experts, directory, ...TEAMS])
    api.route("/", part);
  api.get("/openapi.json", (c) => c.json(api.getOpenAPI31Document(DESCRIPTION)));
  api.openAPIRegistry.registerComponent("securitySchemes", OPERATOR, {
    type: "http",
    scheme: "bearer",
    description: "The token of the data folder, for whoever runs the product",
  });
  refuseOtherMethods(api);
  return api;
}

/** Answers 405 where an address is known, but not the method. */
function refuseOtherMethods(api: OpenAPIHono<AppEnvironment>): void {
  const methods = new Map<string, Set<string>>();
  for (const { path, method } of api.routes) {
    if (method === "ALL") continue;
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  for (const [path, known] of methods) {
    const allow = [...known, ...(known.has("GET") ? ["HEAD"] : [])].join(", ");
    api.all(path, (c) => {
      c.header("allow", allow);
      return problemJson(c, {
        status: 405,
        code: "method_not_allowed",
        sentence: {
          zh: `此地址只接受 ${allow}。`,
          en: `This address answers ${allow} only.`,
        },
        faults: [],
      });
    });
  }
}
