import type { NoDraft } from "../../domain/understanding/suggestion-draft.ts";

interface Circumstances {
  reason: NoDraft;
  /** What the service answered with, where it answered. */
  status?: number;
  /** Milliseconds after which the same question may be asked again; undefined: not at all. */
  againAfterMs?: number;
  cause?: unknown;
}

/** The service gave no draft. */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly reason: NoDraft;
  readonly status: number | undefined;
  readonly againAfterMs: number | undefined;

  constructor(what: string, { reason, status, againAfterMs, cause }: Circumstances) {
    super(what, { cause });
    this.reason = reason;
    this.status = status;
    this.againAfterMs = againAfterMs;
  }

  /** Whether the service cannot have done anything yet that costs tokens. */
  get isUnspent(): boolean {
    return this.status !== undefined || this.againAfterMs !== undefined;
  }
}

/** The failure behind an error, however often it was wrapped. */
export function failureBehind(error: unknown): ModelFailure | undefined {
  if (error instanceof ModelFailure) return error;
  return error instanceof Error && error.cause !== undefined
    ? failureBehind(error.cause)
    : undefined;
}
