import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { CommitTeamDraft, commitTeamDraft } from "../../../usecases/commit-team-draft.ts";
import { ListTeamDrafts, listTeamDrafts } from "../../../usecases/list-team-drafts.ts";
import { readTeamDraft } from "../../../usecases/read-team-draft.ts";
import { replayTeamDraft } from "../../../usecases/replay-team-draft.ts";
import { SaveTeamDraft, saveTeamDraft } from "../../../usecases/save-team-draft.ts";
import { UndoTeamCommit, undoTeamCommit } from "../../../usecases/undo-team-commit.ts";
import type { AppEnvironment } from "../../env.ts";
import { whileAsked } from "../../while-asked.ts";
import { cursorFor, nextPage } from "../cursor.ts";
import {
  audienceOf,
  By,
  body,
  creates,
  inQuery,
  Key,
  keeps,
  named,
  query,
  reads,
  refuseFaulty,
  TimeLimit,
} from "../route.ts";
import {
  CommittedTeam,
  SavedTeamDraft,
  TeamDraft,
  TeamDraftPage,
  TeamReplay,
  UndoneTeam,
} from "../schemas/team-drafts.ts";
import { committedJson, draftJson, draftLineJson, teamReplayJson } from "../shapes/team-drafts.ts";
import { composedTeamJson } from "../shapes/teams.ts";

const DraftParam = z.object({ draft: named("draft") });

const save = createRoute({
  method: "post",
  path: "/teams/{county}/drafts",
  operationId: "saveTeamDraft",
  tags: ["Team drafts"],
  summary: "Compose a team and keep it as a draft, with all it was composed from",
  request: {
    params: z.object({ county: named("county") }),
    query: query({}),
    headers: Key,
    body: body(
      z
        .strictObject({
          ...SaveTeamDraft.omit({ county: true, idempotencyKey: true }).shape,
          timeLimit: TimeLimit,
          by: By,
        })
        .openapi("NewTeamDraft"),
    ),
  },
  responses: creates(SavedTeamDraft, "The draft and its team"),
});

const list = createRoute({
  method: "get",
  path: "/team-drafts",
  operationId: "listTeamDrafts",
  tags: ["Team drafts"],
  summary: "Drafts of teams, the newest first",
  request: {
    query: query({
      county: ListTeamDrafts.shape.county,
      status: ListTeamDrafts.shape.status,
      cursor: cursorFor("team-drafts"),
      limit: inQuery(ListTeamDrafts.shape.limit),
    }),
  },
  responses: reads(TeamDraftPage, "A page of drafts"),
});

const read = createRoute({
  method: "get",
  path: "/team-drafts/{draft}",
  operationId: "readTeamDraft",
  tags: ["Team drafts"],
  summary: "A draft as it was saved",
  request: { params: DraftParam, query: query({}) },
  responses: reads(TeamDraft, "The draft"),
});

const replay = createRoute({
  method: "get",
  path: "/team-drafts/{draft}/replay",
  operationId: "replayTeamDraft",
  tags: ["Team drafts"],
  summary: "A draft computed again from its own input; stores nothing",
  request: { params: DraftParam, query: query({}) },
  responses: reads(TeamReplay, "What differs"),
});

const commit = createRoute({
  method: "post",
  path: "/team-drafts/{draft}/commit",
  operationId: "commitTeamDraft",
  tags: ["Team drafts"],
  summary: "Make it the county's team: everybody is checked to be free still, all or nothing",
  request: {
    params: DraftParam,
    query: query({}),
    headers: Key,
    body: body(z.strictObject({ person: CommitTeamDraft.shape.person }).openapi("TeamCommit")),
  },
  responses: keeps(CommittedTeam, "The team"),
});

const undo = createRoute({
  method: "post",
  path: "/team-drafts/{draft}/undo",
  operationId: "undoTeamCommit",
  tags: ["Team drafts"],
  summary: "Take a committed team away again; its draft stays",
  request: {
    params: DraftParam,
    query: query({}),
    headers: Key,
    body: body(
      z
        .strictObject({
          person: UndoTeamCommit.shape.person,
          reason: UndoTeamCommit.shape.reason,
        })
        .openapi("TeamUndo"),
    ),
  },
  responses: keeps(UndoneTeam, "What was undone"),
});

export const teamDrafts = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty })
  .openapi(save, async (c) => {
    const { by, ...asked } = c.req.valid("json");
    const idempotencyKey = c.req.valid("header")["Idempotency-Key"];
    const input = { ...c.req.valid("param"), ...asked, idempotencyKey };
    const { id, code, team } = await saveTeamDraft(c.var.contextOfPerson(by), input, whileAsked(c));
    c.header("location", `/api/v1/team-drafts/${code}`);
    return c.json({ id, code, team: composedTeamJson(team, audienceOf(c)) }, 201);
  })
  .openapi(list, async (c) => {
    const { county, status, cursor, limit } = c.req.valid("query");
    const page = await listTeamDrafts(c.var.ctx, { county, status, cursor, limit });
    const drafts = page.drafts.map(draftLineJson);
    return c.json({ drafts, next: nextPage(c, "team-drafts", page.next) }, 200);
  })
  .openapi(read, async (c) =>
    c.json(draftJson(await readTeamDraft(c.var.ctx, c.req.valid("param")), audienceOf(c)), 200),
  )
  .openapi(replay, async (c) => {
    const value = await replayTeamDraft(c.var.ctx, c.req.valid("param"), whileAsked(c));
    return c.json(teamReplayJson(value, audienceOf(c)), 200);
  })
  .openapi(commit, async (c) => {
    const { person } = c.req.valid("json");
    const idempotencyKey = c.req.valid("header")["Idempotency-Key"];
    const asked = { ...c.req.valid("param"), person, idempotencyKey };
    return c.json(committedJson(await commitTeamDraft(c.var.contextOfPerson(person), asked)), 201);
  })
  .openapi(undo, async (c) => {
    const { person, reason } = c.req.valid("json");
    const idempotencyKey = c.req.valid("header")["Idempotency-Key"];
    const asked = { ...c.req.valid("param"), person, reason, idempotencyKey };
    const { team, draft } = await undoTeamCommit(c.var.contextOfPerson(person), asked);
    return c.json({ team, draft: draft.code }, 201);
  });
