import { parsed } from "../../domain/input.ts";
import {
  ExplainTeamWhyNot,
  explainTeamWhyNot,
  type TeamWhyNot,
} from "../../usecases/explain-team-why-not.ts";
import { whileAsked } from "../while-asked.ts";
import { choicesFor } from "./ask-why-not.ts";
import type { WhyNotAnswer } from "./components/why-not-form.tsx";
import { isReadersFault } from "./failures.ts";
import type { PageContext } from "./view.ts";

/** What came of asking why somebody is not in a team. */
export type TeamWhyNotAnswer = WhyNotAnswer<TeamWhyNot>;

/** Answers a "why not ...?" about a team: a name that stands for several becomes a choice. */
export async function askTeamWhyNot(
  c: PageContext,
  expert: string,
  asking: object,
): Promise<TeamWhyNotAnswer | null> {
  if (expert === "") return null;
  const context = c.get("ctx");
  try {
    const input = parsed(ExplainTeamWhyNot, { ...asking, expert });
    return {
      kind: "explained",
      explanation: await explainTeamWhyNot(context, input, whileAsked(c)),
    };
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return choicesFor(context, expert, error);
  }
}
