import type { Sentence } from "../error.ts";
import type { Evidence, EvidenceKind } from "../model/expert.ts";
import { refusalSentence } from "./eligibility.ts";
import { type Matching, skillName } from "./matching.ts";
import type { PartName } from "./policy.ts";
import type { Judged } from "./ranking.ts";
import type { Matched } from "./score.ts";
import { availabilityShare, trackRecordShare } from "./shares.ts";
import type { PartDifference, WhyNot } from "./why-not.ts";

/** What a part is called where points are shown. */
export const PART_NAMES: Readonly<Record<PartName, Sentence>> = {
  coverage: { zh: "覆盖", en: "Coverage" },
  evidence: { zh: "证据", en: "Evidence" },
  proximity: { zh: "距离", en: "Proximity" },
  availability: { zh: "可用时间", en: "Availability" },
  trackRecord: { zh: "履职记录", en: "Track record" },
  pairing: { zh: "结对", en: "Pairing" },
};

export const EVIDENCE_NAMES: Readonly<Record<EvidenceKind, Sentence>> = {
  service: { zh: "服务", en: "service" },
  variety: { zh: "品种", en: "variety" },
  patent: { zh: "专利", en: "patent" },
  paper: { zh: "论文", en: "paper" },
  title: { zh: "职称", en: "title" },
};

/** Why a part has the points it has, from the facts it was decided on. */
export function partSentence(matching: Matching, judged: Judged, part: PartName): Sentence {
  return SENTENCES[part](matching, judged);
}

const SENTENCES: Readonly<Record<PartName, (matching: Matching, judged: Judged) => Sentence>> = {
  coverage: coverageSentence,
  evidence: evidenceSentence,
  proximity: proximitySentence,
  availability: availabilitySentence,
  trackRecord: trackRecordSentence,
  pairing: pairingSentence,
};

/** What is still missing: reasons that refuse, asked skills nobody holds, levels not reached. */
export function lacks(matching: Matching, { refusals, scored }: Judged): Sentence[] {
  const missing = scored.missing.map((asked) => {
    const name = skillName(matching.rules, asked);
    return { zh: `缺少${name.zh}`, en: `lacks ${name.en}` };
  });
  const partial = scored.matched.filter(({ fit }) => fit < 1).map(gapSentence(matching));
  return [...refusals.map(refusalSentence), ...missing, ...partial];
}

const gapSentence =
  (matching: Matching) =>
  ({ asked, held, fit }: Matched): Sentence => {
    const [wanted, owned] = [skillName(matching.rules, asked), skillName(matching.rules, held)];
    return {
      zh: `${wanted.zh}要求 ${asked.level} 级，以${owned.zh} ${held.level} 级应对，契合 ${percent(fit)}`,
      en: `${wanted.en} is asked at level ${asked.level} and met by ${owned.en} at level ${held.level}: fit ${percent(fit)}`,
    };
  };

function coverageSentence(matching: Matching, { scored }: Judged): Sentence {
  const found = scored.matched.map(matchedSentence(matching));
  const gaps = scored.missing.map((asked) => skillName(matching.rules, asked));
  const missing = {
    zh: `缺少${list(gaps).zh}`,
    en: `lacking ${list(gaps).en}`,
  };
  return list(gaps.length > 0 ? [...found, missing] : found, { zh: "；", en: "; " });
}

const matchedSentence =
  ({ rules }: Matching) =>
  ({ asked, held, fit }: Matched): Sentence => {
    const [wanted, owned] = [skillName(rules, asked), skillName(rules, held)];
    const same = wanted.zh === owned.zh;
    return {
      zh: `${wanted.zh}${same ? "" : `（以${owned.zh}）`} ${held.level} 级，要求 ${asked.level} 级，契合 ${percent(fit)}`,
      en: `${wanted.en}${same ? "" : ` (by ${owned.en})`} at level ${held.level}, asked ${asked.level}, fit ${percent(fit)}`,
    };
  };

function evidenceSentence(_matching: Matching, { scored }: Judged): Sentence {
  const [proof, ...others] = [
    ...new Set(scored.matched.flatMap(({ evidence }) => evidence.slice(0, 1))),
  ].map(proofSentence);
  if (!proof) return { zh: "所需技能暂无证据", en: "no evidence for the skills that are asked" };
  return list([proof, ...others]);
}

/** "2024 年服务“…”", "service 2024 “…”". */
export const proofSentence = ({ kind, year, title }: Evidence): Sentence => ({
  zh: `${year} 年${EVIDENCE_NAMES[kind].zh}“${title}”`,
  en: `${EVIDENCE_NAMES[kind].en} ${year} “${title}”`,
});

function proximitySentence({ request }: Matching, { facts, scored }: Judged): Sentence {
  if (facts.county === request.county) return { zh: "就在本县", en: "based in the county" };
  const km = {
    zh: `距县中心约 ${scored.distanceKm} 公里`,
    en: `${scored.distanceKm} km from the county's centre`,
  };
  if (!(request.allowsRemote && facts.serviceModes.includes("remote"))) return km;
  return { zh: `${km.zh}，可远程服务`, en: `${km.en}, can serve remotely` };
}

function availabilitySentence(matching: Matching, { facts }: Judged): Sentence {
  const free = Math.max(0, facts.daysPerYear - facts.committedDays);
  const { days } = matching.request;
  const share = percent(availabilityShare(matching, facts));
  return {
    zh: `本年可派 ${free} 天（需 ${days} 天），在派 ${facts.currentPostings} 处，折合 ${share}`,
    en: `${free} free days this year (${days} asked), ${counted(facts.currentPostings, "current posting")}: ${share}`,
  };
}

function trackRecordSentence(matching: Matching, { facts }: Judged): Sentence {
  const { count } = facts.observations;
  const share = percent(trackRecordShare(matching, facts.observations));
  if (count === 0) {
    return { zh: `尚无考核和评价，按 ${share} 起算`, en: `no assessment yet: starts at ${share}` };
  }
  return {
    zh: `${count} 次考核和评价，折合 ${share}`,
    en: `${counted(count, "assessment or rating", "assessments and ratings")}: ${share}`,
  };
}

function pairingSentence(_matching: Matching, { facts }: Judged): Sentence {
  const { institutionPaired, prefecturePaired } = facts;
  if (institutionPaired) {
    return { zh: "派出单位与该县结对", en: "the institution is paired with the county" };
  }
  if (prefecturePaired) {
    return {
      zh: "单位所在市州与该县结对",
      en: "the institution's prefecture is paired with the county",
    };
  }
  return { zh: "与该县无结对关系", en: "not paired with the county" };
}

/** Why somebody is not listed, in a sentence that goes with the expert's name before it. */
export function whyNotSentence(answer: WhyNot): Sentence {
  switch (answer.kind) {
    case "listed":
      return { zh: `已在推荐之列，第 ${answer.rank} 名`, en: `is listed at rank ${answer.rank}` };
    case "refused":
      return list(answer.refusals.map(refusalSentence), { zh: "；", en: "; " });
    case "no_skill":
      return {
        zh: "没有所需或相近的技能",
        en: "has no skill that is asked for or near to one",
      };
    case "abstained":
      return {
        zh: "可以选派，但此需求没有人覆盖得足够，未作推荐",
        en: "could be sent, but nobody covers enough of this need for a recommendation",
      };
    case "outscored":
      return comparison(answer);
  }
}

function comparison({ behind, lost, won }: WhyNot & { kind: "outscored" }): Sentence {
  if (behind === 0) {
    return {
      zh: "与末位同分，按编号排在其后",
      en: "scores the same as the last one listed and comes after it by id",
    };
  }
  const head = {
    zh: `比末位低 ${shown(behind)} 分：失分在${list(lost.map(difference), { zh: "、", en: ", " }).zh}`,
    en: `is ${shown(behind)} points behind the last one listed: loses in ${list(lost.map(difference)).en}`,
  };
  if (won.length === 0) return head;
  const gains = list(won.map(difference));
  return { zh: `${head.zh}；得分在${gains.zh}`, en: `${head.en}; wins in ${gains.en}` };
}

const difference = ({ part, points, against }: PartDifference): Sentence => {
  const by = Math.abs(points - against);
  return {
    zh: `${PART_NAMES[part].zh}（${points < against ? "−" : "+"}${shown(by)}）`,
    en: `${PART_NAMES[part].en.toLowerCase()} (${points < against ? "−" : "+"}${shown(by)})`,
  };
};

/** Points as pages show them, out of 100: 8325 -> "83.25". */
export const shown = (points: number): string => String(points / 100);

const percent = (share: number): string => `${Math.round(share * 100)}%`;

const counted = (count: number, one: string, many: string = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Sentences side by side, by default in a list with "、" and ", ". */
function list(
  sentences: readonly Sentence[],
  between: Sentence = { zh: "、", en: ", " },
): Sentence {
  return {
    zh: sentences.map(({ zh }) => zh).join(between.zh),
    en: sentences.map(({ en }) => en).join(between.en),
  };
}
