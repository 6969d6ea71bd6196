import type { Interval } from "./bootstrap.ts";
import type { Calibration } from "./calibration.ts";
import { columns, figure, percent } from "./columns.ts";
import type { Compared } from "./compare.ts";
import type { MacroRates, Rates } from "./rates.ts";
import type { CaseReport, RequestReport } from "./requests.ts";
import type { Scores } from "./score.ts";

const HEADS = ["precision", "recall", "f1", "95 %", "right", "invented", "missed"];

const shares = ({ precision, recall, f1 }: Pick<Rates, "precision" | "recall" | "f1">): string[] =>
  [precision, recall, f1].map(figure);

const range = ({ low, high }: Interval): string => `${figure(low)}-${figure(high)}`;

function rateRow(name: string, found: Rates | null, within: Interval | null): string[] {
  if (found === null || within === null) return [name, "(no pairs)"];
  const counts = [found.right, found.invented, found.missed].map(String);
  return [name, ...shares(found), range(within), ...counts];
}

const macroRow = (name: string, found: MacroRates, within: Interval): string[] => [
  `${name}, mean over ${found.ids} ids`,
  ...shares(found),
  range(within),
];

function rateTable({ intervals, macro, ...report }: RequestReport): string[] {
  return columns([
    ["", ...HEADS],
    rateRow("industries", report.industries, intervals.industries),
    macroRow("industries", macro.industries, intervals.macro.industries),
    rateRow("competences", report.competences, intervals.competences),
    macroRow("competences", macro.competences, intervals.macro.competences),
    rateRow("pairs", report.pairs, intervals.pairs),
    rateRow("ask back", report.askBack, intervals.askBack),
    rateRow("urgent", report.urgent, intervals.urgent),
  ]);
}

const errorsOf = (name: string, { tags, expectedError, brier }: Calibration): string =>
  `${name} (${tags} tags): expected calibration error ${figure(expectedError)}, Brier ${figure(brier)}`;

function calibrationTable({ calibration }: RequestReport): string[] {
  const bins = calibration.all.bins.map((bin) => [
    `${bin.from.toFixed(1)} to ${bin.to.toFixed(1)}`,
    String(bin.count),
    figure(bin.meanConfidence),
    figure(bin.shareRight),
  ]);
  return [
    ...columns([["confidence", "tags", "mean", "right"], ...bins]),
    errorsOf("all", calibration.all),
    errorsOf("industries", calibration.industries),
    errorsOf("competences", calibration.competences),
  ];
}

function groupTable(groups: Readonly<Record<string, Scores>>): string[] {
  const rows = Object.entries(groups).map(([name, scores]) => [
    name,
    String(scores.texts),
    figure(scores.industries.f1),
    figure(scores.competences.f1),
    scores.pairs === null ? "-" : figure(scores.pairs.f1),
    figure(scores.askBack.f1),
    figure(scores.urgent.f1),
    percent(scores.exactShare),
  ]);
  const heads = ["texts", "industries", "competences", "pairs", "ask back", "urgent", "exact"];
  return rows.length === 0 ? [] : ["", ...columns([["f1 by group", ...heads], ...rows])];
}

const faultsIn = ({ invented, missed }: Compared, what = ""): string[] => [
  ...missed.map((id) => `missed ${what}${id}`),
  ...invented.map((id) => `invented ${what}${id}`),
];

function faultsOf({ industries, competences, pairs, askBack, urgent }: CaseReport): string[] {
  const asked = askBack.asked.join(", ");
  return [
    ...faultsIn(industries),
    ...faultsIn(competences),
    ...(pairs === null ? [] : faultsIn(pairs, "pair ")),
    ...(askBack.expected && asked === "" ? ["did not ask back"] : []),
    ...(!askBack.expected && asked !== "" ? [`asked back about ${asked}`] : []),
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

const unansweredLine = (unanswered: number): string =>
  `The language model did not answer ${unanswered} of them: their offline reading is measured.`;

/** The report as plain tables, then each text with a fault. */
export function requestTable(report: RequestReport): string {
  const faulty = report.cases.flatMap(caseLines);
  const count = report.resamples.toLocaleString("en");
  return [
    `${report.texts} texts, ${percent(report.exactShare)} with exactly the right sets`,
    ...(report.unanswered > 0 ? [unansweredLine(report.unanswered)] : []),
    "",
    ...rateTable(report),
    `95 %: percentile bootstrap of f1, ${count} resamples of the texts`,
    "",
    ...calibrationTable(report),
    ...groupTable(report.groups),
    ...(faulty.length > 0 ? ["", "Faults:", ...faulty] : []),
  ].join("\n");
}
