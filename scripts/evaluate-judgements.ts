import { z } from "zod";
import { readData } from "../src/data/files.node.ts";
import { CURRENT_POLICY, readMatchingRules } from "../src/data/policies.ts";
import { readVocabulary } from "../src/data/vocabulary.ts";
import { prepareMatching } from "../src/domain/matching/matching.ts";
import { isEligible, type Judged, judge } from "../src/domain/matching/ranking.ts";
import type { MatchingRules } from "../src/domain/matching/similarity.ts";
import { EVIDENCE_KINDS, PROFESSIONAL_TITLES, SERVICE_MODES } from "../src/domain/model/expert.ts";

const Location = z.strictObject({ latitude: z.number(), longitude: z.number() });
const Level = z.int().min(1).max(5);
const Skill = z.strictObject({ industry: z.string(), competence: z.string(), level: Level });
const Title = z.enum(PROFESSIONAL_TITLES);

const Need = z.strictObject({
  text: z.string(),
  asked: z.array(Skill.extend({ weight: z.number().positive() })).min(1),
  county: z.string(),
  location: Location,
  year: z.int(),
  days: z.int().min(1),
  allowsRemote: z.boolean(),
  minimumTitle: Title.nullable(),
});

const Evidence = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS),
  year: z.int(),
  title: z.string(),
});

const Expert = z.strictObject({
  id: z.string(),
  title: Title,
  onDuty: z.boolean(),
  serviceModes: z.array(z.enum(SERVICE_MODES)).min(1),
  travelRadiusKm: z.number(),
  daysPerYear: z.int(),
  committedDays: z.int(),
  currentPostings: z.int(),
  county: z.string().nullable(),
  location: Location,
  observations: z.strictObject({ count: z.int(), sum: z.number() }),
  institutionPaired: z.boolean(),
  prefecturePaired: z.boolean(),
  blocked: z.string().nullable(),
  skills: z.array(Skill.extend({ evidence: z.array(Evidence) })),
});

const Partial = z.record(z.string(), z.unknown());
const Defaults = z.strictObject({ defaults: z.strictObject({ need: Partial, expert: Partial }) });
const Labelled = z.strictObject({
  id: z.string().regex(/^J\d+$/),
  theme: z.string(),
  need: Partial,
  above: Partial,
  below: Partial,
  belowRefused: z.boolean(),
  because: z.string(),
  naivePick: z.enum(["above", "below", "tie"]),
  naive: z.string(),
});

type Labels = z.infer<typeof Labelled>;

/** A judgement that was held or not, with how both experts were judged. */
interface JudgementOutcome extends Pick<Labels, "id" | "theme" | "because" | "naivePick"> {
  held: boolean;
  above: Judged;
  below: Judged;
}

/** A share of judgements that were held. */
interface Held {
  held: number;
  of: number;
}

export interface JudgementReport {
  policy: string;
  all: Held;
  /** Those where a naive count would rank the wrong one first, or neither. */
  discriminating: Held;
  themes: Readonly<Record<string, Held>>;
  failed: readonly JudgementOutcome[];
}

/** True for a line of a file of judgements, the defaults or a judgement. */
export const isJudgement = (line: unknown): boolean =>
  typeof line === "object" && line !== null && ("defaults" in line || "naivePick" in line);

/**
 * Scores judgements "for this need A ranks above B". One is held when A's score is higher and
 * both may be sent; where B should be refused, when A may be sent and B may not.
 * Throws an Error that names the first line that breaks the format, and the field.
 */
export function evaluateJudgements(
  lines: readonly unknown[],
  rules: MatchingRules,
): JudgementReport {
  const [first, ...others] = lines;
  const { defaults } = inLine(1, () => Defaults.parse(first));
  const outcomes = others.map((line, index) =>
    inLine(index + 2, () => outcome(Labelled.parse(line), defaults, rules)),
  );
  const themes = [...new Set(outcomes.map(({ theme }) => theme))].sort();
  return {
    policy: rules.policy.name,
    all: count(outcomes),
    discriminating: count(outcomes.filter(({ naivePick }) => naivePick !== "above")),
    themes: Object.fromEntries(
      themes.map((theme) => [theme, count(outcomes.filter((one) => one.theme === theme))]),
    ),
    failed: outcomes.filter(({ held }) => !held),
  };
}

function inLine<Read>(line: number, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const [issue] = error.issues;
    const field = issue?.path.join(".") ?? "";
    throw new Error(`line ${line}, "${field}": ${issue?.message}`, { cause: error });
  }
}

function outcome(
  { need, above, below, belowRefused, ...labels }: Labels,
  defaults: z.infer<typeof Defaults>["defaults"],
  rules: MatchingRules,
): JudgementOutcome {
  const matching = prepareMatching(rules, Need.parse({ ...defaults.need, ...need }));
  const judged = (expert: Labels["above"]) =>
    judge(matching, Expert.parse({ ...defaults.expert, ...expert }));
  const [upper, lower] = [judged(above), judged(below)];
  const right = belowRefused
    ? !isEligible(lower)
    : isEligible(lower) && upper.scored.score > lower.scored.score;
  const { id, theme, because, naivePick } = labels;
  return {
    ...{ id, theme, because, naivePick },
    held: isEligible(upper) && right,
    above: upper,
    below: lower,
  };
}

const count = (outcomes: readonly JudgementOutcome[]): Held => ({
  held: outcomes.filter(({ held }) => held).length,
  of: outcomes.length,
});

/** The report as text, or as one line of JSON. */
export function reportJudgements(
  lines: readonly unknown[],
  { json = false, policy = CURRENT_POLICY }: { json?: boolean; policy?: string } = {},
): string {
  const vocabulary = readVocabulary(readData);
  const report = evaluateJudgements(lines, readMatchingRules(readData, vocabulary, policy));
  return json ? JSON.stringify(report) : asText(report);
}

function asText({ policy, all, discriminating, themes, failed }: JudgementReport): string {
  const share = ({ held, of }: Held) =>
    `${held} of ${of} (${((100 * held) / Math.max(1, of)).toFixed(1)} %)`;
  return [
    `judgements held with ${policy}: ${share(all)}`,
    `of those a naive count gets wrong: ${share(discriminating)}`,
    ...Object.entries(themes).map(([theme, held]) => `  ${theme}: ${share(held)}`),
    ...failed.flatMap(failure),
  ].join("\n");
}

function failure({ id, theme, because, above, below }: JudgementOutcome): string[] {
  return [
    `not held: ${id} (${theme}) ${because}`,
    breakdown("above", above),
    breakdown("below", below),
  ];
}

function breakdown(side: string, { scored, refusals }: Judged): string {
  const parts = scored.parts.map(({ part, points, max }) => `${part} ${points}/${max}`).join(", ");
  const refused = refusals.map(({ code }) => ` refused: ${code}`).join(",");
  return `  ${side} ${scored.score}: ${parts}${refused}`;
}
