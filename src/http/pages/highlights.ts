import { STAGE_NAMES } from "../../domain/model/vocabulary.ts";
import { addressOf, placeByCode } from "../../domain/places/tree.ts";
import { CUT_MARK } from "../../domain/privacy/personal.ts";
import type { Span, Understanding } from "../../domain/understanding/tagger.ts";
import { AMOUNT_NAMES, ruleName } from "./phrases.ts";
import { competenceName, industryName, type View } from "./view.ts";

/** What a stretch of a text was read as; the first one of these decides its colour. */
export const KINDS = [
  "not",
  "competence",
  "industry",
  "urgent",
  "place",
  "stage",
  "measure",
  "unknown",
] as const;
export type Kind = (typeof KINDS)[number];

/** One thing that some words were read as, and why. */
export interface Reading {
  kind: Kind;
  words: string;
  from: number;
  to: number;
  /** "产业：椪柑" */
  meaning: string;
  /** "品种名" */
  rule: string;
}

/** A stretch of the text; `kind` is null where nothing was read. */
export interface Stretch {
  words: string;
  kind: Kind | null;
  readings: readonly Reading[];
}

/** What is marked in a text. */
export type Marked = Pick<
  Understanding,
  "evidence" | "unknown" | "amounts" | "headcount" | "dates"
>;

/** Everything that was read, in the order of the words. */
export function readingsOf(view: View, understanding: Marked): Reading[] {
  const { evidence, unknown } = understanding;
  const read = evidence.map(({ tag, rule, ...span }) => ({
    ...span,
    ...meaningOf(view, tag),
    rule: view.say(ruleName(rule)),
  }));
  const strange = strangeWords(unknown).map((span) => ({
    ...span,
    kind: "unknown" as const,
    meaning: view.say({ zh: "没有读懂", en: "not understood" }),
    rule: view.say(ruleName("unknown")),
  }));
  return [...read, ...measured(view, understanding), ...strange].sort(
    (one, other) => one.from - other.from || one.to - other.to,
  );
}

/** What was not understood of the reader's own words: the mark of a cut number is not theirs. */
export const strangeWords = (unknown: readonly Span[]): Span[] =>
  unknown.filter(({ words }) => !CUT_MARK.includes(words));

/** Sizes, helpers wanted and dates. */
function measured({ t, say }: View, { amounts, headcount, dates }: Marked): Reading[] {
  const rule = say(ruleName("measure"));
  const read = ({ words, from, to }: Span, meaning: string): Reading => ({
    ...{ kind: "measure", words, from, to, meaning, rule },
  });
  return [
    ...amounts.map((amount) => read(amount, say(AMOUNT_NAMES[amount.kind]))),
    ...(headcount ? [read(headcount, t("helpersWanted"))] : []),
    ...dates.map((date) => ({ ...read(date, t("datesSaid")), rule: say(ruleName("date")) })),
  ];
}

/** The text cut into stretches that are read alike. Joined they are the text. */
export function stretchesOf(text: string, readings: readonly Reading[]): Stretch[] {
  const cuts = new Set([0, text.length]);
  for (const { from, to } of readings) cuts.add(from).add(to);
  const sorted = [...cuts].filter((cut) => cut <= text.length).sort((one, other) => one - other);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? text.length;
    const here = readings.filter((reading) => reading.from <= from && reading.to >= to);
    const kind = KINDS.find((one) => here.some((reading) => reading.kind === one)) ?? null;
    return { words: text.slice(from, to), kind, readings: here };
  });
}

interface Meaning {
  kind: Kind;
  meaning: string;
}

function meaningOf(view: View, tag: string): Meaning {
  const [kind = "", ...rest] = tag.split(":");
  const id = rest.join(":");
  switch (kind) {
    case "not":
      return { kind: "not", meaning: ruledOut(view, id) };
    case "industry":
      return named(view, "industry", industryName(view, id));
    case "competence":
      return named(view, "competence", competenceName(view, id));
    case "stage":
      return named(view, "stage", stageName(view, id));
    case "place":
      return named(view, "place", placeName(view, id));
    default:
      return { kind: "urgent", meaning: view.t("urgent") };
  }
}

const LABELS = {
  industry: { zh: "产业", en: "industry" },
  competence: { zh: "专长", en: "competence" },
  stage: { zh: "环节", en: "stage" },
  place: { zh: "地点", en: "place" },
} as const;

const named = (view: View, kind: keyof typeof LABELS, name: string): Meaning => ({
  kind,
  meaning: view.say({ zh: `${LABELS[kind].zh}：${name}`, en: `${LABELS[kind].en}: ${name}` }),
});

const ruledOut = (view: View, tag: string): string => {
  const { meaning } = meaningOf(view, tag);
  return view.say({ zh: `不是${meaning}`, en: `not ${meaning}` });
};

const stageName = ({ say }: View, id: string): string => {
  const found = Object.entries(STAGE_NAMES).find(([stage]) => stage === id);
  return found ? say(found[1]) : id;
};

function placeName({ reference: { places } }: View, code: string): string {
  const place = placeByCode(places, code);
  return place ? addressOf(places, place) : code;
}
