import { type Interval, interval } from "./bootstrap.ts";
import type { JudgedText } from "./judge-texts.ts";
import type { KindOfTag } from "./labels.ts";
import { type MacroRates, macro, micro, type Rates } from "./rates.ts";

/** Measures of some judged texts; those of tags are micro, the means over ids stand in `macro`. */
export interface Scores extends Record<KindOfTag, Rates> {
  texts: number;
  /** Share of texts whose industries and competences are all right, nothing missed or invented. */
  exactShare: number;
  macro: Record<KindOfTag, MacroRates>;
  /** Null where no text has labelled pairs. */
  pairs: Rates | null;
  askBack: Rates;
  urgent: Rates;
}

/** How far each F1 may be off by the choice of texts. */
export interface Intervals extends Record<KindOfTag, Interval> {
  macro: Record<KindOfTag, Interval>;
  pairs: Interval | null;
  askBack: Interval;
  urgent: Interval;
}

type Texts = readonly JudgedText[];

const microOf = (texts: Texts, kind: KindOfTag | "askBack" | "urgent"): Rates =>
  micro(texts.map(({ counts }) => counts[kind]));

const macroOf = (texts: Texts, kind: KindOfTag): MacroRates =>
  macro(texts.map(({ byId }) => byId[kind]));

const pairsOf = (texts: Texts): Rates => micro(texts.flatMap(({ counts }) => counts.pairs ?? []));

const hasPairs = (texts: Texts): boolean => texts.some(({ counts }) => counts.pairs !== null);

export const score = (texts: Texts): Scores => ({
  texts: texts.length,
  exactShare: texts.filter(({ exact }) => exact).length / Math.max(1, texts.length),
  industries: microOf(texts, "industries"),
  competences: microOf(texts, "competences"),
  macro: {
    industries: macroOf(texts, "industries"),
    competences: macroOf(texts, "competences"),
  },
  pairs: hasPairs(texts) ? pairsOf(texts) : null,
  askBack: microOf(texts, "askBack"),
  urgent: microOf(texts, "urgent"),
});

/** The 95 % interval of each F1, by resampling texts. */
export const intervalsOf = (texts: Texts): Intervals => ({
  industries: interval(texts, (sample) => microOf(sample, "industries").f1),
  competences: interval(texts, (sample) => microOf(sample, "competences").f1),
  macro: {
    industries: interval(texts, (sample) => macroOf(sample, "industries").f1),
    competences: interval(texts, (sample) => macroOf(sample, "competences").f1),
  },
  pairs: hasPairs(texts) ? interval(texts, (sample) => pairsOf(sample).f1) : null,
  askBack: interval(texts, (sample) => microOf(sample, "askBack").f1),
  urgent: interval(texts, (sample) => microOf(sample, "urgent").f1),
});
