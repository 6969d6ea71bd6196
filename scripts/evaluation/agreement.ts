import type { Vocabulary } from "../../src/domain/model/vocabulary.ts";
import { type Interval, interval } from "./bootstrap.ts";
import { columns, figure } from "./columns.ts";
import { type Agreement, add, agreementOf, type Contingency, tabulate } from "./kappa.ts";
import { KINDS_OF_TAG, type KindOfTag, type LabelSet, type Labels } from "./labels.ts";

/** Agreement with its 95 % interval, by resampling texts. */
interface MeasuredAgreement extends Agreement {
  interval: Interval;
}

/** What two labellers gave differently in one text, counted strictly. */
interface Difference {
  id: string;
  /** Tags, "ask_back" or "urgent"; "tea (allowed)" is one the other allows. */
  onlyFirst: string[];
  onlySecond: string[];
}

export interface AgreementReport {
  texts: number;
  /** Over every text and tag, without those either labeller only allowed. */
  industries: MeasuredAgreement;
  competences: MeasuredAgreement;
  /** Over every text and tag: what is only allowed is not given. */
  strict: Record<KindOfTag, MeasuredAgreement>;
  askBack: MeasuredAgreement;
  urgent: MeasuredAgreement;
  differences: Difference[];
}

interface Pair {
  first: LabelSet;
  second: LabelSet;
}

function byId(labels: readonly LabelSet[], which: string): Map<string, LabelSet> {
  const known = new Map<string, LabelSet>();
  const repeated = labels.filter((one) => known.size === known.set(one.id, one).size);
  if (repeated.length > 0) {
    throw new Error(`${which} labels twice: ${repeated.map(({ id }) => id).join(", ")}`);
  }
  return known;
}

/** The two labellings of each text. Throws an Error that names the texts only one has labelled. */
function pairUp(first: readonly LabelSet[], second: readonly LabelSet[]): Pair[] {
  const [left, right] = [byId(first, "the first file"), byId(second, "the second file")];
  const alone = [
    ...first.filter(({ id }) => !right.has(id)).map(({ id }) => `${id} (first file)`),
    ...second.filter(({ id }) => !left.has(id)).map(({ id }) => `${id} (second file)`),
  ];
  if (alone.length > 0) throw new Error(`labelled in one file only: ${alone.join(", ")}`);
  return first.flatMap((one) => {
    const other = right.get(one.id);
    return other === undefined ? [] : [{ first: one, second: other }];
  });
}

/** A must or a member of a group is given. */
const isGiven = ({ must, any }: Labels, id: string): boolean =>
  must.includes(id) || any.flat().includes(id);

const isOnlyAllowed = (labels: Labels, id: string): boolean =>
  labels.may.includes(id) && !isGiven(labels, id);

interface Question {
  id: string;
  first: boolean;
  second: boolean;
}

/** Whether each labeller gave a tag, for each tag of the vocabulary that counts. */
function tagQuestions(
  { first, second }: Pair,
  kind: KindOfTag,
  { vocabulary, strict }: { vocabulary: Vocabulary; strict: boolean },
): Question[] {
  const isAllowed = (id: string) =>
    isOnlyAllowed(first[kind], id) || isOnlyAllowed(second[kind], id);
  return [...vocabulary[kind].keys()]
    .filter((id) => strict || !isAllowed(id))
    .map((id) => ({
      id: isAllowed(id) ? `${id} (allowed)` : id,
      first: isGiven(first[kind], id),
      second: isGiven(second[kind], id),
    }));
}

const otherQuestions = ({ first, second }: Pair): Record<"askBack" | "urgent", Question> => ({
  askBack: { id: "ask_back", first: first.askBack, second: second.askBack },
  urgent: { id: "urgent", first: first.urgent, second: second.urgent },
});

function measure(tables: readonly Contingency[]): MeasuredAgreement {
  const kappa = (sample: readonly Contingency[]) => agreementOf(add(sample)).kappa;
  return { ...agreementOf(add(tables)), interval: interval(tables, kappa) };
}

function differenceIn(pair: Pair, vocabulary: Vocabulary): Difference {
  const questions = [
    ...KINDS_OF_TAG.flatMap((kind) => tagQuestions(pair, kind, { vocabulary, strict: true })),
    ...Object.values(otherQuestions(pair)),
  ];
  return {
    id: pair.first.id,
    onlyFirst: questions.filter(({ first, second }) => first && !second).map(({ id }) => id),
    onlySecond: questions.filter(({ first, second }) => !first && second).map(({ id }) => id),
  };
}

/** How far two independent labellings of the same texts agree. Throws when the texts differ. */
export function compareLabellings(
  first: readonly LabelSet[],
  second: readonly LabelSet[],
  vocabulary: Vocabulary,
): AgreementReport {
  const pairs = pairUp(first, second);
  const tags = (kind: KindOfTag, strict: boolean) =>
    measure(pairs.map((pair) => tabulate(tagQuestions(pair, kind, { vocabulary, strict }))));
  const other = (name: "askBack" | "urgent") =>
    measure(pairs.map((pair) => tabulate([otherQuestions(pair)[name]])));
  return {
    texts: pairs.length,
    industries: tags("industries", false),
    competences: tags("competences", false),
    strict: { industries: tags("industries", true), competences: tags("competences", true) },
    askBack: other("askBack"),
    urgent: other("urgent"),
    differences: pairs
      .map((pair) => differenceIn(pair, vocabulary))
      .filter(({ onlyFirst, onlySecond }) => onlyFirst.length + onlySecond.length > 0),
  };
}

function row(name: string, measured: MeasuredAgreement): string[] {
  const { kappa, interval: within, observed, ...counts } = measured;
  const { cells, both, onlyFirst, onlySecond } = counts;
  return [
    name,
    figure(kappa),
    `${figure(within.low)}-${figure(within.high)}`,
    figure(observed),
    ...[cells, both, onlyFirst, onlySecond].map(String),
  ];
}

function differenceLine({ id, onlyFirst, onlySecond }: Difference): string {
  const sides = [
    onlyFirst.length > 0 ? `only first: ${onlyFirst.join(", ")}` : "",
    onlySecond.length > 0 ? `only second: ${onlySecond.join(", ")}` : "",
  ];
  return `${id}  ${sides.filter((side) => side !== "").join("; ")}`;
}

/** The report as a table; with `cases` also each text that differs, by its id. */
export function agreementTable(report: AgreementReport, cases: boolean): string {
  const heads = ["kappa", "95 %", "observed", "cells", "both", "only first", "only second"];
  return [
    `${report.texts} texts labelled twice; ${report.differences.length} differ in what is asked for, counted strictly`,
    ...columns([
      ["", ...heads],
      row("industries", report.industries),
      row("competences", report.competences),
      row("industries, strict", report.strict.industries),
      row("competences, strict", report.strict.competences),
      row("ask back", report.askBack),
      row("urgent", report.urgent),
    ]),
    "A cell is a text and a tag. Strict: what is only allowed (may) counts as not given; without, such cells are left out.",
    ...(cases ? ["", ...report.differences.map(differenceLine)] : []),
  ].join("\n");
}
