import type { Vocabulary } from "../model/vocabulary.ts";
import { type Ancestry, stepsToAny } from "./ancestry.ts";
import type { Attached } from "./attach.ts";
import type { Answer, Cue } from "./lexicon.ts";
import type { NamedIndustry } from "./named-industry.ts";
import { hasCue, type Mention } from "./reading.ts";
import type { AskBack, TaggedNeed } from "./tagger.ts";

/** No more answers than fit on a phone. */
const MOST_ANSWERS = 5;

/** Help of no particular kind: of a whole branch (种植业) it says too little to send anyone. */
const GENERAL = new Set([
  "planning",
  "cultivation",
  "husbandry",
  "aquaculture",
  "training",
  "management",
]);

interface Understood {
  industries: readonly string[];
  /** The same, with the words they were read from. */
  named: readonly Pick<NamedIndustry, "mention">[];
  problems: readonly Attached[];
  needs: readonly TaggedNeed[];
  mentions: readonly Mention[];
}

type About = AskBack["about"];
export type Asker = (understood: Understood) => AskBack[];

const has = ({ mentions }: Understood, cue: Cue): boolean =>
  mentions.some((mention) => hasCue(mention, cue));

const skillsOf = ({ needs }: Understood): TaggedNeed["skills"] =>
  needs.flatMap(({ skills }) => skills);

/** 搞点么子好: what to live on, where the very words that ask it are all that implies an industry. */
const isWhatToDo = (understood: Understood): boolean =>
  skillsOf(understood).every(({ competence }) => competence === "planning") &&
  understood.named.every(({ mention }) =>
    understood.problems.some((one) => one.mention === mention),
  );

/** General help for a whole branch that is named in general words only. */
function isTooBroad(understood: Understood, isRoot: (industry: string) => boolean): boolean {
  if (isWhatToDo(understood)) return true;
  const isGeneral = skillsOf(understood).every(
    ({ industry, competence }) => GENERAL.has(competence) && isRoot(industry),
  );
  return isGeneral && (has(understood, "crops") || has(understood, "animals"));
}

function missingProblem(understood: Understood): About[] {
  if (has(understood, "photo")) return ["photo"];
  return has(understood, "broad") ? ["scope"] : ["problem"];
}

function missingEverything(understood: Understood): About[] {
  if (has(understood, "photo")) return ["photo", "industry"];
  const isFarming = has(understood, "crops") || has(understood, "animals");
  const wants = has(understood, "request");
  if (has(understood, "broad") || (isFarming && wants)) return ["scope"];
  return wants || isFarming ? ["industry", "problem"] : ["request"];
}

/** What is missing, in the order to ask for it. Nothing when a match can be made. */
function missing(understood: Understood, isRoot: (industry: string) => boolean): About[] {
  const { industries, problems, needs } = understood;
  if (needs.length > 0) return isTooBroad(understood, isRoot) ? ["scope"] : [];
  if (industries.length > 0) return missingProblem(understood);
  return problems.length > 0 ? ["industry"] : missingEverything(understood);
}

const QUESTIONS: Record<About, { zh: string; en: string }> = {
  industry: {
    zh: "请问是哪种作物、畜禽、水产或产业？",
    en: "Which crop, animal, fish or industry is it about?",
  },
  problem: {
    zh: "{}遇到的具体问题是什么？",
    en: "What exactly is the problem with {}?",
  },
  photo: {
    zh: "这里看不到图片，请用文字说说{}有什么样的表现。",
    en: "Pictures cannot be seen here: please say in words what {} looks like.",
  },
  scope: {
    zh: "范围较大，请先选最需要帮助的一个方面。",
    en: "That is a wide field: which side of it needs help first?",
  },
  request: {
    zh: "没有读出要解决的问题。请写明什么产业、遇到什么困难，比如：",
    en: "No problem could be read. Please name the industry and the difficulty, for example:",
  },
};

/** Makes the function that says what must be asked before a match, with answers to pick from. */
export function createAsker(
  vocabulary: Vocabulary,
  ancestry: Ancestry,
  answers: readonly Answer[],
): Asker {
  const nameOf = (industry: string | undefined): { zh: string; en: string } =>
    vocabulary.industries.get(industry ?? "") ?? { zh: "它", en: "it" };
  const rootOf = (industry: string): string =>
    [...(ancestry.get(industry)?.keys() ?? [])].at(-1) ?? "";
  /** Nothing but itself lies above it. */
  const isRoot = (industry: string): boolean => ancestry.get(industry)?.size === 1;

  const branchOf = (understood: Understood): string | undefined => {
    const [named] = understood.industries;
    if (named !== undefined) return named;
    if (has(understood, "crops")) return "crops";
    if (has(understood, "animals")) return "livestock";
    return understood.problems[0]?.mention.term.senses[0]?.where[0];
  };

  /** Answers for the nearest broader industry that has any; those for every branch otherwise. */
  const answersFor = (about: About, branch: string | undefined): AskBack["options"] => {
    const asked = answers.filter((answer) => answer.about === about);
    const above = ancestry.get(branch ?? "");
    const steps = ({ where }: Answer): number => stepsToAny(where, above);
    const nearest = Math.min(...asked.map(steps));
    return asked
      .filter((answer) => steps(answer) === nearest)
      .slice(0, MOST_ANSWERS)
      .map(({ zh, en, words }) => ({ zh, en, words }));
  };

  /** Which industry is asked of the whole branch, the rest of the industry that is known. */
  const branchFor = (about: About, understood: Understood): string | undefined => {
    const branch = branchOf(understood);
    return about === "industry" && branch !== undefined ? rootOf(branch) : branch;
  };

  return (understood) => {
    const [industry] = understood.industries;
    const name = nameOf(industry);
    return missing(understood, isRoot).map((about) => ({
      about,
      question: {
        zh: QUESTIONS[about].zh.replace("{}", () => name.zh),
        en: QUESTIONS[about].en.replace("{}", () => name.en.toLowerCase()),
      },
      options: answersFor(about, branchFor(about, understood)),
    }));
  };
}
