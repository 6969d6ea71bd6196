/** What a language model may take and cost. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** From sending a request to the first byte of its answer. */
  firstByteMs: number;
  /** From the question to the draft, a second attempt included. */
  totalMs: number;
  /** How long a question may wait for a seat. */
  seatMs: number;
  /** A service that asks for more patience than this is not asked again. */
  longestRetryMs: number;
  /** How much of an answer is read that comes in one piece ... */
  jsonBytes: number;
  /** ... and of one that comes as a stream, where each token has a frame of some 250 bytes. */
  streamBytes: number;
  /** After so many failures in a row the service is left alone ... */
  failuresToRest: number;
  /** ... for so long; then one question is tried. */
  restMs: number;
}

export const LIMITS: Limits = {
  firstByteMs: 2_000,
  totalMs: 10_000,
  seatMs: 250,
  longestRetryMs: 2_000,
  jsonBytes: 64 * 1_024,
  streamBytes: 1_024 * 1_024,
  failuresToRest: 5,
  restMs: 30_000,
};
