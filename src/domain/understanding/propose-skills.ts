import type { ProfessionalTitle } from "../model/expert.ts";
import { wordsFor } from "./evidence.ts";
import type { Folded } from "./fold.ts";
import { numberIn } from "./measures.ts";
import type { Profile, ProposedSkill } from "./profile.ts";
import { type Speller, typedSpan } from "./spans.ts";
import type { Span, TaggedNeed } from "./tagger.ts";
import type { WeighedNeed } from "./weigh.ts";

/** The highest level that words of evidence raise to; null: they lower it. */
interface Mark {
  upTo: number | null;
}

/** What a text says of the writer's working life. */
export interface Career extends Pick<Profile, "title" | "years"> {
  /** Words that speak for a level. */
  marks: (Span & Mark)[];
}

const TITLES: readonly [ProfessionalTitle, RegExp][] = [
  [
    "senior",
    /推广研究员|(?<!副|助理|[师跟][从着]|师从.|配合)研究员|(?<!副|师从|师从.|配合|配合.)教授(?!级)|正高级?[^,。;]{0,4}师|教授级高级[^,。;]{0,4}师|二级教授|正高/u,
  ],
  [
    "associate",
    /副研究员|副教授|(?<!正)高级(?:农艺|畜牧|兽医|工程|林业|园艺|水产|农业|实验|经济|技|讲|会计)[^,。;]{0,3}师|副高/u,
  ],
  [
    "intermediate",
    /(?<!高级)(?<!助理)(?:农艺师|畜牧师|兽医师|工程师|林业工程师|实验师|经济师)|助理研究员|讲师|中级/u,
  ],
  ["junior", /助理(?:农艺师|畜牧师|兽医师|工程师|实验师)|研究实习员|助教|初级|技术员|助农师/u],
];
/** What a title says of the level when nothing else does. */
const LEVEL_OF_TITLE: Readonly<Record<ProfessionalTitle, number>> = {
  junior: 1,
  intermediate: 2,
  associate: 3,
  senior: 4,
};
/** Years of work after which somebody works alone, and trains others. */
const YEARS_ALONE = 5;
const YEARS_TEACHING = 15;
const LEVEL_UNSAID = 2;

/** Words of evidence. */
const MARKS: readonly (Mark & { pattern: RegExp })[] = [
  {
    upTo: 5,
    pattern:
      /首席专家|首席科学家|岗位科学家|岗位专家|学科带头人|领军人才|国家级|国家科技进步|国家重点|全国劳模/gu,
  },
  {
    upTo: 4,
    pattern:
      /主持|牵头|负责人|选育出?|育成|审定|登记品种|发明专利|专利\d*|一等奖|二等奖|三等奖|科技进步奖|丰收奖|专著|标准制定|制定|起草/gu,
  },
  { upTo: null, pattern: /参与|协助|参加|学习|在读|实习|刚毕业/gu },
];
const SOME_YEARS = "(\\d{1,2}|[一二三四五六七八九十两]+)(?:多|余|来)?(?:余)?年";
const YEARS = new RegExp(
  `(?<![\\d一二三四五六七八九十第])(?:${SOME_YEARS}(?=[^,。;]{0,6}(?:经验|工作|从事|研究|养|种|教学|推广|育种|一线)|[,。;]|$)|(?:从事|干了?|做了?|搞了?|研究)[^,。;\\d]{0,14}?(${SOME_YEARS}))`,
  "u",
);
/** Nobody has worked longer. */
const MOST_YEARS = 60;

/** Title, years and words of evidence, as the text has them. */
export function readCareer(text: string, folded: Folded): Career {
  const { plain } = folded;
  const span = ({ 0: words, index }: RegExpExecArray): Span =>
    typedSpan(text, folded, [index, index + words.length]);
  const title = TITLES.flatMap(([name, pattern]) => {
    const match = pattern.exec(plain);
    return match ? [{ ...span(match), title: name }] : [];
  })[0];
  const worked = YEARS.exec(plain);
  const value = worked ? numberIn(worked[1] ?? worked[3] ?? "") : null;
  return {
    title: title ?? null,
    years: worked && value && value <= MOST_YEARS ? { ...span(worked), value } : null,
    marks: MARKS.flatMap(({ upTo, pattern }) =>
      [...plain.matchAll(pattern)].map((match) => ({
        ...span(match),
        upTo,
      })),
    ).sort((left, right) => left.from - right.from),
  };
}

function baseLevel({ title, years }: Career): number {
  if (title) return LEVEL_OF_TITLE[title.title];
  if (!years || years.value < YEARS_ALONE) return LEVEL_UNSAID;
  return years.value < YEARS_TEACHING ? LEVEL_UNSAID : LEVEL_UNSAID + 1;
}

/** The furthest a word of evidence stands from the skill it speaks for, in characters. */
const MARK_REACH = 30;

const isNear = (mark: Span, words: readonly Span[]): boolean =>
  words.some(({ from, to }) => mark.from <= to + MARK_REACH && mark.to >= from - MARK_REACH);

/** The level after the words of evidence: at most one step up and one down. */
function levelWith(base: number, marks: Career["marks"]): number {
  const up = Math.max(0, ...marks.map(({ upTo }) => upTo ?? 0));
  const isLess = marks.some(({ upTo }) => upTo === null);
  const raised = up > base ? base + 1 : base;
  return Math.max(1, isLess ? raised - 1 : raised);
}

interface Read {
  spell: Speller["spell"];
  drafts: readonly WeighedNeed[];
  needs: readonly TaggedNeed[];
}

/** The skills in an expert's words with the level their career suggests, the surest first. */
export function proposeSkills({ spell, drafts, needs }: Read, career: Career): ProposedSkill[] {
  const base = baseLevel(career);
  const confidence = new Map(
    needs
      .flatMap(({ skills }) => skills)
      .map((skill) => [`${skill.industry}/${skill.competence}`, skill.confidence]),
  );
  const proposed = drafts.flatMap(({ industry, competences }) =>
    competences.map(({ competence, because }): ProposedSkill => {
      const words = wordsFor(competence, because, spell);
      const marks = career.marks.filter((mark) => isNear(mark, words));
      return {
        industry,
        competence,
        level: levelWith(base, marks),
        confidence: confidence.get(`${industry}/${competence}`) ?? 0.5,
        because: words,
        shownBy: [
          ...(career.title ? [spanOf(career.title)] : []),
          ...(career.years ? [spanOf(career.years)] : []),
          ...marks.map(spanOf),
        ],
      };
    }),
  );
  return proposed.sort((left, right) => right.confidence - left.confidence);
}

const spanOf = ({ words, from, to }: Span): Span => ({ words, from, to });
