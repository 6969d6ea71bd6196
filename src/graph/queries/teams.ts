import { z } from "zod";
import { EVIDENCE_KINDS, PROFESSIONAL_TITLES, SERVICE_MODES } from "../../domain/model/expert.ts";
import { TIERS } from "../../domain/team/problem.ts";
import { query } from "../query.ts";

const maybeText = z.string().nullable();

export const teamDataRevision = query(
  "teams/revision",
  { unrelated: z.array(z.string()) },
  z.object({ id: z.string() }),
);

const Person = z.object({
  id: z.string(),
  name: z.string(),
  title: z.enum(PROFESSIONAL_TITLES),
  onDuty: z.boolean(),
  serviceModes: z.array(z.enum(SERVICE_MODES)),
  travelRadiusKm: z.int(),
  daysPerYear: z.int(),
  latitude: z.number(),
  longitude: z.number(),
  county: maybeText,
  institution: maybeText,
  institutionName: maybeText,
  level: z.enum(TIERS).nullable(),
});
export type TeamPersonRow = z.infer<typeof Person>;

export const teamPeople = query("teams/people", { after: z.string(), limit: z.int() }, Person);

const SkillRow = z.object({
  expert: z.string(),
  skill: z.string(),
  level: z.int(),
  kinds: z.array(z.enum(EVIDENCE_KINDS)),
  years: z.array(z.int()),
});
export type TeamSkillRow = z.infer<typeof SkillRow>;

export const teamSkills = query("teams/skills", { experts: z.array(z.string()) }, SkillRow);

export const teamGrades = query(
  "teams/grades",
  {},
  z.object({ expert: z.string(), grade: z.string() }),
);

export const teamRatings = query(
  "teams/ratings",
  {},
  z.object({ expert: z.string(), rating: z.int() }),
);

export const teamCoWork = query(
  "teams/co-work",
  {},
  z.object({ one: z.string(), other: z.string(), times: z.int(), lastYear: z.int() }),
);

export const teamPostings = query(
  "teams/postings",
  { year: z.int() },
  z.object({ expert: z.string(), days: z.int() }),
);

export const teamSeats = query(
  "teams/seats",
  { year: z.int() },
  z.object({
    expert: z.string(),
    team: z.string(),
    name: z.string(),
    county: z.string(),
    days: z.int(),
  }),
);

export const teamsBefore = query(
  "teams/before",
  { county: z.string(), year: z.int(), limit: z.int() },
  z.object({
    team: z.string(),
    name: z.string(),
    year: z.int(),
    expert: z.string(),
    role: z.string(),
  }),
);

export const blockedFromCounty = query(
  "teams/blocked",
  { county: z.string() },
  z.object({ expert: z.string(), reason: z.string() }),
);

export const heldEvidence = query(
  "teams/held-evidence",
  { ids: z.array(z.string()) },
  SkillRow.extend({ titles: z.array(z.string()) }),
);

const Seat = z.object({ team: z.string(), name: z.string(), county: z.string(), days: z.int() });

export const teamAvailability = query(
  "teams/availability",
  { experts: z.array(z.string()), year: z.int() },
  z.object({
    id: z.string(),
    name: z.string(),
    onDuty: z.boolean(),
    daysPerYear: z.int(),
    postingDays: z.array(z.int()),
    seats: z.array(Seat),
    blocked: z.array(z.string()),
  }),
);

export const takenTeamSeats = query(
  "teams/taken-seats",
  { experts: z.array(z.string()), year: z.int() },
  z.object({ id: z.string() }),
);

export const teamsServing = query(
  "teams/serving",
  { county: z.string(), year: z.int() },
  z.object({ team: z.string(), name: z.string(), draft: maybeText }),
);

export const createTeam = query(
  "teams/create",
  {
    id: z.string(),
    properties: z.object({
      name: z.string(),
      year: z.int(),
      termYears: z.int(),
      preset: z.string(),
      committedBy: z.string(),
      committedAt: z.string(),
      demo: z.boolean(),
    }),
    county: z.string(),
    draft: z.string(),
  },
  z.object({ id: z.string() }),
);

export const addTeamMembers = query(
  "teams/add-members",
  {
    team: z.string(),
    year: z.int(),
    members: z.array(
      z.object({
        expert: z.string(),
        seat: z.string(),
        properties: z.object({ role: z.string(), days: z.int(), squad: z.string().optional() }),
      }),
    ),
  },
  z.object({ added: z.int() }),
);

export const membersOfTeam = query(
  "teams/members",
  { team: z.string() },
  z.object({
    expert: z.string(),
    role: z.string(),
    squad: maybeText,
    days: z.int().nullable(),
  }),
);

export const freeTeamSeats = query(
  "teams/free-seats",
  { team: z.string() },
  z.object({ freed: z.int() }),
);

export const removeTeam = query("teams/remove", { team: z.string() }, z.object({ id: z.string() }));
