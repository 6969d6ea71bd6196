import type { Mention } from "./reading.ts";

/** An industry where the text names or implies it. */
export interface NamedIndustry {
  id: string;
  mention: Mention;
  /** Named by a word of its own, or only implied by a problem that occurs in it alone. */
  isImplied: boolean;
  /** Industries of one list (柑橘、猕猴桃) share a number and the problems said of the list. */
  list: number;
}
