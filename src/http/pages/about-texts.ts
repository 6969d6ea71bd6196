import type { Sentence } from "../../domain/error.ts";
import { EVIDENCE_NAMES } from "../../domain/matching/explanation.ts";
import type { PartName, Policy } from "../../domain/matching/policy.ts";
import { EVIDENCE_KINDS } from "../../domain/model/expert.ts";

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** The texts of the page that says how matching works. */
export const ABOUT = {
  title: { zh: "匹配是怎样决定的", en: "How a match is decided" },
  lead: {
    zh: "每一个名次都能说清理由：读出了哪些词、对上了哪项技能、凭什么证据、得了多少分、还缺什么。同样的问题、同样的数据，结果总是一样。",
    en: "Every rank has its reasons: which words were read, which skill they met, on what evidence, with how many points, and what is missing. The same problem on the same data always gives the same answer.",
  },
  stepsTitle: { zh: "四个步骤", en: "In four steps" },
  steps: [
    {
      zh: "读文字。从您的话里找出产业（如椪柑）和要解决的问题（如叶片卷曲），合成需要的技能。词表认得作物、品种、病虫害、症状、做法和方言；读不出来就追问，不猜。",
      en: "Read the words. They name an industry (ponkan) and a problem (curled leaves), which together make the skills that are asked for. The word lists know crops, varieties, diseases, pests, symptoms, practices and dialect; what cannot be read is asked back, never guessed.",
    },
    {
      zh: "先看能不能派。不能派的人不打分排名，但会说明原因。",
      en: "See who can be sent at all. Whoever cannot is not ranked, and the reason is told.",
    },
    {
      zh: "再打分。六项得分相加，满分 100 分，按分数排名。",
      en: "Give points. Six parts are added up, 100 points at most, and the sum decides the rank.",
    },
    {
      zh: "没有人覆盖得足够，就直说没有合适的人选，并列出最接近的三位各缺什么。",
      en: "When nobody covers enough, say so, with the nearest three and what each of them lacks.",
    },
  ],
  readingTitle: { zh: "文字是怎样读懂的", en: "How texts are understood" },
  reading: [
    {
      zh: "先按规则读：词表里有产业、品种、病虫害、症状、做法和方言的说法；同一个症状在不同产业里意思不同，所以问题归到离它最近、可能有这种问题的产业。一句话里有几件事，就分开读。",
      en: "By rule first: word lists hold industries, varieties, diseases, pests, symptoms, practices and dialect. A symptom means different things in different industries, so each problem goes to the nearest industry that can have it. Several needs in one sentence are read apart.",
    },
    {
      zh: "“不是病”“不需要培训”这样的话算作否定，不会变成技能。地点、大小、人手、时间和紧急也会读出来；没读懂的词列在“未识别”里。",
      en: "What the words refuse (“no disease”, “no training”) is not asked for. Places, sizes, helpers, dates and urgency are read too; words that were not understood are listed.",
    },
    {
      zh: "读出的再与标注过的几千条需求的说法比一比：只是提到、不像在求助的会去掉；词表里没有、说法却相近的会补上，并标出是哪几个字。",
      en: "What was read is then set against the wording of some thousand labelled requests: what is only told is left out, and what no listed word names comes in, with the characters that speak for it.",
    },
    {
      zh: "按规则读只在本系统内进行，不联网；同样的话总是读出同样的结果，每一处都写明依据。",
      en: "Reading by rule happens here, without a network; the same words always give the same answer, with the reason for each.",
    },
  ],
  sureTitle: { zh: "“把握”是什么意思", en: "What “sure” means" },
  sure: {
    zh: "把握是这样来的：产业看在标注过的文字里凭同一种依据读出的有几成读对；专长把读出的依据和整段话与标注过的文字有多相近放在一起称量；一项技能取产业和专长两者中较低的。您的文字可能与那些不同，所以只能参考。90% 以上写“很有把握”，75% 以上写“较有把握”，再低写“把握不大”，请您看一眼。测得的数字见项目 README 的“Measured”一节。",
    en: "For an industry, the share read on the same ground that was right in labelled texts; for a competence, the words it was read by weighed together with how like your text is to labelled ones that ask for it. A skill gets the lower of its two. Your words may differ from those, so take it as a guide. From 90% it says “sure”, from 75% “fairly sure”, below that “not sure”: please look twice. The figures stand in the project's README under “Measured”.",
  },
  modelTitle: { zh: "语言模型", en: "The language model" },
  model: [
    {
      zh: "语言模型是可选的，默认不用。用的时候，送出去的文字先遮掉电话、证件号、邮箱，专家库里有的姓名，以及“我叫”“联系人”一类说法后面的姓名；别的姓名认不出来，会一起送出去，请不要写。",
      en: "A language model is optional and off by default. Where one is set up, phones, ID numbers, e-mail addresses, names that are on record, and names after the words for “I am called”, “contact” and the like are blotted out of the text before it is sent. Other names are not recognised and are sent: please leave them out.",
    },
    {
      zh: "它只能给建议：单独列出，注明“模型建议”；在您的话里找不到依据的，注明“建议，您的话里没有”。您按“采用”之前，不参与匹配。模型出错或太慢时，只用按规则读的结果。",
      en: "It can only suggest: its tags stand apart, marked as suggested by a model, or as “suggested, not found in your words”. Nothing is matched by them until you take them. When it fails or is slow, the reading by rule stands alone.",
    },
  ],
  formulaTitle: { zh: "怎样打分", en: "How points are given" },
  formula: {
    zh: "每一项是“做到几成”乘以这一项的满分，四舍五入到百分之一分；总分是六项之和，没有扣分项。",
    en: "Each part is the share that is reached times the most points of the part, rounded to a hundredth of a point; the score is the sum of the six. No part is negative.",
  },
  formulaLine: {
    zh: "总分 = 覆盖 + 证据 + 距离 + 可用时间 + 履职记录 + 结对",
    en: "score = coverage + evidence + proximity + availability + track record + pairing",
  },
  partsCaption: (name: string): Sentence => ({
    zh: `现行匹配规则 ${name}`,
    en: `The policy in force: ${name}`,
  }),
  atMost: { zh: "满分", en: "At most" },
  how: { zh: "怎样算", en: "How" },
  fitCaption: {
    zh: "专家的技能与需要的技能相近几成（产业 × 专长 × 等级）",
    en: "How near a held skill is to the one asked for (industry x competence x level)",
  },
  relation: { zh: "关系", en: "Relation" },
  counts: { zh: "算作", en: "Counts" },
  fit: {
    same: { zh: "产业和专长都相同", en: "same industry and same competence" },
    narrower: {
      zh: "专家的产业更窄一级（需要柑橘，专家做脐橙）",
      en: "the expert's industry is one step narrower (citrus asked, navel orange held)",
    },
    broader: {
      zh: "专家的产业更宽一级（需要椪柑，专家做柑橘）",
      en: "the expert's industry is one step broader (ponkan asked, citrus held)",
    },
    kindred: {
      zh: "不同门类但同源的产业（如竹笋与竹材）",
      en: "industries of different branches that are kin (bamboo shoots and bamboo)",
    },
    sibling: { zh: "同类产业（如椪柑与脐橙）", en: "sibling industries (ponkan and navel orange)" },
    cousin: {
      zh: "隔一级的产业，且专长可以通用（如修剪、土肥）",
      en: "industries with a common grandparent, where the competence carries over (pruning, soil)",
    },
    neighbour: {
      zh: "相邻的专长（如病害与虫害）",
      en: "neighbouring competences (plant diseases and plant pests)",
    },
  },
  refusalTitle: { zh: "什么情况不能派", en: "Who cannot be sent" },
  refusals: [
    { zh: "与该县设有回避", en: "a blocked pair of expert and county" },
    { zh: "不在岗", en: "not on duty" },
    { zh: "本年已没有可派天数", en: "no free day left this year" },
    {
      zh: "只做远程服务，而需求要到现场",
      en: "serves only remotely, while somebody must come",
    },
    {
      zh: "县中心超出专家可到的范围（直线距离；所在县不受限）",
      en: "the county's centre is beyond the travel radius, as the crow flies (the own county always counts as near)",
    },
    { zh: "职称低于岗位要求", en: "the title is below that of the seat" },
  ],
  abstain: (share: string): Sentence => ({
    zh: `能派的人里，覆盖最多的仍低于所需的 ${share} 时，不作推荐。`,
    en: `When the best of those who can be sent covers less than ${share} of what is asked, nobody is recommended.`,
  }),
  teamsTitle: { zh: "服务团怎样组成", en: "How a service team is composed" },
  teams: [
    {
      zh: "需求来自本县的主导、特色产业和公开的需求，各有权重和理由；权重可以修改，也可以增加需求。",
      en: "What a county needs follows from its leading and specialty industries and its open needs, each with a weight and its reasons; weights can be changed and needs added.",
    },
    {
      zh: "总值 = 需求覆盖（同一需求的第二、第三人依次少算）＋ 成员水平 ＋ 合作基础 － 路程 － 在派任务 － 未续任。性别、年龄、民族不参与。",
      en: "A team's worth = coverage (a second and third person on the same need count less) + quality + past co-work - travel - postings held - members not renewed. Gender, age and ethnicity play no part.",
    },
    {
      zh: "在规则允许的所有团队中求总值最大的一个，并证明没有更好的；来不及证明时，写明至多还可能好多少。",
      en: "Of all teams that the rules allow, the one that is worth most is found, with a proof that none is worth more; where time runs out, the page says how much better one could be at most.",
    },
    {
      zh: "组不成时，列出要求最少的调整办法，每一项都已证明足够。",
      en: "Where no team is possible, the smallest changes are listed, each proven to suffice.",
    },
    {
      zh: "每个县单独求解；提交时在同一事务里再核对每个人是否空闲。",
      en: "Each county is composed alone; committing checks in the same transaction that everybody is still free.",
    },
  ],
  dataTitle: { zh: "数据从哪里来", en: "Where the data comes from" },
  data: [
    {
      zh: "带“演示”标记的专家、需求、派驻、服务记录和考核都是虚构的；派出单位用的是公共高校院所的真实名称，与真实人员无关。",
      en: "Experts, needs, postings, service records and assessments marked “demo” are invented. Institutions bear the real names of public universities and institutes; no real person is meant.",
    },
    {
      zh: "县市区、乡镇和村的名称、代码是真实的（GB/T 2260 及统计用区划代码）；村的选取按规则推定。",
      en: "Names and codes of counties, townships and villages are real (GB/T 2260 and its statistical extension); which villages stand in was decided by a rule.",
    },
    {
      zh: "带“推定”标记的产业和贫困县类别未经核实。",
      en: "Industries and poverty status marked “assumed” are plausible, not confirmed.",
    },
  ],
  privacyTitle: { zh: "隐私", en: "Privacy" },
  privacy: [
    {
      zh: "查询只计算，不保存。只有按下“保存”或“留存”才会存下来，同时记下所填姓名（未核实）。",
      en: "Asking computes and stores nothing. Only “save” and “keep” store something, with the name that was typed (unverified).",
    },
    {
      zh: "确认、移除、补上或采用一项技能时，您的判断会连同这段文字留下，用来改进识别：身份证号已删除，电话和邮箱已遮挡，文字里的人名不去掉；填了姓名的，也记下是谁填的（本网页不问姓名，经接口提交的可以带）。边写边读不会留下任何文字，也不进网址和日志。",
      en: "When you confirm, remove, add or take a skill, your judgement is kept with the words, to improve the reading: ID-card numbers cut out, phones and e-mail addresses masked, names in the words left as they are; and with who typed it, if a name was given (these pages ask for none, the API takes one). What is read while you type leaves no trace, neither in addresses nor in logs.",
    },
    {
      zh: "身份证号一律删除后再处理；电话和邮箱显示时以星号遮挡；专家的联系方式不在页面上显示。",
      en: "ID-card numbers are cut out before anything else; phones and e-mail addresses are shown masked; experts' contacts are not shown on these pages.",
    },
    {
      zh: "匹配不使用出生日期、民族、政治面貌，系统也不保存这些信息。",
      en: "Birthdays, ethnicity and political status are not used to match and are not stored.",
    },
  ],
} as const;

/** How each part is worked out, with the numbers of the policy. */
export const PART_RULES: Readonly<Record<PartName, (policy: Policy) => Sentence>> = {
  coverage: () => ({
    zh: "每项需要的技能取最相近的一项，按所占比重平均；等级不够按比例折算，超出不加分。",
    en: "For each skill asked for the nearest one held counts, weighted as asked; a level below the asked one counts in proportion, a surplus adds nothing.",
  }),
  evidence: ({ evidence }) => {
    const kinds = (language: "zh" | "en") =>
      EVIDENCE_KINDS.map(
        (kind) => `${EVIDENCE_NAMES[kind][language]} ${percent(evidence.kinds[kind])}`,
      );
    return {
      zh: `对上的技能看最有力的一条证据：${kinds("zh").join("、")}；每过 ${evidence.halfLifeYears} 年减半。`,
      en: `The strongest proof of each matched skill: ${kinds("en").join(", ")}; it halves every ${evidence.halfLifeYears} years.`,
    };
  },
  proximity: ({ proximity }) => ({
    zh: `就在本县得满分；其余为 e^(−公里数 ÷ ${proximity.scaleKm})，即每远 ${proximity.scaleKm} 公里剩约 37%；允许远程且能远程的不低于 ${percent(proximity.remoteFloor)}。`,
    en: `Full when based in the county, else e^(−km / ${proximity.scaleKm}): every ${proximity.scaleKm} km leaves about 37%; not below ${percent(proximity.remoteFloor)} for those who can serve remotely where that will do.`,
  }),
  availability: ({ availability }) => ({
    zh: `本年可派天数除以需要天数，最多算满；每有一处在派乘以 ${percent(availability.keptPerPosting)}。`,
    en: `Free days this year divided by days asked, at most 100%; times ${percent(availability.keptPerPosting)} for each current posting.`,
  }),
  trackRecord: ({ trackRecord }) => ({
    zh: `历年考核和用人单位评价的平均；新人从 ${percent(trackRecord.prior)} 起算（相当于 ${trackRecord.priorWeight} 次评价），不吃亏。`,
    en: `The mean of assessments and hosts' ratings; a newcomer starts at ${percent(trackRecord.prior)}, which weighs as much as ${trackRecord.priorWeight} ratings.`,
  }),
  pairing: () => ({
    zh: "派出单位或其所在市州与该县结对得满分，否则为 0。",
    en: "Full when the institution or its prefecture is paired with the county, else 0.",
  }),
};
