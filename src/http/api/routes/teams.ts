import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { notFound } from "../../../domain/error.ts";
import { CompareTeams, compareTeams } from "../../../usecases/compare-teams.ts";
import { ComposeTeam, composeTeam } from "../../../usecases/compose-team.ts";
import { ExplainTeamWhyNot, explainTeamWhyNot } from "../../../usecases/explain-team-why-not.ts";
import type { AppEnvironment } from "../../env.ts";
import { whileAsked } from "../../while-asked.ts";
import {
  accepts,
  audienceOf,
  body,
  computes,
  named,
  query,
  reads,
  refuseFaulty,
  TimeLimit,
} from "../route.ts";
import { TeamComparison, TeamJob, TeamWhyNot } from "../schemas/team-drafts.ts";
import { ComposedTeam } from "../schemas/teams.ts";
import { comparisonJson, jobJson, teamWhyNotJson } from "../shapes/team-drafts.ts";
import { composedTeamJson } from "../shapes/teams.ts";

const CountyParam = z.object({ county: named("county") });
const JobParam = z.object({ job: named("job") });

/** Seconds that a caller waits for the team before it becomes a job. */
const Wait = z.number().min(0).max(30).default(2).openapi({
  description: "Seconds to wait for the team; what takes longer answers 202 with a job",
});

const compose = createRoute({
  method: "post",
  path: "/teams/{county}/compositions",
  operationId: "composeTeam",
  tags: ["Teams"],
  summary: "The best team of a county under a preset, with its proof; stores nothing",
  request: {
    params: CountyParam,
    query: query({}),
    body: body(
      z
        .strictObject({
          ...ComposeTeam.omit({ county: true }).shape,
          timeLimit: TimeLimit,
          wait: Wait,
        })
        .openapi("TeamToCompose"),
    ),
  },
  responses: {
    ...computes(ComposedTeam, "The team"),
    ...accepts(
      TeamJob,
      "It takes longer: follow the job at least once a minute, or it is stopped; DELETE stops it",
    ),
  },
});

const follow = createRoute({
  method: "get",
  path: "/jobs/{job}",
  operationId: "readJob",
  tags: ["Teams"],
  summary: "How far a composition is; its team once it is done",
  request: { params: JobParam, query: query({}) },
  responses: reads(TeamJob, "The job"),
});

const stop = createRoute({
  method: "delete",
  path: "/jobs/{job}",
  operationId: "stopJob",
  tags: ["Teams"],
  summary: "Stops a composition: it ends with the best team so far and its gap",
  request: { params: JobParam, query: query({}) },
  responses: reads(TeamJob, "The job, stopped"),
});

const compare = createRoute({
  method: "post",
  path: "/teams/{county}/comparisons",
  operationId: "compareTeams",
  tags: ["Teams"],
  summary: "Two what-if teams of a county side by side; stores nothing",
  request: {
    params: CountyParam,
    query: query({}),
    body: body(
      z
        .strictObject({ ...CompareTeams.omit({ county: true }).shape, timeLimit: TimeLimit })
        .openapi("TeamsToCompare"),
    ),
  },
  responses: computes(TeamComparison, "What differs"),
});

const whyNot = createRoute({
  method: "post",
  path: "/teams/{county}/why-not",
  operationId: "whyNotInTeam",
  tags: ["Teams"],
  summary: "Why an expert is not in the best team: what it would be with them",
  request: {
    params: CountyParam,
    query: query({}),
    body: body(
      z
        .strictObject({ ...ExplainTeamWhyNot.omit({ county: true }).shape, timeLimit: TimeLimit })
        .openapi("TeamWhyNotToAsk"),
    ),
  },
  responses: computes(TeamWhyNot, "The reason"),
});

/** A stopped search answers within a tenth of a second. */
const STOPPED_WITHIN_MS = 1_000;

export const teams = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty })
  .openapi(compose, async (c) => {
    const { wait, ...asked } = c.req.valid("json");
    const { ctx: context, apiJobs } = c.var;
    const input = { ...c.req.valid("param"), ...asked };
    const job = apiJobs.start({
      key: context.newId(),
      work: (how) => composeTeam(context, input, how),
    });
    await job.endsWithin(wait * 1000);
    const { outcome } = job;
    // Whoever gets the team itself is never told of a job.
    if (outcome) apiJobs.forget(job);
    if (outcome?.kind === "failed") throw outcome.error;
    if (outcome) return c.json(composedTeamJson(outcome.value, audienceOf(c)), 200);
    c.header("location", `/api/v1/jobs/${job.id}`);
    return c.json(shownJob(c, job), 202);
  })
  .openapi(follow, async (c) => {
    const job = jobOf(c, c.req.valid("param").job);
    // Whoever asks still wants it.
    await job.endsWithin(0);
    return c.json(shownJob(c, job), 200);
  })
  .openapi(stop, async (c) => {
    const job = jobOf(c, c.req.valid("param").job);
    job.stop();
    await job.endsWithin(STOPPED_WITHIN_MS);
    return c.json(shownJob(c, job), 200);
  })
  .openapi(compare, async (c) => {
    const asked = { ...c.req.valid("param"), ...c.req.valid("json") };
    const compared = await compareTeams(c.var.ctx, asked, whileAsked(c));
    return c.json(comparisonJson(compared, audienceOf(c)), 200);
  })
  .openapi(whyNot, async (c) => {
    const asked = { ...c.req.valid("param"), ...c.req.valid("json") };
    const told = await explainTeamWhyNot(c.var.ctx, asked, whileAsked(c));
    return c.json(teamWhyNotJson(told, audienceOf(c)), 200);
  });

type Calling = Parameters<typeof audienceOf>[0];
type ApiJobs = AppEnvironment["Variables"]["apiJobs"];

function jobOf(c: Calling, id: string): ReturnType<ApiJobs["start"]> {
  const job = c.var.apiJobs.find(id);
  if (!job) throw notFound({ zh: "组团任务", en: "job" }, id);
  return job;
}

const shownJob = (c: Calling, job: ReturnType<ApiJobs["start"]>) => jobJson(job, audienceOf(c));
