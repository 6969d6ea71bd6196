import { z } from "zod";
import { query } from "../query.ts";

const maybeText = z.string().nullable();

const Line = z.object({
  id: z.string(),
  /** TD-2026-00001 */
  code: z.string(),
  name: z.string(),
  status: z.enum(["draft", "committed"]),
  year: z.int(),
  at: z.string(),
  by: z.string(),
  /** "id@version" */
  preset: z.string(),
  policy: z.string(),
  outcome: z.enum(["optimal", "feasible", "infeasible", "unknown"]),
  objective: z.number().nullable(),
  members: z.array(z.string()),
  /** Six-digit code. */
  county: z.string(),
  /** Null while it is not committed. */
  committedBy: maybeText,
  committedAt: maybeText,
});
/** A draft as a list shows it. */
export type TeamDraftLine = z.infer<typeof Line>;

const Draft = Line.extend({
  /** JSON */
  input: z.string(),
  answer: z.string(),
  team: maybeText,
});
export type TeamDraftRow = z.infer<typeof Draft>;

export const createTeamDraft = query(
  "team-drafts/create",
  {
    id: z.string(),
    properties: Draft.omit({
      id: true,
      county: true,
      objective: true,
      team: true,
      committedBy: true,
      committedAt: true,
    }).extend({ objective: z.number().optional() }),
    county: z.string(),
  },
  Line.pick({ id: true, code: true }),
);

export const lastTeamDraftCode = query(
  "team-drafts/last-code",
  { prefix: z.string() },
  Line.pick({ code: true }),
);

export const teamDraftIdByCode = query(
  "team-drafts/by-code",
  { code: z.string() },
  Line.pick({ id: true }),
);

export const teamDraftById = query("team-drafts/by-id", { id: z.string() }, Draft);

export const listTeamDraftLines = query(
  "team-drafts/list",
  { county: z.string(), status: z.string(), before: z.string(), limit: z.int() },
  Line,
);

export const setTeamDraftStatus = query(
  "team-drafts/set-status",
  { id: z.string(), status: z.enum(["draft", "committed"]) },
  Line.pick({ id: true }),
);
