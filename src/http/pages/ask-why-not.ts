import type { AppError } from "../../domain/error.ts";
import { parsed } from "../../domain/input.ts";
import type { Context } from "../../usecases/context.ts";
import {
  ExplainWhyNot,
  ExplainWhyNotForNeed,
  explainWhyNot,
} from "../../usecases/explain-why-not.ts";
import { SearchExperts, searchExperts } from "../../usecases/search-experts.ts";
import type { WhyNotFailure } from "./components/why-not-form.tsx";
import type { RankingWhyNot } from "./components/why-not-listed.tsx";
import { isReadersFault } from "./failures.ts";

/** Namesakes to choose from. */
const MOST_CHOICES = 12;

/** Answers a "why not ...?" on a page: a name that stands for several becomes a choice. */
export async function askWhyNot(
  context: Context,
  expert: string,
  asking: object,
): Promise<RankingWhyNot | null> {
  if (expert === "") return null;
  const schema = "need" in asking ? ExplainWhyNotForNeed : ExplainWhyNot;
  try {
    const explanation = await explainWhyNot(context, parsed(schema, { ...asking, expert }));
    return { kind: "explained", explanation };
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return choicesFor(context, expert, error);
  }
}

/** The namesakes to choose from when a name was ambiguous; else what the failure says. */
export async function choicesFor(
  context: Context,
  name: string,
  error: AppError,
): Promise<WhyNotFailure> {
  if (error.code !== "ambiguous") return failed(error);
  const search = parsed(SearchExperts, { words: name, limit: MOST_CHOICES });
  const { experts } = await searchExperts(context, search);
  const choices = experts.filter((expert) => expert.name === name);
  return choices.length > 0 ? { kind: "several", choices } : failed(error);
}

const failed = ({ sentence }: AppError): WhyNotFailure => ({ kind: "failed", sentence });
