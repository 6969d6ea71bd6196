import { randomInt } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { readData } from "../../src/data/files.node.ts";
import { readJson } from "../../src/data/json-file.ts";
import { readPolicy } from "../../src/data/policies.ts";
import type { AskedSkill } from "../../src/domain/matching/facts.ts";
import type { HeldSkill, ProfessionalTitle, ServiceMode } from "../../src/domain/model/expert.ts";
import type { NeedStatus } from "../../src/domain/model/need.ts";
import { skillId } from "../../src/domain/model/vocabulary.ts";
import type { County, Place } from "../../src/domain/places/place.ts";
import { TeamPolicy } from "../../src/domain/team/policy.ts";
import type { TeamPreset } from "../../src/domain/team/preset.ts";
import { createFold } from "../../src/domain/understanding/fold.ts";
import type { Tagger } from "../../src/domain/understanding/tagger.ts";
import type { GraphRecord, Properties } from "../../src/graph/record.ts";
import type { Reference } from "../../src/usecases/context.ts";

/** The service year everything is about, and the moment at which it is looked at. */
export const YEAR = 2026;
export const NOW = "2026-11-23T08:00:00.000Z";

interface WorldNeed {
  key: string;
  id: string;
  /** Of a year long past, so that it is never the last code of the year in which tests add needs. */
  code: string;
  text: string;
  status: NeedStatus;
  urgent: boolean;
  allowsRemote: boolean;
  days: number;
  year: number;
  county: CountyKey;
  asked: AskedSkill[];
  createdAt: string;
  createdBy: string;
  demo: boolean;
}

export interface WorldExpert {
  key: string;
  name: string;
  pinyin: string;
  initials: string;
  title: ProfessionalTitle;
  serviceModes: ServiceMode[];
  travelRadiusKm: number;
  daysPerYear: number;
  onDuty: boolean;
  /** Key of an institution; null = affiliated with none. */
  institution: string | null;
  /** Key of a county; null = outside the province. */
  base: CountyKey | null;
  skills: HeldSkill[];
  postings: { year: number; days: number; status: "active" | "completed"; county: CountyKey }[];
  records: { date: string; rating: number | null; county: CountyKey }[];
  assessments: { year: number; grade: "excellent" | "good" | "qualified" | "unqualified" }[];
  blocked: { county: CountyKey; reason: string }[];
}

/**
 * A small world in which each question has a known answer. Everything in it bears the tag: ids, codes,
 * names and even the vocabulary, so that it is alone in a Neo4j that holds other data.
 */
export function buildWorld() {
  const number = randomInt(1_000_000, 10_000_000);
  /** Letters only, as it also stands in ids of industries and in names. */
  const tag = `t${[...String(number)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
  const id = (kind: string, key: string) => `${kind}_${tag}-${key}`;
  const industryId = (key: string) => `${key}-${tag}`;
  const competenceId = (key: string) => `${key}-${tag}`;
  const skill = (industry: string, competence: string) => ({
    industry: industryId(industry),
    competence: competenceId(competence),
  });

  const reference = buildReference({ tag, number, industryId, competenceId });
  const { places, vocabulary } = reference;
  const county = (key: CountyKey): County => {
    const found = [...places.counties.values()].find(({ shortName }) => shortName === NAMES[key]);
    if (!found) throw new Error(`the world has no county ${key}`);
    return found;
  };
  const code = (key: CountyKey) => county(key).code;

  const institutions = [
    { key: "academy", name: `农科院${tag}`, initials: "nky", level: "province", seat: "west" },
    { key: "station", name: `农技站${tag}`, initials: "njz", level: "county", seat: "east" },
    { key: "abroad", name: `华中农大${tag}`, initials: "hznd", level: "outside", seat: null },
  ].map(({ seat, ...rest }) => ({
    ...rest,
    id: id("inst", rest.key),
    city: seat ? "长沙市" : "武汉市",
    prefectureCode: seat ? prefectureCode(number, seat) : null,
  }));
  const experts = expertsOf(tag, skill);
  const expertId = (key: string) => id("exp", key);

  const written: Omit<WorldNeed, "id" | "year" | "createdAt" | "createdBy" | "demo">[] = [
    {
      key: "ponkan",
      code: `XQ-1999-${number}1`,
      text: `“椪柑”叶片卷曲，落果 50%；\\ 请派人😀\n${tag}`,
      status: "published",
      urgent: true,
      allowsRemote: false,
      days: 5,
      county: "bao",
      asked: [
        { ...skill("ponkan", "disease"), weight: 0.75, level: 3 },
        { ...skill("ponkan", "pest"), weight: 0.25, level: 2 },
      ],
    },
    {
      key: "tea",
      code: `XQ-1999-${number}2`,
      text: `茶叶加工${tag}`,
      status: "published",
      urgent: false,
      allowsRemote: true,
      days: 3,
      county: "long",
      asked: [{ ...skill("tea", "processing"), weight: 1, level: 3 }],
    },
    {
      key: "draft",
      code: `XQ-1999-${number}3`,
      text: `不清楚${tag}`,
      status: "draft",
      urgent: false,
      allowsRemote: false,
      days: 5,
      county: "long",
      asked: [],
    },
  ];
  const needs = written.map(
    (need): WorldNeed => ({
      ...need,
      id: id("need", need.key),
      createdAt: `${YEAR}-11-01T00:00:00.000Z`,
      createdBy: "李主任",
      demo: true,
      year: YEAR,
    }),
  );

  const events = ["1", "2", "3"].map((key) => ({
    id: id("event", key),
    at: `${YEAR}-11-0${key}T00:00:00.000Z`,
    actor: "unverified:李主任",
    action: "need.create",
    subject: id("need", "ponkan"),
    before: "null",
    after: `{"code":"${key}"}`,
  }));

  const node = (label: string, nodeId: string, properties: Properties): GraphRecord => ({
    node: label,
    id: nodeId,
    properties,
  });
  type End = readonly [string, string];
  const relation = (
    type: string,
    [from, to]: readonly [End, End],
    properties: Properties = {},
  ): GraphRecord => ({ relation: type, from, to, properties });
  const placeNode = (place: Place, label: string, more: Properties = {}) => {
    const { code: placeCode, name, shortName, initials } = place;
    const properties = { code: placeCode, name, shortName, initials, ...more };
    return node(label, `place_${placeCode}`, properties);
  };
  const countyEnd = (key: CountyKey): End => ["County", `place_${code(key)}`];
  const expertEnd = (key: string): End => ["Expert", expertId(key)];
  const needEnd = (key: string): End => ["Need", id("need", key)];

  const held = [
    ...experts.flatMap((expert) => expert.skills),
    ...needs.flatMap(({ asked }) => asked),
  ];
  const skills = new Map(held.map((one) => [skillId(one), one]));

  const nodes: GraphRecord[] = [
    placeNode(places.province, "Province"),
    ...[...places.prefectures.values()].map((place) => placeNode(place, "Prefecture")),
    ...[...places.counties.values()].map((place) =>
      placeNode(place, "County", {
        latitude: place.location.latitude,
        longitude: place.location.longitude,
        aliasCodes: place.aliasCodes,
        poverty: place.poverty,
        povertyAssumed: place.povertyAssumed,
        hasPolygon: place.hasPolygon,
      }),
    ),
    ...[...vocabulary.industries.values()].map(({ id: key, zh, en }) =>
      node("Industry", `ind_${key}`, { zh, en }),
    ),
    ...[...vocabulary.competences.values()].map(({ id: key, zh, en, stage }) =>
      node("Competence", `comp_${key}`, { zh, en, stage }),
    ),
    ...[...skills].map(([key, { industry, competence }]) =>
      node("Skill", key, { industry, competence }),
    ),
    ...institutions.map(({ id: key, prefectureCode: seat, key: _, ...rest }) => {
      const seated = seat ? { prefectureCode: seat } : {};
      return node("Institution", key, {
        ...rest,
        ...seated,
        latitude: 28.2,
        longitude: 113,
        demo: true,
      });
    }),
    ...experts.map((expert) =>
      node("Expert", expertId(expert.key), {
        name: expert.name,
        pinyin: expert.pinyin,
        initials: expert.initials,
        title: expert.title,
        serviceModes: expert.serviceModes,
        travelRadiusKm: expert.travelRadiusKm,
        daysPerYear: expert.daysPerYear,
        onDuty: expert.onDuty,
        ...locationOf(expert),
        about: `我是${expert.name}。`,
        demo: true,
      }),
    ),
    ...needs.map(({ id: key, key: _, asked: __, county: ___, ...rest }) => node("Need", key, rest)),
    ...TEAMS.map(({ key, year }) =>
      node("ServiceTeam", id("team", key), { name: `团队${key}${tag}`, year, demo: true }),
    ),
    node("Run", id("run", "one"), {
      at: `${YEAR}-11-02T00:00:00.000Z`,
      by: "李主任",
      policy: "default@1",
      dataRevision: id("event", "1"),
      request: "{}",
      result: '{"listed":[]}',
    }),
    ...events.map(({ id: key, ...rest }) => node("AuditEvent", key, rest)),
  ];

  const relations: GraphRecord[] = [
    ...[...vocabulary.industries.values()].flatMap(({ id: key, broader }) =>
      broader
        ? [
            relation("BROADER", [
              ["Industry", `ind_${key}`],
              ["Industry", `ind_${broader}`],
            ]),
          ]
        : [],
    ),
    ...experts.flatMap((expert) => expertRelations(expert)),
    ...needs.flatMap(({ key, county: place, asked }) => [
      relation("RAISED_IN", [needEnd(key), countyEnd(place)]),
      ...asked.map(({ weight, level, ...one }) =>
        relation("ASKS_FOR", [needEnd(key), ["Skill", skillId(one)]], { weight, level }),
      ),
    ]),
    ...places.industries.map(({ county: at, industry, ...grown }) =>
      relation("GROWS", [["County", `place_${at}`] as const, ["Industry", `ind_${industry}`]], {
        ...grown,
      }),
    ),
    relation("PAIRED_WITH", [["Institution", id("inst", "academy")], countyEnd("bao")], {
      since: 2021,
    }),
    relation(
      "PAIRED_WITH",
      [["Prefecture", `place_${prefectureCode(number, "east")}`], countyEnd("bao")],
      { since: 2022 },
    ),
    ...TEAMS.map(({ key, county: place }) =>
      relation("SERVES", [["ServiceTeam", id("team", key)], countyEnd(place)]),
    ),
    ...CO_WORK.map(({ one, other, ...worked }) =>
      relation("WORKED_WITH", [expertEnd(one), expertEnd(other)], worked),
    ),
    relation("RUN_FOR", [["Run", id("run", "one")], needEnd("ponkan")]),
  ];

  function expertRelations(expert: WorldExpert): GraphRecord[] {
    const end = expertEnd(expert.key);
    const { institution, base } = expert;
    const own = (kind: string, index: number) => id(kind, `${expert.key}-${index}`);
    return [
      ...(institution
        ? [relation("AFFILIATED_WITH", [end, ["Institution", id("inst", institution)]])]
        : []),
      ...(base ? [relation("BASED_IN", [end, countyEnd(base)])] : []),
      ...expert.skills.map((one) =>
        relation("HAS_SKILL", [end, ["Skill", skillId(one)]], {
          level: one.level,
          evidenceKinds: one.evidence.map(({ kind }) => kind),
          evidenceYears: one.evidence.map(({ year }) => year),
          evidenceTitles: one.evidence.map(({ title }) => title),
        }),
      ),
      ...expert.postings.flatMap(({ county: at, ...posting }, index) => [
        node("Posting", own("post", index), { ...posting, demo: true }),
        relation("HOLDS", [end, ["Posting", own("post", index)]]),
        relation("AT", [["Posting", own("post", index)], countyEnd(at)]),
      ]),
      ...expert.records.flatMap(({ county: at, date, rating }, index) => [
        node("ServiceRecord", own("rec", index), {
          date,
          year: Number(date.slice(0, 4)),
          days: 2,
          mode: "circuit",
          summary: "现场指导",
          ...(rating === null ? {} : { rating }),
          demo: true,
        }),
        relation("PERFORMED", [end, ["ServiceRecord", own("rec", index)]]),
        relation("SERVED", [["ServiceRecord", own("rec", index)], countyEnd(at)]),
      ]),
      ...expert.assessments.flatMap((assessment, index) => [
        node("Assessment", own("ass", index), { ...assessment, demo: true }),
        relation("RECEIVED", [end, ["Assessment", own("ass", index)]]),
      ]),
      ...expert.blocked.map(({ county: at, reason }) =>
        relation("BLOCKED_FROM", [end, countyEnd(at)], { reason }),
      ),
      ...TEAMS.filter(({ member }) => member === expert.key).map(({ key, seat }) =>
        relation("MEMBER_OF", [end, ["ServiceTeam", id("team", key)]], seat),
      ),
    ];
  }

  function locationOf({ base }: WorldExpert) {
    return base ? county(base).location : { latitude: 30.59, longitude: 114.31 };
  }

  return {
    tag,
    /** What the ids of this world contain, and no others. */
    marks: [tag, `place_9${number}`],
    number,
    id,
    code,
    county,
    skill,
    expertId,
    locationOf,
    reference,
    institutions,
    experts,
    needs,
    events,
    records: [...nodes, ...relations],
    /** An id that sorts by time, in this world. */
    newId: () => `${uuidv7()}-${tag}`,
    now: () => new Date(NOW),
  };
}

export type World = ReturnType<typeof buildWorld>;

/** The teams of last year and of this one, each with a member: one that says nothing of days. */
export const TEAMS: readonly {
  key: string;
  year: number;
  county: CountyKey;
  member: string;
  seat: Properties & { role: string };
}[] = [
  { key: "one", year: YEAR - 1, county: "bao", member: "lin", seat: { role: "leader" } },
  { key: "two", year: YEAR, county: "shi", member: "wu", seat: { role: "member", days: 20 } },
];

export const CO_WORK = [
  { one: "lin", other: "wu", times: 2, lastYear: YEAR - 1 },
  { one: "free", other: "lin", times: 1, lastYear: YEAR - 3 },
];

/** Short names of the counties by key. */
const NAMES = { bao: "保靖", long: "龙山", shi: "石门" } as const;
export type CountyKey = keyof typeof NAMES;

/** Ten digits, so that no real code is meant. */
const prefectureCode = (number: number, seat: string) => `9${number}${seat === "west" ? 31 : 7}00`;

const POLICY_FILE = "team-policies/team-default@1.json";

/** Few can be found in so small a world. */
const SMALL_TEAM: TeamPreset = {
  id: "small-team",
  version: 1,
  name: { zh: "小团队", en: "Small team" },
  source: { zh: "测试", en: "a test" },
  assumed: true,
  rules: [
    { id: "size", min: 2, max: 3 },
    { id: "leader", minTitle: "associate" },
    { id: "freeDays", min: 10 },
  ],
  termYears: 1,
  deputies: [],
  coordinatorTier: null,
  squads: true,
  daysPerMember: 10,
  oneTeamOnly: false,
  policy: "team-default@1",
};
const ONE_TEAM_ONLY: TeamPreset = { ...SMALL_TEAM, id: "one-team-only", oneTeamOnly: true };

interface Naming {
  tag: string;
  number: number;
  industryId: (key: string) => string;
  competenceId: (key: string) => string;
}

function buildReference({ tag, number, industryId, competenceId }: Naming): Reference {
  const industries = [
    { key: "crops", broader: null, zh: "种植业" },
    { key: "fruit", broader: "crops", zh: "水果" },
    { key: "citrus", broader: "fruit", zh: "柑橘" },
    { key: "ponkan", broader: "citrus", zh: "椪柑" },
    { key: "navel", broader: "citrus", zh: "脐橙" },
    { key: "tea", broader: "crops", zh: "茶叶" },
  ].map(({ key, broader, zh }) => ({
    id: industryId(key),
    broader: broader && industryId(broader),
    zh,
    en: key,
  }));
  const competences = [
    { key: "disease", stage: "mid", zh: "病害" },
    { key: "pest", stage: "mid", zh: "虫害" },
    { key: "processing", stage: "post", zh: "加工" },
  ] as const;
  const vocabulary = {
    industries: new Map(industries.map((one) => [one.id, one])),
    competences: new Map(
      competences.map(({ key, stage, zh }) => {
        const one = { id: competenceId(key), stage, zh, en: key, scope: "" };
        return [one.id, one] as const;
      }),
    ),
  };
  const neighbours = new Map([
    [competenceId("disease"), new Set([competenceId("pest")])],
    [competenceId("pest"), new Set([competenceId("disease")])],
  ]);
  const rules = {
    vocabulary,
    kinship: { neighbours, carriesOver: new Set<string>(), kin: new Map() },
    policy: readPolicy(readData, "default@1"),
  };

  const province: Place = {
    level: "province",
    code: `9${number}0000`,
    name: `湘${tag}省`,
    shortName: `湘${tag}`,
    initials: "x",
    parent: null,
  };
  const prefecture = (seat: string, name: string): Place => ({
    ...province,
    level: "prefecture",
    code: prefectureCode(number, seat),
    name,
    shortName: name.slice(0, -1),
    parent: province.code,
  });
  const county = (index: number, shortName: string, latitude: number): County => ({
    level: "county",
    code: `9${number}31${String(index).padStart(2, "0")}`,
    name: `${shortName}县`,
    shortName,
    initials: "xx",
    parent: prefectureCode(number, "west"),
    location: { latitude, longitude: 109.66 },
    aliasCodes: [],
    poverty: "national",
    povertyAssumed: false,
    hasPolygon: true,
  });
  const prefectures = [prefecture("west", `湘西${tag}州`), prefecture("east", `岳阳${tag}市`)];
  const bao = county(25, NAMES.bao, 28.7);
  const counties = [bao, county(30, NAMES.long, 29.45), county(26, NAMES.shi, 29.58)];
  const grown = { county: bao.code, assumed: false };
  return {
    vocabulary,
    terms: [],
    rules,
    places: {
      province,
      prefectures: new Map(prefectures.map((place) => [place.code, place])),
      counties: new Map(counties.map((place) => [place.code, place])),
      townships: new Map(),
      villages: new Map(),
      industries: [
        { ...grown, industry: industryId("tea"), role: "leading", rank: 1, note: "黄金茶" },
        { ...grown, industry: industryId("ponkan"), role: "leading", rank: 2, note: "" },
        { ...grown, industry: industryId("navel"), role: "specialty", rank: 1, note: "引号'\"" },
      ],
    },
    tag: tagger(vocabulary),
    readProfile: () => ({ skills: [], title: null, years: null, evidence: [], unknown: [] }),
    fold: createFold(new Map()),
    teams: {
      presets: new Map([SMALL_TEAM, ONE_TEAM_ONLY].map((preset) => [preset.id, preset])),
      policies: new Map([[SMALL_TEAM.policy, readJson(readData, POLICY_FILE, TeamPolicy)]]),
      usual: new Map([
        [
          industryId("fruit"),
          [
            { competence: competenceId("disease"), share: 1 },
            { competence: competenceId("pest"), share: 0.8 },
          ],
        ],
        [industryId("tea"), [{ competence: competenceId("processing"), share: 1 }]],
      ]),
    },
  };
}

/** Knows the names of the vocabulary and nothing else; the first of each kind make the need. */
function tagger({ industries, competences }: Reference["vocabulary"]): Tagger {
  return (text) => {
    const named = <T extends { id: string; zh: string }>(terms: Iterable<T>) =>
      [...terms].filter(({ zh }) => text.includes(zh)).map(({ id }) => id);
    const grown = named(industries.values());
    const crafts = named(competences.values());
    const [industry] = grown;
    const skills = industry
      ? crafts.map((competence) => {
          return { industry, competence, weight: 1 / crafts.length, confidence: 1 };
        })
      : [];
    const question = { zh: "是什么产业、什么问题？", en: "Which industry, and what problem?" };
    return {
      industries: grown,
      competences: crafts,
      tags: [],
      needs: skills.length > 0 ? [{ skills, place: null }] : [],
      stages: [],
      urgent: text.includes("急"),
      amounts: [],
      headcount: null,
      dates: [],
      unknown: [],
      askBack: skills.length > 0 ? [] : [{ about: "request", question, options: [] }],
      evidence: [],
    };
  };
}

type SkillFrom = (industry: string, competence: string) => { industry: string; competence: string };

function expertsOf(tag: string, skill: SkillFrom): WorldExpert[] {
  const proof = (year: number) => ({ kind: "service", year, title: `“${year}”年'服务'` }) as const;
  const plain: WorldExpert = {
    key: "",
    name: "",
    pinyin: "",
    initials: "",
    title: "associate",
    serviceModes: ["circuit"],
    travelRadiusKm: 300,
    daysPerYear: 60,
    onDuty: true,
    institution: "station",
    base: "shi",
    skills: [{ ...skill("ponkan", "disease"), level: 4, evidence: [proof(YEAR - 2)] }],
    postings: [],
    records: [],
    assessments: [],
    blocked: [],
  };
  const named = (key: string, name: string) => ({
    key,
    name: `${name}${tag}`,
    pinyin: `${key}${tag}`,
    initials: `${key.slice(0, 1)}${tag}`,
  });
  return [
    {
      ...plain,
      ...named("lin", "林秋月"),
      title: "senior",
      serviceModes: ["resident", "circuit"],
      institution: "academy",
      base: "bao",
      skills: [
        {
          ...skill("ponkan", "disease"),
          level: 5,
          evidence: [proof(YEAR - 1), { kind: "patent", year: YEAR - 4, title: "" }],
        },
        { ...skill("tea", "processing"), level: 1, evidence: [] },
      ],
      postings: [
        { year: YEAR, days: 10, status: "active", county: "bao" },
        { year: YEAR, days: 7, status: "active", county: "shi" },
        { year: YEAR - 1, days: 20, status: "completed", county: "bao" },
      ],
      records: [
        { date: `${YEAR - 1}-05-01`, rating: 5, county: "bao" },
        { date: `${YEAR - 1}-06-01`, rating: null, county: "bao" },
        { date: `${YEAR - 2}-06-01`, rating: 4, county: "shi" },
      ],
      // Sums of these fractions depend on the order in which they are added.
      assessments: [
        { year: YEAR - 1, grade: "excellent" },
        { year: YEAR - 2, grade: "good" },
        { year: YEAR - 3, grade: "qualified" },
        { year: YEAR - 4, grade: "good" },
      ],
    },
    {
      ...plain,
      ...named("wu", "吴建国"),
      base: "long",
      skills: [{ ...skill("ponkan", "pest"), level: 4, evidence: [proof(YEAR)] }],
    },
    {
      ...plain,
      ...named("zhao", "赵敏"),
      serviceModes: ["remote"],
      institution: "abroad",
      base: null,
      travelRadiusKm: 0,
      skills: [
        { ...skill("ponkan", "disease"), level: 5, evidence: [proof(YEAR)] },
        { ...skill("tea", "processing"), level: 4, evidence: [proof(YEAR - 3)] },
      ],
    },
    { ...plain, ...named("gone", "钱退休"), onDuty: false },
    {
      ...plain,
      ...named("kin", "孙亲属"),
      blocked: [{ county: "bao", reason: "与县内企业有利益关系" }],
    },
    {
      ...plain,
      ...named("busy", "周满档"),
      daysPerYear: 12,
      postings: [{ year: YEAR, days: 12, status: "active", county: "shi" }],
    },
    {
      ...plain,
      ...named("near", "冯近邻"),
      title: "junior",
      travelRadiusKm: 20,
      skills: [{ ...skill("navel", "disease"), level: 3, evidence: [proof(YEAR - 1)] }],
    },
    {
      ...plain,
      ...named("free", "陈自由"),
      institution: null,
      base: "bao",
      blocked: [{ county: "long", reason: "在该县任职" }],
    },
    // The same name and the same facts: only the id tells them apart.
    { ...plain, ...named("twin-b", "郑双"), name: `郑双${tag}`, pinyin: `twin${tag}` },
    { ...plain, ...named("twin-a", "郑双"), name: `郑双${tag}`, pinyin: `twin${tag}` },
  ];
}
