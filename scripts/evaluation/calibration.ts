import type { Tag } from "../../src/domain/understanding/tagger.ts";
import { KINDS_OF_TAG, type KindOfTag, type LabelSet } from "./labels.ts";

/** A tag that was given, how sure the tagger was, and whether it was right. */
export interface GivenTag {
  kind: KindOfTag;
  confidence: number;
  right: boolean;
}

/** The tags with a confidence of at least `from` and less than `to`; the last bin holds 1. */
interface Bin {
  from: number;
  to: number;
  count: number;
  meanConfidence: number;
  shareRight: number;
}

export interface Calibration {
  tags: number;
  /** Only those that hold a tag. */
  bins: Bin[];
  /** Expected calibration error: mean distance of confidence and share right over bins, by count. */
  expectedError: number;
  /** Brier score: mean squared distance of a confidence from 1 (right) or 0 (wrong). */
  brier: number;
}

const BINS = 10;

const KIND_OF_PREFIX: Readonly<Record<string, KindOfTag>> = {
  industry: "industries",
  competence: "competences",
};

type Sure = Pick<Tag, "tag" | "confidence">;

/** A must or a member of a group is right; what only may be there is left out of the table. */
function judgeTag({ tag, confidence }: Sure, labels: LabelSet): GivenTag[] {
  const [prefix = "", id = ""] = tag.split(":");
  const kind = KIND_OF_PREFIX[prefix];
  if (kind === undefined) return [];
  const { must, any, may } = labels[kind];
  const right = must.includes(id) || any.flat().includes(id);
  return right || !may.includes(id) ? [{ kind, confidence, right }] : [];
}

/** The tags of a text that count for calibration. */
export const judgeTags = (tags: readonly Sure[], labels: LabelSet): GivenTag[] =>
  tags.flatMap((tag) => judgeTag(tag, labels));

const binOf = ({ confidence }: GivenTag): number =>
  Math.min(BINS - 1, Math.floor(confidence * BINS));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function binAt(at: number, tags: readonly GivenTag[]): Bin {
  const held = tags.filter((tag) => binOf(tag) === at);
  return {
    from: at / BINS,
    to: (at + 1) / BINS,
    count: held.length,
    meanConfidence: mean(held.map(({ confidence }) => confidence)),
    shareRight: mean(held.map(({ right }) => Number(right))),
  };
}

/** Whether tags are right as often as they say, in ten bins of equal width. */
export function calibrate(tags: readonly GivenTag[]): Calibration {
  const bins = Array.from({ length: BINS }, (_, at) => binAt(at, tags)).filter(
    ({ count }) => count > 0,
  );
  const distances = bins.map(
    ({ count, meanConfidence, shareRight }) => count * Math.abs(meanConfidence - shareRight),
  );
  return {
    tags: tags.length,
    bins,
    expectedError:
      distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, tags.length),
    brier: mean(tags.map(({ confidence, right }) => (confidence - Number(right)) ** 2)),
  };
}

/** For all tags, and for those of each kind. */
export function calibrateKinds(tags: readonly GivenTag[]): Record<"all" | KindOfTag, Calibration> {
  const [industries, competences] = KINDS_OF_TAG.map((kind) =>
    calibrate(tags.filter((tag) => tag.kind === kind)),
  );
  const none = calibrate([]);
  return {
    all: calibrate(tags),
    industries: industries ?? none,
    competences: competences ?? none,
  };
}
