import { parsed } from "../../domain/input.ts";
import type { Context } from "../../usecases/context.ts";
import {
  ExplainTeamWhyNot,
  explainTeamWhyNot,
  type TeamWhyNot,
} from "../../usecases/explain-team-why-not.ts";
import { choicesFor } from "./ask-why-not.ts";
import type { WhyNotAnswer } from "./components/why-not-form.tsx";
import { isReadersFault } from "./failures.ts";

/** What came of asking why somebody is not in a team. */
export type TeamWhyNotAnswer = WhyNotAnswer<TeamWhyNot>;

/** Answers a "why not ...?" about a team: a name that stands for several becomes a choice. */
export async function askTeamWhyNot(
  context: Context,
  expert: string,
  asking: object,
): Promise<TeamWhyNotAnswer | null> {
  if (expert === "") return null;
  try {
    const input = parsed(ExplainTeamWhyNot, { ...asking, expert });
    return { kind: "explained", explanation: await explainTeamWhyNot(context, input) };
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return choicesFor(context, expert, error);
  }
}
