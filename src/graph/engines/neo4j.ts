import type { FaultOf } from "./fault.ts";

/** How to reach a Neo4j, over whichever protocol. */
export interface Neo4jSettings {
  uri: string;
  user: string;
  password: string;
  database: string;
  /** Milliseconds that a statement may take before the server counts as down; 8,000 unless said. */
  patienceMs?: number;
}

/** Longer than any statement of ours takes, shorter than a user waits. */
export const PATIENCE_MS = 8_000;

const DENIED = [
  "Neo.ClientError.Security.Unauthorized",
  "Neo.ClientError.Security.AuthenticationRateLimit",
  "Neo.ClientError.Security.CredentialsExpired",
  "Neo.ClientError.Security.Forbidden",
];

const DOWN = [
  "Neo.ClientError.Database.DatabaseNotFound",
  "Neo.ClientError.Transaction.LockClientStopped",
];

/** A statement that was ended for taking too long: the rest of the name says who set the limit. */
const TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut";

/** By Neo4j's status code, which the driver and the HTTP API share. */
export const statusFault = (code: string): ReturnType<FaultOf> => {
  if (code === "Neo.ClientError.Schema.ConstraintValidationFailed") return "refused";
  if (code.startsWith("Neo.TransientError.")) return "passing";
  if (DENIED.includes(code)) return "denied";
  return DOWN.includes(code) || code.startsWith(TIMED_OUT) ? "down" : undefined;
};
