import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { ExplainWhyNot, explainWhyNot } from "../../../usecases/explain-why-not.ts";
import { RecommendExperts, recommendExperts } from "../../../usecases/recommend-experts.ts";
import type { AppEnvironment } from "../../env.ts";
import { audienceOf, body, computes, query, refuseFaulty } from "../route.ts";
import { Recommendations, WhyNot } from "../schemas/matches.ts";
import { recommendationsJson, whyNotJson } from "../shapes/matches.ts";

const recommend = createRoute({
  method: "post",
  path: "/recommendations",
  operationId: "recommend",
  tags: ["Matching"],
  summary: "Who fits a problem, best first, with the reasons; stores nothing",
  request: {
    query: query({}),
    body: body(
      z.strictObject(RecommendExperts.shape).openapi("ProblemToMatch", {
        example: { text: "我县500亩椪柑叶片卷曲、落果，请派人来看", county: "433126", limit: 10 },
      }),
    ),
  },
  responses: computes(Recommendations, "The recommendations"),
});

const whyNot = createRoute({
  method: "post",
  path: "/why-not",
  operationId: "whyNot",
  tags: ["Matching"],
  summary: "Why an expert is not recommended for a problem",
  request: {
    query: query({}),
    body: body(z.strictObject(ExplainWhyNot.shape).openapi("WhyNotQuestion")),
  },
  responses: computes(WhyNot, "The reason"),
});

export const matches = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty })
  .openapi(recommend, async (c) => {
    const value = await recommendExperts(c.var.ctx, c.req.valid("json"));
    return c.json(recommendationsJson(value, audienceOf(c)), 200);
  })
  .openapi(whyNot, async (c) => {
    const value = await explainWhyNot(c.var.ctx, c.req.valid("json"));
    return c.json(whyNotJson(value, audienceOf(c)), 200);
  });
