import type { FaultOf } from "./fault.ts";

/** How to reach a Neo4j, over whichever protocol. */
export interface Neo4jSettings {
  uri: string;
  user: string;
  password: string;
  database: string;
}

/** A server that does not answer: the driver's own code, taken over for HTTP. */
export const UNREACHABLE = "ServiceUnavailable";

const DOWN = [
  UNREACHABLE,
  "SessionExpired",
  "Neo.ClientError.Security.Unauthorized",
  "Neo.ClientError.Security.AuthenticationRateLimit",
  "Neo.ClientError.Database.DatabaseNotFound",
];

/** By Neo4j's status code, which the driver and the HTTP API share. */
export const statusFault = (code: string): ReturnType<FaultOf> => {
  if (code === "Neo.ClientError.Schema.ConstraintValidationFailed") return "refused";
  if (code.startsWith("Neo.TransientError.")) return "passing";
  return DOWN.includes(code) ? "down" : undefined;
};
