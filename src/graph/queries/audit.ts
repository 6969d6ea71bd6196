import { z } from "zod";
import { query } from "../query.ts";

const Json = z.string();

const AuditEvent = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  before: Json,
  after: Json,
});

export const appendAudit = query("audit/append", AuditEvent.shape, AuditEvent.pick({ id: true }));

export const auditOfSubject = query(
  "audit/by-subject",
  { subject: z.string(), after: z.string(), limit: z.int() },
  AuditEvent.omit({ subject: true }),
);

export const latestAudit = query("audit/latest", {}, AuditEvent.pick({ id: true, at: true }));
