import { z } from "zod";
import { query } from "../query.ts";

const Asked = z.object({ skill: z.string(), weight: z.number(), level: z.int() });

const Need = z.object({
  id: z.string(),
  code: z.string(),
  text: z.string(),
  status: z.string(),
  urgent: z.boolean(),
  allowsRemote: z.boolean(),
  days: z.int(),
  year: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
  demo: z.boolean(),
  /** Six-digit code. */
  county: z.string(),
  asked: z.array(Asked),
});
export type NeedRow = z.infer<typeof Need>;

export const needById = query("needs/by-id", { id: z.string() }, Need);
export const needIdByCode = query("needs/by-code", { code: z.string() }, Need.pick({ id: true }));

const Line = Need.omit({ allowsRemote: true, days: true, year: true, asked: true });
export type NeedLine = z.infer<typeof Line>;

export const listNeedLines = query(
  "needs/list",
  {
    county: z.string(),
    status: z.string(),
    words: z.string(),
    before: z.string(),
    limit: z.int(),
  },
  Line,
);

export const lastNeedCode = query(
  "needs/last-code",
  { prefix: z.string() },
  Need.pick({ code: true }),
);

export const createNeedNode = query(
  "needs/create",
  {
    id: z.string(),
    properties: Need.omit({ id: true, county: true, asked: true }),
    county: z.string(),
  },
  Need.pick({ id: true, code: true }),
);

export const setAskedSkills = query(
  "needs/ask",
  {
    id: z.string(),
    asked: z.array(
      Asked.extend({
        industry: z.string(),
        competence: z.string(),
        industryId: z.string(),
        competenceId: z.string(),
      }),
    ),
  },
  z.object({ asked: z.int() }),
);

const Open = Need.omit({ status: true, createdAt: true, createdBy: true });
export type OpenNeedRow = z.infer<typeof Open>;

export const openNeedsAsking = query(
  "needs/open-asking",
  { skills: z.array(z.string()), limit: z.int() },
  Open,
);

export const openNeedsOfCounty = query(
  "needs/open-in-county",
  { county: z.string(), limit: z.int() },
  Need.pick({ code: true, urgent: true, createdAt: true, asked: true }),
);
