import { z } from "zod";
import type { Vocabulary } from "../src/domain/model/vocabulary.ts";
import type { Tagger, Understanding } from "../src/domain/understanding/tagger.ts";

const KINDS = ["industries", "competences"] as const;
type Kind = (typeof KINDS)[number];

interface Labels {
  must: readonly string[];
  any: readonly (readonly string[])[];
  may: readonly string[];
}

/** A request with what a reader found in it; the fields are those of test/evaluation/README.md. */
export interface LabelledRequest {
  id: string;
  text: string;
  industries: Labels;
  competences: Labels;
  /** Null where the file names no pairs. */
  pairs: readonly { industry: string; competence: string }[] | null;
  urgent: boolean;
  askBack: boolean;
}

/** Counts of what was found rightly, invented, and missed. */
interface Counts {
  right: number;
  invented: number;
  missed: number;
}

interface Rates extends Counts {
  /** In [0, 1]; 1 when nothing was found. */
  precision: number;
  /** In [0, 1]; 1 when there was nothing to find. */
  recall: number;
  f1: number;
}

interface Compared {
  right: string[];
  invented: string[];
  missed: string[];
}

interface CaseReport {
  id: string;
  text: string;
  industries: Compared;
  competences: Compared;
  pairs: Compared | null;
  askBack: { expected: boolean; asked: string[] };
  urgent: { expected: boolean; found: boolean };
  exact: boolean;
  unknown: string[];
}

export interface RequestReport {
  texts: number;
  industries: Rates;
  competences: Rates;
  pairs: Rates | null;
  askBack: Rates;
  urgent: Rates;
  /** Share of texts whose industries and competences are all right, nothing missed or invented. */
  exactShare: number;
  cases: CaseReport[];
}

function labelledRequest(vocabulary: Vocabulary): z.ZodType<LabelledRequest> {
  const idOf = (kind: Kind) =>
    z.string().refine((id) => vocabulary[kind].has(id), {
      error: ({ input }) => `"${input}" is none of the ${kind}`,
    });
  const [Industry, Competence] = [idOf("industries"), idOf("competences")];
  const Pair = z.object({ industry: Industry, competence: Competence });
  const groups = (id: z.ZodType<string>) => z.array(z.array(id).min(1)).default([]);
  return z
    .object({
      id: z.string(),
      text: z.string(),
      industries: z.array(Industry).default([]),
      industries_any: groups(Industry),
      industries_may: z.array(Industry).default([]),
      competences: z.array(Competence).default([]),
      competences_any: groups(Competence),
      competences_may: z.array(Competence).default([]),
      pairs: z.array(Pair).optional(),
      urgent: z.boolean().default(false),
      ask_back: z.boolean().default(false),
    })
    .transform((row) => ({
      id: row.id,
      text: row.text,
      industries: { must: row.industries, any: row.industries_any, may: row.industries_may },
      competences: { must: row.competences, any: row.competences_any, may: row.competences_may },
      pairs: row.pairs ?? null,
      urgent: row.urgent,
      askBack: row.ask_back,
    }));
}

/** The labelled requests of parsed lines. Throws an Error that names each bad line. */
export function readRequests(lines: readonly unknown[], vocabulary: Vocabulary): LabelledRequest[] {
  const schema = labelledRequest(vocabulary);
  const faults: string[] = [];
  const requests = lines.flatMap((line, index) => {
    const { success, data, error } = schema.safeParse(line);
    if (success) return [data];
    const reasons = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    faults.push(`line ${index + 1}: ${reasons.join("; ")}`);
    return [];
  });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return requests;
}

/** What of `found` is right, invented or missing. A group counts once, by its first member. */
export function compare(found: readonly string[], { must, any, may }: Labels): Compared {
  const held = new Set(found);
  const groups = any.map((group) => ({
    name: group.join("|"),
    hit: group.some((id) => held.has(id)),
  }));
  const allowed = new Set([...must, ...any.flat(), ...may]);
  return {
    right: [
      ...must.filter((id) => held.has(id)),
      ...groups.filter(({ hit }) => hit).map(({ name }) => name),
    ],
    invented: [...held].filter((id) => !allowed.has(id)),
    missed: [
      ...must.filter((id) => !held.has(id)),
      ...groups.filter(({ hit }) => !hit).map(({ name }) => name),
    ],
  };
}

const pairName = (pair: { industry: string; competence: string }): string =>
  `${pair.industry} x ${pair.competence}`;

/** A pair is invented unless one of its halves is only allowed (any, may), not demanded. */
function comparePairs(found: Understanding, request: LabelledRequest): Compared | null {
  if (request.pairs === null) return null;
  const held = found.needs.flatMap(({ skills }) => skills);
  const names = new Set(held.map(pairName));
  const demanded = request.pairs.map(pairName);
  const isOptional = (labels: Labels, id: string) =>
    labels.may.includes(id) || labels.any.flat().includes(id);
  const invented = held.filter(
    (pair) =>
      !demanded.includes(pairName(pair)) &&
      !isOptional(request.industries, pair.industry) &&
      !isOptional(request.competences, pair.competence),
  );
  return {
    right: demanded.filter((name) => names.has(name)),
    invented: [...new Set(invented.map(pairName))],
    missed: demanded.filter((name) => !names.has(name)),
  };
}

function judge(request: LabelledRequest, found: Understanding): CaseReport {
  const industries = compare(found.industries, request.industries);
  const competences = compare(found.competences, request.competences);
  const faults = [industries, competences].flatMap(({ invented, missed }) => [
    ...invented,
    ...missed,
  ]);
  return {
    id: request.id,
    text: request.text,
    industries,
    competences,
    pairs: comparePairs(found, request),
    askBack: { expected: request.askBack, asked: found.askBack.map(({ about }) => about) },
    urgent: { expected: request.urgent, found: found.urgent },
    exact: faults.length === 0,
    unknown: found.unknown.map(({ words }) => words),
  };
}

function rates({ right, invented, missed }: Counts): Rates {
  const precision = right + invented === 0 ? 1 : right / (right + invented);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { right, invented, missed, precision, recall, f1 };
}

/** Micro rates: counts are summed over all texts before they are divided. */
function micro(compared: readonly Compared[]): Rates {
  const sum = (key: keyof Compared) => compared.reduce((total, one) => total + one[key].length, 0);
  return rates({ right: sum("right"), invented: sum("invented"), missed: sum("missed") });
}

/** Rates of a yes-or-no answer. */
function yesNo(answers: readonly { expected: boolean; given: boolean }[]): Rates {
  const count = (expected: boolean, given: boolean) =>
    answers.filter((answer) => answer.expected === expected && answer.given === given).length;
  return rates({
    right: count(true, true),
    invented: count(false, true),
    missed: count(true, false),
  });
}

/** Scores a tagger on labelled requests, as test/evaluation/README.md says. */
export function evaluateRequests(requests: readonly LabelledRequest[], tag: Tagger): RequestReport {
  const cases = requests.map((request) => judge(request, tag(request.text)));
  const pairs = cases.flatMap((one) => one.pairs ?? []);
  return {
    texts: cases.length,
    industries: micro(cases.map((one) => one.industries)),
    competences: micro(cases.map((one) => one.competences)),
    pairs: pairs.length > 0 ? micro(pairs) : null,
    askBack: yesNo(
      cases.map(({ askBack }) => ({ expected: askBack.expected, given: askBack.asked.length > 0 })),
    ),
    urgent: yesNo(cases.map(({ urgent }) => ({ expected: urgent.expected, given: urgent.found }))),
    exactShare: cases.filter(({ exact }) => exact).length / Math.max(1, cases.length),
    cases,
  };
}

const figure = (share: number): string => share.toFixed(3);

function rateRow(name: string, found: Rates | null): string {
  if (found === null) return `${name.padEnd(12)} (no pairs in the file)`;
  const shares = [found.precision, found.recall, found.f1].map(figure);
  const counts = [found.right, found.invented, found.missed].map((count) => String(count));
  return [name.padEnd(12), ...[...shares, ...counts].map((cell) => cell.padStart(9))].join(" ");
}

function faultsOf({ industries, competences, pairs, askBack, urgent }: CaseReport): string[] {
  const found = [...askBack.asked].join(", ");
  return [
    ...[industries, competences, pairs ?? { missed: [], invented: [] }].flatMap((compared) => [
      ...compared.missed.map((id) => `missed ${id}`),
      ...compared.invented.map((id) => `invented ${id}`),
    ]),
    ...(askBack.expected && found === "" ? ["did not ask back"] : []),
    ...(!askBack.expected && found !== "" ? [`asked back about ${found}`] : []),
    ...(urgent.expected && !urgent.found ? ["missed urgent"] : []),
    ...(!urgent.expected && urgent.found ? ["invented urgent"] : []),
  ];
}

function caseLines(one: CaseReport): string[] {
  const faults = faultsOf(one);
  if (faults.length === 0) return [];
  const unknown = one.unknown.length > 0 ? ` (not understood: ${one.unknown.join(", ")})` : "";
  return [`${one.id} ${one.text}`, `    ${faults.join("; ")}${unknown}`];
}

/** The report as a plain table, then each text with a fault. */
export function requestTable(report: RequestReport): string {
  const heads = ["precision", "recall", "f1", "right", "invented", "missed"];
  const faulty = report.cases.flatMap(caseLines);
  return [
    `${report.texts} texts, ${(100 * report.exactShare).toFixed(1)} % with exactly the right sets`,
    "",
    [" ".repeat(12), ...heads.map((head) => head.padStart(9))].join(" "),
    rateRow("industries", report.industries),
    rateRow("competences", report.competences),
    rateRow("pairs", report.pairs),
    rateRow("ask back", report.askBack),
    rateRow("urgent", report.urgent),
    ...(faulty.length > 0 ? ["", "Faults:", ...faulty] : []),
  ].join("\n");
}
