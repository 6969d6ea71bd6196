import { readDemoTables } from "../../src/data/demo.ts";
import { readData } from "../../src/data/files.node.ts";
import { node, relation } from "../../src/demo/record.ts";
import { placeRecords, vocabularyRecords } from "../../src/demo/reference-records.ts";
import { skillId } from "../../src/domain/model/vocabulary.ts";
import type { GraphRecord } from "../../src/graph/record.ts";
import type { Reference } from "../../src/usecases/context.ts";

/** A small province, made by hand: everyone in it is there to show one thing. */

interface Person {
  id: string;
  name: string;
  /** Syllables with blanks between them. */
  pinyin: string;
  title?: string;
  institution: keyof typeof INSTITUTIONS;
  /** Code of the county of the base; undefined outside the province. */
  county?: string;
  modes?: string[];
  radiusKm?: number;
  days?: number;
  onDuty?: boolean;
  about?: string;
  skills: readonly (readonly [
    industry: string,
    competence: string,
    level: number,
    year?: number,
  ])[];
}

const INSTITUTIONS = {
  inst_citrus: ["湘西州柑桔科学研究所", "xxzgjkxyjs", "prefecture", "吉首市", "433101"],
  inst_hnau: ["湖南农业大学", "hnnydx", "province", "长沙市", "430102"],
  inst_tea: ["湖南省茶叶研究所", "hnscyyjs", "province", "长沙市", "430102"],
  inst_hzau: ["华中农业大学", "hznydx", "outside", "武汉市", null],
} as const;

const WUHAN = { latitude: 30.48, longitude: 114.36 };

export const PEOPLE: readonly Person[] = [
  {
    ...{ id: "exp_lin", name: "林秋月", pinyin: "lin qiu yue", title: "senior" },
    ...{ institution: "inst_citrus", county: "433101", modes: ["circuit", "remote"] },
    about: "从事柑橘病虫害防治二十年，电话 13800138000。",
    skills: [
      ["ponkan", "plant-disease", 4, 2025],
      ["ponkan", "plant-pest", 4, 2024],
      ["ponkan", "nutrition", 3, 2023],
      ["ponkan", "cultivation", 3, 2023],
    ],
  },
  {
    ...{ id: "exp_wu", name: "吴远", pinyin: "wu yuan", title: "associate" },
    ...{ institution: "inst_hnau", county: "430102" },
    skills: [
      ["citrus", "plant-disease", 4, 2022],
      ["citrus", "plant-pest", 3, 2021],
    ],
  },
  {
    ...{ id: "exp_tian", name: "田小满", pinyin: "tian xiao man", title: "junior" },
    ...{ institution: "inst_citrus", county: "433126" },
    skills: [["ponkan", "plant-pest", 2, 2019]],
  },
  {
    ...{ id: "exp_xiang", name: "向志远", pinyin: "xiang zhi yuan", title: "senior" },
    ...{ institution: "inst_citrus", county: "433101", onDuty: false },
    skills: [["ponkan", "plant-disease", 5, 2025]],
  },
  {
    ...{ id: "exp_zhou", name: "周海", pinyin: "zhou hai", title: "senior" },
    ...{ institution: "inst_hzau", radiusKm: 100 },
    skills: [["ponkan", "plant-disease", 5, 2025]],
  },
  {
    ...{ id: "exp_peng", name: "彭青山", pinyin: "peng qing shan", title: "associate" },
    ...{ institution: "inst_tea", county: "433126" },
    skills: [["tea", "plant-pest", 4, 2025]],
  },
  {
    ...{ id: "exp_liming_a", name: "李明", pinyin: "li ming" },
    ...{ institution: "inst_hnau", county: "430102" },
    skills: [["rice", "plant-disease", 3, 2024]],
  },
  {
    ...{ id: "exp_liming_b", name: "李明", pinyin: "li ming" },
    ...{ institution: "inst_tea", county: "430102" },
    skills: [["tea", "processing", 3, 2024]],
  },
  // Enough of a kind to fill several pages.
  ...Array.from({ length: 23 }, (_, index): Person => {
    const number = String(index).padStart(2, "0");
    return {
      ...{ id: `exp_rice_${number}`, name: `稻农${number}`, pinyin: `dao nong ${number}` },
      ...{ institution: "inst_hnau", county: "430102" },
      skills: [["rice", "cultivation", 1 + (index % 5), 2020 + (index % 6)]],
    };
  }),
];

/** The places down to counties, the vocabulary, the institutions and the people above. */
export function* recordsOf(reference: Reference): Generator<GraphRecord> {
  const { places, vocabulary } = reference;
  const withoutSmaller = { ...places, townships: new Map(), villages: new Map() };
  yield* placeRecords(withoutSmaller);
  yield* vocabularyRecords({ vocabulary, places, tables: readDemoTables(readData) });
  for (const [id, [name, initials, level, city, county]] of Object.entries(INSTITUTIONS)) {
    const location = (county && places.counties.get(county)?.location) || WUHAN;
    const prefecture = county && { prefectureCode: `${county.slice(0, 4)}00` };
    const properties = { name, initials, level, city, demo: true, ...location };
    yield node("Institution", id, { ...properties, ...prefecture });
    if (county) {
      yield relation([["Institution", id], "SEATED_IN", ["County", `place_${county}`]]);
    }
  }
  yield relation([["Institution", "inst_citrus"], "PAIRED_WITH", ["County", "place_433126"]], {
    since: 2020,
  });
  const skills = new Set<string>();
  for (const person of PEOPLE) yield* personRecords(reference, person, skills);
  yield relation([["Expert", "exp_peng"], "BLOCKED_FROM", ["County", "place_433126"]], {
    reason: "亲属任职回避",
  });
}

/** What nobody's entry has to say. */
const USUAL = {
  title: "intermediate",
  modes: ["circuit"],
  radiusKm: 600,
  days: 60,
  onDuty: true,
  about: "",
};

type Named = Pick<Person, "id" | "name" | "pinyin"> & Partial<Person>;

/** A person of whom nobody knows more than is said. */
export function personNode({ places }: Reference, person: Named): GraphRecord {
  const { id, name, pinyin, county, ...rest } = { ...USUAL, ...person };
  return node("Expert", id, {
    name,
    pinyin: pinyin.replaceAll(" ", ""),
    initials: pinyin.replaceAll(/(\S)\S*\s?/g, "$1"),
    title: rest.title,
    serviceModes: rest.modes,
    travelRadiusKm: rest.radiusKm,
    daysPerYear: rest.days,
    onDuty: rest.onDuty,
    about: rest.about,
    demo: true,
    ...((county && places.counties.get(county)?.location) || WUHAN),
  });
}

function* personRecords(
  reference: Reference,
  person: Person,
  skills: Set<string>,
): Generator<GraphRecord> {
  const { id, county, institution } = person;
  yield personNode(reference, person);
  yield relation([["Expert", id], "AFFILIATED_WITH", ["Institution", institution]]);
  if (county) yield relation([["Expert", id], "BASED_IN", ["County", `place_${county}`]]);
  for (const held of person.skills) yield* heldRecords(id, held, skills);
}

function* heldRecords(
  expert: string,
  [industry, competence, level, year = 2024]: Person["skills"][number],
  known: Set<string>,
): Generator<GraphRecord> {
  const skill = skillId({ industry, competence });
  if (!known.has(skill)) yield* skillRecords(industry, competence);
  known.add(skill);
  yield relation([["Expert", expert], "HAS_SKILL", ["Skill", skill]], {
    level,
    evidenceKinds: ["service", "paper"],
    evidenceYears: [year, year - 2],
    evidenceTitles: [`${year} 年驻点服务`, "论文一篇"],
  });
}

function* skillRecords(industry: string, competence: string): Generator<GraphRecord> {
  const id = skillId({ industry, competence });
  yield node("Skill", id, { industry, competence });
  yield relation([["Skill", id], "IN_INDUSTRY", ["Industry", `ind_${industry}`]]);
  yield relation([["Skill", id], "OF_COMPETENCE", ["Competence", `comp_${competence}`]]);
}
