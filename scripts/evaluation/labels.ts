import { z } from "zod";
import type { SkillKey, Vocabulary } from "../../src/domain/model/vocabulary.ts";

export const KINDS_OF_TAG = ["industries", "competences"] as const;
export type KindOfTag = (typeof KINDS_OF_TAG)[number];

/** What a text asks for: of `any`, one of each group; `may` counts neither for nor against. */
export interface Labels {
  must: readonly string[];
  any: readonly (readonly string[])[];
  may: readonly string[];
}

/** The labels of one text; the fields are those of test/evaluation/README.md. */
export interface LabelSet extends Record<KindOfTag, Labels> {
  id: string;
  /** Null where the file names no pairs. */
  pairs: readonly SkillKey[] | null;
  urgent: boolean;
  askBack: boolean;
}

/** A request with what a reader found in it. */
export interface LabelledRequest extends LabelSet {
  text: string;
  /** Who writes: "farmer", "clerk", "official", "expert"; null where the file does not say. */
  speaker: string | null;
  /** What is hard about the text: "dialect", "negated", ... */
  kinds: readonly string[];
}

function labelFields(vocabulary: Vocabulary) {
  const idOf = (kind: KindOfTag) =>
    z.string().refine((id) => vocabulary[kind].has(id), {
      error: ({ input }) => `"${input}" is none of the ${kind}`,
    });
  const [Industry, Competence] = [idOf("industries"), idOf("competences")];
  const Pair = z.object({ industry: Industry, competence: Competence });
  const groups = (id: z.ZodType<string>) => z.array(z.array(id).min(1)).default([]);
  return {
    id: z.string(),
    industries: z.array(Industry).default([]),
    industries_any: groups(Industry),
    industries_may: z.array(Industry).default([]),
    competences: z.array(Competence).default([]),
    competences_any: groups(Competence),
    competences_may: z.array(Competence).default([]),
    pairs: z.array(Pair).optional(),
    urgent: z.boolean().default(false),
    ask_back: z.boolean().default(false),
  };
}

type Row = z.infer<z.ZodObject<ReturnType<typeof labelFields>>>;

const labelSet = (row: Row): LabelSet => ({
  id: row.id,
  industries: { must: row.industries, any: row.industries_any, may: row.industries_may },
  competences: { must: row.competences, any: row.competences_any, may: row.competences_may },
  pairs: row.pairs ?? null,
  urgent: row.urgent,
  askBack: row.ask_back,
});

const LABELS = ["industries", "competences", "ask_back"];

/** A line without any label is some other list of texts, not a request with nothing in it. */
const isLabelled = (line: unknown): boolean =>
  typeof line === "object" && line !== null && LABELS.some((label) => label in line);

function parseAll<Parsed>(lines: readonly unknown[], schema: z.ZodType<Parsed>): Parsed[] {
  const faults: string[] = [];
  const parsed = lines.flatMap((line, index) => {
    const { success, data, error } = schema.safeParse(line);
    if (success && isLabelled(line)) return [data];
    if (!isLabelled(line)) {
      faults.push(`line ${index + 1}: has no labels (${LABELS.join(", ")})`);
      return [];
    }
    const reasons = (error?.issues ?? []).map(
      ({ path, message }) => `${path.join(".")}: ${message}`,
    );
    faults.push(`line ${index + 1}: ${reasons.join("; ")}`);
    return [];
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return parsed;
}

/** The labels of parsed lines; texts are not needed. Throws an Error that names each bad line. */
export const readLabels = (lines: readonly unknown[], vocabulary: Vocabulary): LabelSet[] =>
  parseAll(lines, z.object(labelFields(vocabulary)).transform(labelSet));

/** The labelled requests of parsed lines. Throws an Error that names each bad line. */
export function readRequests(lines: readonly unknown[], vocabulary: Vocabulary): LabelledRequest[] {
  const schema = z
    .object({
      ...labelFields(vocabulary),
      text: z.string(),
      speaker: z.string().nullable().default(null),
      kinds: z.array(z.string()).default([]),
    })
    .transform((row) => ({
      ...labelSet(row),
      text: row.text,
      speaker: row.speaker,
      kinds: row.kinds,
    }));
  return parseAll(lines, schema);
}
