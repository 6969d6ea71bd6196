import { AppError } from "../../domain/error.ts";
import type { Span, Understanding } from "../../domain/understanding/tagger.ts";
import type { Context } from "../../usecases/context.ts";
import { MOST_CORRECTIONS, recordCorrections } from "../../usecases/record-corrections.ts";
import { confidences, originOf } from "./asked-chips.ts";
import { isSameText, missingIn, skillAdded, skillTaken, tagJudged } from "./problem-actions.ts";
import type { ProblemState } from "./problem-state.ts";
import type { PageContext } from "./view.ts";

type Corrections = Parameters<typeof recordCorrections>[1]["corrections"];
type Correction = Corrections[number];

/** More than anybody waits for a page because of what is only kept for later evaluation. */
const MOST_MILLISECONDS = 1_500;

interface Judged {
  /** As it was shown: spans point into it. */
  text: string;
  corrections: Corrections;
}

/**
 * Keeps what a reader said of a reading, for later evaluation of the tagger. Whether it could be
 * kept or not, and however long that takes, the page goes on. Answers what the reader has to know: that
 * too many were sent to keep this one.
 */
export async function keepCorrections(
  context: Context,
  { text, corrections }: Judged,
): Promise<AppError | null> {
  if (corrections.length === 0) return null;
  const kept = recordCorrections(context, {
    text,
    corrections: corrections.slice(0, MOST_CORRECTIONS),
  });
  return Promise.race([kept.then(() => null, refusalIn), patience()]);
}

const refusalIn = (error: unknown): AppError | null =>
  error instanceof AppError && error.code === "too_many" ? error : null;

const patience = (): Promise<null> =>
  new Promise((resolve) => void setTimeout(() => resolve(null), MOST_MILLISECONDS));

/** The status and headers of a page whose reader's judgement was refused; 200 where none was. */
export function sayRefused(c: PageContext, refused: AppError | null): 200 | 429 {
  if (!refused) return 200;
  c.header("retry-after", String(refused.retryAfterSeconds));
  return 429;
}

interface Press {
  form: URLSearchParams;
  state: ProblemState;
  read: { text: string; understanding: Understanding };
}

/** What the press of a button said of what was read. */
export function correctionsIn({ form, state, read }: Press): Corrections {
  // Chips of other words say nothing about these.
  if (!isSameText(form.get("was"), state.text)) return [];
  const sureness = confidences(read.understanding);
  const judge = (skill: string, right: boolean): Correction => ({
    tag: `skill:${skill}`,
    ...wordsOf(skill, read.understanding),
    right,
    origin: originOf(skill, sureness, form.getAll("taken")),
  });
  if (missingIn(form).length > 0) return [];
  const judged = tagJudged(form);
  if (judged)
    return [{ ...judged, ...wordsOfTag(judged.tag, read.understanding), origin: "offline" }];
  const removed = form.get("remove");
  if (removed) return [judge(removed, false)];
  const taken = skillTaken(form);
  if (taken) return [{ ...judge(taken.skill, true), ...spanIn(read.text, taken), origin: "model" }];
  switch (form.get("chips")) {
    case "confirm":
      return form.getAll("skill").map((skill) => judge(skill, true));
    case "add":
      return [{ ...judge(skillAdded(form), true), ...NO_WORDS, origin: "person" }];
    default:
      return [];
  }
}

const NO_WORDS: Span = { words: "", from: 0, to: 0 };

const spanIn = (text: string, { from, to }: { from: number; to: number }): Span =>
  text.slice(from, to) === "" ? NO_WORDS : { words: text.slice(from, to), from, to };

const wordsOfTag = (tag: string, { evidence }: Understanding): Span =>
  spanOf(evidence.find((one) => one.tag === tag));

const spanOf = (found: Span | undefined): Span =>
  found ? { words: found.words, from: found.from, to: found.to } : NO_WORDS;

/** The words that speak for a skill: those of its problem before those of its industry. */
function wordsOf(skill: string, { evidence }: Understanding): Span {
  const [industry = "", competence = ""] = skill.split("/");
  const found =
    evidence.find(({ tag }) => tag === `competence:${competence}`) ??
    evidence.find(({ tag }) => tag === `industry:${industry}`);
  return spanOf(found);
}
