import { skillId } from "../../src/domain/model/vocabulary.ts";
import type { Reader, Writer } from "../../src/graph/graph.ts";
import { appendAudit, auditOfSubject, latestAudit } from "../../src/graph/queries/audit.ts";
import { createCorrections, listCorrectionRows } from "../../src/graph/queries/corrections.ts";
import {
  everyoneBasedIn,
  expertsBasedIn,
  industriesOfCounty,
  pairingsOfCounty,
} from "../../src/graph/queries/counties.ts";
import {
  expertById,
  expertCards,
  expertEverywhere,
  expertFacts,
  expertNamesBegun,
  expertsHolding,
  expertsNamed,
  searchExpertIds,
} from "../../src/graph/queries/experts.ts";
import { findIdempotencyKey, keepIdempotencyKey } from "../../src/graph/queries/idempotency.ts";
import {
  institutionById,
  institutionsNamed,
  listInstitutionRows,
} from "../../src/graph/queries/institutions.ts";
import {
  createNeedNode,
  lastNeedCode,
  listNeedLines,
  needById,
  needIdByCode,
  openNeedsAsking,
  setAskedSkills,
} from "../../src/graph/queries/needs.ts";
import { claimOperation } from "../../src/graph/queries/operations.ts";
import { createRun, linkRun, runById, runsOfNeed } from "../../src/graph/queries/runs.ts";
import {
  appliedMigrations,
  bulkLoads,
  markBulkLoad,
  recordMigration,
} from "../../src/graph/queries/schema.ts";
import type { statements } from "../../src/graph/statements.ts";
import {
  activePostings,
  baseOf,
  blockReasons,
  byId,
  cardOf,
  commonRow,
  expertOf,
  heldRows,
  PAIRED,
} from "./expected.ts";
import { teamAnswers } from "./team-answers.ts";
import { teamDraftAnswers } from "./team-draft-answers.ts";
import { NOW, TEAMS, type World, YEAR } from "./world.ts";

export interface Answer {
  /** Runs the statement, and what has to stand before it. All is taken back afterwards. */
  ask: (tx: Writer) => Promise<unknown[]>;
  expected: unknown[];
  /** Columns that hold lists in no order; "" stands for the rows themselves. */
  unordered?: readonly string[];
}

/** Far more than the world holds. */
const ALL = 1_000;

const LISTS = ["ratings", "grades", "skills"];

/** What every statement of `cypher/` answers about a world. A new file has to be added here. */
export const answersFrom = (world: World): Record<keyof typeof statements, readonly Answer[]> => ({
  ...auditAnswers(world),
  ...correctionAnswers(world),
  ...countyAnswers(world),
  ...expertAnswers(world),
  ...factAnswers(world),
  ...searchAnswers(world),
  ...institutionAnswers(world),
  ...needAnswers(world),
  ...needWrites(world),
  ...runAnswers(world),
  ...teamAnswers(world),
  ...teamDraftAnswers(world),
  ...machineAnswers(world),
});

function auditAnswers({ events, needs, tag }: World) {
  const [need] = needs;
  const subject = need?.id ?? "";
  const lines = events.map(({ subject: _, ...line }) => line);
  const page = (after: string, limit: number) => (tx: Reader) =>
    tx.all(auditOfSubject, { subject, after, limit });
  // Sorts behind every other id, whoever else writes.
  const last = {
    id: `~${tag}`,
    at: NOW,
    actor: "a",
    action: "b",
    subject,
    before: "1",
    after: "2",
  };
  return {
    "audit/append": [
      { ask: (tx: Writer) => tx.write(appendAudit, last), expected: [{ id: last.id }] },
    ],
    "audit/by-subject": [
      { ask: page("", 2), expected: lines.slice(0, 2) },
      { ask: page(lines[1]?.id ?? "", 2), expected: lines.slice(2) },
      { ask: page(lines[2]?.id ?? "", 2), expected: [] },
    ],
    "audit/latest": [
      {
        ask: async (tx: Writer) => {
          await tx.write(appendAudit, last);
          return tx.all(latestAudit, {});
        },
        expected: [{ id: last.id, at: NOW }],
      },
    ],
  };
}

function correctionAnswers({ tag, reference }: World) {
  const [industry] = reference.vocabulary.industries.keys();
  const base = { at: NOW, by: "李主任", text: `“椪柑”卷叶😀\n'\\${tag}`, from: 0, to: 0 };
  const judged = [
    { ...base, words: "", tag: `industry:${industry}`, right: true, origin: "person" },
    { ...base, words: "椪柑", from: 1, to: 3, tag: "x", right: false, origin: "offline" },
    { ...base, words: "", tag: "y", right: true, origin: "model" },
  ] as const;
  // Sort behind all others, whoever else writes.
  const rows = judged.map((properties, index) => ({ id: `}${index}${tag}`, properties }));
  const lines = rows.map(({ id, properties }) => ({ id, ...properties })).toReversed();
  const create = (tx: Writer) => tx.write(createCorrections, { corrections: rows });
  const page = (before: string, limit: number) => async (tx: Writer) => {
    await create(tx);
    return tx.all(listCorrectionRows, { before, limit });
  };
  return {
    "corrections/create": [
      { ask: create, expected: [{ stored: rows.length }] },
      {
        ask: (tx: Writer) => tx.write(createCorrections, { corrections: [] }),
        expected: [{ stored: 0 }],
      },
    ],
    "corrections/list": [
      { ask: page("~", 2), expected: lines.slice(0, 2) },
      { ask: page(lines[1]?.id ?? "", 1), expected: lines.slice(2) },
      {
        ask: (tx: Reader) => tx.all(listCorrectionRows, { before: "", limit: ALL }),
        expected: [],
      },
    ],
  };
}

function countyAnswers(world: World) {
  const county = `place_${world.code(PAIRED)}`;
  const [academy] = world.institutions;
  const [, east] = world.reference.places.prefectures.values();
  return {
    "counties/based": [
      {
        ask: (tx: Reader) => tx.all(everyoneBasedIn, { county: `place_${world.code("shi")}` }),
        expected: world.experts
          .filter(({ base, onDuty }) => base === "shi" && onDuty)
          .map(({ key }) => ({ expert: world.expertId(key) })),
        unordered: [""],
      },
    ],
    "counties/experts": [
      {
        ask: (tx: Reader) => tx.all(expertsBasedIn, { county, limit: ALL }),
        expected: byId(world, ["lin", "free"]).map(({ key }) => ({ id: world.expertId(key) })),
      },
    ],
    "counties/industries": [
      {
        ask: (tx: Reader) => tx.all(industriesOfCounty, { county, limit: ALL }),
        expected: world.reference.places.industries.map(({ county: _, industry, ...grown }) => ({
          industry: `ind_${industry}`,
          ...grown,
        })),
      },
    ],
    "counties/pairings": [
      {
        ask: (tx: Reader) => tx.all(pairingsOfCounty, { county }),
        expected: [{ institutions: [academy?.id], prefectures: [east?.code] }],
      },
      {
        ask: (tx: Reader) => tx.all(pairingsOfCounty, { county: `place_${world.code("long")}` }),
        expected: [{ institutions: [], prefectures: [] }],
      },
    ],
  };
}

function expertAnswers(world: World) {
  const keys = ["zhao", "lin", "free", "gone"];
  const ids = keys.map(world.expertId);
  return {
    "experts/cards": [
      {
        ask: (tx: Reader) => tx.all(expertCards, { ids: [...ids, "exp_nobody"] }),
        expected: byId(world, keys).map(({ key }) => cardOf(world, key)),
      },
      { ask: (tx: Reader) => tx.all(expertCards, { ids: [] }), expected: [] },
    ],
    "experts/named": [
      {
        ask: (tx: Reader) => tx.all(expertsNamed, { name: `郑双${world.tag}`, limit: ALL }),
        expected: ["twin-a", "twin-b"].map((key) => {
          const { id, name, institution } = cardOf(world, key);
          return { id, name, institution };
        }),
      },
    ],
    "experts/names-begun": [
      {
        ask: (tx: Reader) => tx.all(expertNamesBegun, { text: "郑双", signs: "·", limit: ALL }),
        expected: [{ name: `郑双${world.tag}` }],
      },
      {
        ask: (tx: Reader) => tx.all(expertNamesBegun, { text: "双郑", signs: "·", limit: ALL }),
        expected: [],
      },
      {
        // As if 双 were a sign between names.
        ask: (tx: Reader) => tx.all(expertNamesBegun, { text: "郑", signs: "双", limit: ALL }),
        expected: [{ name: `郑双${world.tag}` }],
      },
    ],
    "experts/by-id": keys.map((key) => ({
      ask: (tx: Reader) => tx.all(expertById, { id: world.expertId(key) }),
      expected: [profileOf(world, key)],
      unordered: ["skills", "postings", "records", "assessments", "teams"],
    })),
  };
}

function profileOf(world: World, key: string) {
  const expert = expertOf(world, key);
  const { ratings: _, grades: __, ...common } = commonRow(world, expert);
  return {
    ...common,
    ...cardOf(world, key),
    pinyin: expert.pinyin,
    about: `我是${expert.name}。`,
    skills: heldRows(expert),
    postings: expert.postings.map(({ county, ...posting }, index) => ({
      ...posting,
      id: world.id("post", `${key}-${index}`),
      county: world.code(county),
    })),
    records: expert.records.map(({ county, ...record }, index) => ({
      ...record,
      id: world.id("rec", `${key}-${index}`),
      days: 2,
      mode: "circuit",
      summary: "现场指导",
      county: world.code(county),
    })),
    assessments: expert.assessments,
    teams: TEAMS.filter(({ member }) => member === key).map((team) => ({
      name: `团队${team.key}${world.tag}`,
      year: team.year,
      role: team.seat.role,
    })),
  };
}

function factAnswers(world: World) {
  const institutionOf = (key: string) =>
    world.institutions.find(({ id }) => id === cardOf(world, key).institutionId);
  const all = world.experts.map(({ key }) => key);
  const wanted = skillId(world.skill("ponkan", "disease"));
  const facts = byId(world, all).map((expert) => ({
    ...commonRow(world, expert),
    institution: institutionOf(expert.key)?.id ?? null,
    prefectureCode: institutionOf(expert.key)?.prefectureCode ?? null,
    postingDays: activePostings(expert, YEAR).map(({ days }) => days),
    blocked: blockReasons(expert, "bao"),
    skills: heldRows(expert).filter(({ skill }) => skill === wanted),
  }));
  const pairedAs = (kind: string, key: string) =>
    expertOf(world, key).institution === kind ? [world.code(PAIRED)] : [];
  const everywhere = (key: string) => ({
    ...commonRow(world, expertOf(world, key)),
    postings: activePostings(expertOf(world, key)).map(({ year, days }) => ({ year, days })),
    blocked: expertOf(world, key).blocked.map(({ county, reason }) => {
      return { county: world.code(county), reason };
    }),
    institutionPaired: pairedAs("academy", key),
    prefecturePaired: pairedAs("station", key),
    skills: heldRows(expertOf(world, key)),
  });
  const holders = world.experts
    .filter(({ onDuty }) => onDuty)
    .flatMap((expert) =>
      heldRows(expert).map(({ skill, level }) => ({
        expert: world.expertId(expert.key),
        skill,
        level,
        ...world.locationOf(expert),
        travelRadiusKm: expert.travelRadiusKm,
      })),
    );
  const skills = [wanted, skillId(world.skill("ponkan", "pest")), "skill_no_such"];
  return {
    "experts/facts": [
      {
        ask: (tx: Reader) =>
          tx.all(expertFacts, {
            ids: all.map(world.expertId),
            skills: [wanted],
            county: `place_${world.code("bao")}`,
            year: YEAR,
          }),
        expected: facts,
        unordered: [...LISTS, "postingDays"],
      },
    ],
    // Among them one with no institution, and one whose institution has no prefecture.
    "experts/everywhere": all.map((key) => ({
      ask: (tx: Reader) => tx.all(expertEverywhere, { id: world.expertId(key) }),
      expected: [everywhere(key)],
      unordered: [...LISTS, "postings"],
    })),
    "experts/holding": [
      {
        ask: (tx: Reader) => tx.all(expertsHolding, { skills }),
        expected: holders.filter(({ skill }) => skills.includes(skill)),
        unordered: [""],
      },
      { ask: (tx: Reader) => tx.all(expertsHolding, { skills: [] }), expected: [] },
    ],
  };
}

function searchAnswers(world: World) {
  const { tag, experts } = world;
  const anything = {
    words: tag,
    institution: "",
    industries: [],
    competence: "",
    county: "",
    after: "",
    limit: ALL,
  };
  const keyed = experts
    .map(({ key, pinyin, ...rest }) => {
      const id = world.expertId(key);
      return { ...rest, pinyin, expert: key, id, key: `${pinyin}/${id}` };
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  type Keyed = (typeof keyed)[number];
  const answer = (wanted: object, fits: (expert: Keyed) => boolean): Answer => ({
    ask: (tx) => tx.all(searchExpertIds, { ...anything, ...wanted }),
    expected: keyed.filter(fits).map(({ id, key }) => ({ id, key })),
  });
  const industries = [
    world.skill("ponkan", "pest").industry,
    world.skill("navel", "pest").industry,
  ];
  const { competence } = world.skill("ponkan", "disease");
  const { industry: tea } = world.skill("tea", "pest");
  const [, station] = world.institutions;
  const holds = ({ skills }: Keyed, grown: readonly string[], craft: string) =>
    skills.some(
      (one) =>
        (grown.length === 0 || grown.includes(one.industry)) &&
        (craft === "" || one.competence === craft),
    );
  return {
    "experts/search": [
      answer({}, () => true),
      answer({ after: keyed[3]?.key }, (one) => keyed.indexOf(one) > 3),
      answer({ limit: 2 }, (one) => keyed.indexOf(one) < 2),
      answer({ words: `林秋月${tag}` }, ({ expert }) => expert === "lin"),
      answer({ words: `twin${tag}` }, ({ expert }) => expert.startsWith("twin")),
      answer({ words: `z${tag}` }, ({ expert }) => expert === "zhao"),
      answer({ institution: station?.id }, ({ institution }) => institution === "station"),
      answer(
        { county: `place_${world.code("long")}` },
        (one) => baseOf(world, one) === world.code("long"),
      ),
      answer({ industries }, (one) => holds(one, industries, "")),
      answer({ competence }, (one) => holds(one, [], competence)),
      answer({ industries: [tea], competence }, (one) => holds(one, [tea], competence)),
      answer(
        { industries, competence, institution: station?.id },
        (one) => holds(one, industries, competence) && one.institution === "station",
      ),
    ],
  };
}

function institutionAnswers(world: World) {
  const { institutions, tag } = world;
  const row = ({ id, key, name, level, city }: (typeof institutions)[number]) => ({
    id,
    name,
    level,
    city,
    demo: true,
    experts: world.experts.filter(({ institution }) => institution === key).length,
  });
  const ordered = institutions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const list = (words: string, after = "") => ({
    ask: (tx: Reader) => tx.all(listInstitutionRows, { words, after, limit: ALL }),
    expected: ordered.filter(({ id, name }) => name.includes(words) && id > after).map(row),
  });
  return {
    "institutions/list": [list(tag), list(`农技站${tag}`), list(tag, ordered[0]?.id)],
    "institutions/named": institutions.map(({ id, name }) => ({
      ask: (tx: Reader) => tx.all(institutionsNamed, { name, limit: ALL }),
      expected: [{ id, name }],
    })),
    "institutions/by-id": institutions.map((institution) => ({
      ask: (tx: Reader) => tx.all(institutionById, { id: institution.id }),
      expected: [
        {
          ...row(institution),
          prefectureCode: institution.prefectureCode,
          paired: institution.key === "academy" ? [world.code(PAIRED)] : [],
        },
      ],
    })),
  };
}

function needAnswers(world: World) {
  const { needs, number } = world;
  const rows = needs.map(({ key: _, county, asked, ...need }) => ({
    ...need,
    county: world.code(county),
    asked: asked.map(({ weight, level, ...one }) => ({ skill: skillId(one), weight, level })),
  }));
  const lines = rows
    .map(({ allowsRemote: _, days: __, year: ___, asked: ____, ...line }) => line)
    .toReversed();
  const anything = { county: "", status: "", words: world.tag, before: "~", limit: ALL };
  const list = (wanted: object, fits: (line: (typeof lines)[number]) => boolean): Answer => ({
    ask: (tx) => tx.all(listNeedLines, { ...anything, ...wanted }),
    expected: lines.filter(fits),
  });
  const open = rows
    .filter(({ status }) => status === "published")
    .map(({ status: _, createdAt: __, createdBy: ___, ...row }) => row);
  const asks = (skills: string[], limit = ALL): Answer => ({
    ask: (tx) => tx.all(openNeedsAsking, { skills, limit }),
    expected: open
      .filter(({ asked }) => asked.some(({ skill }) => skills.includes(skill)))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit),
    unordered: ["asked"],
  });
  const everyAsked = open.flatMap(({ asked }) => asked.map(({ skill }) => skill));
  return {
    "needs/by-id": rows.map((row) => ({
      ask: (tx: Reader) => tx.all(needById, { id: row.id }),
      expected: [row],
      unordered: ["asked"],
    })),
    "needs/by-code": rows.map(({ id, code }) => ({
      ask: (tx: Reader) => tx.all(needIdByCode, { code }),
      expected: [{ id }],
    })),
    "needs/last-code": [
      {
        ask: (tx: Reader) => tx.all(lastNeedCode, { prefix: `XQ-1999-${number}` }),
        expected: lines.slice(0, 1).map(({ code }) => ({ code })),
      },
    ],
    "needs/list": [
      list({}, () => true),
      list(
        { county: `place_${world.code("long")}` },
        ({ county }) => county === world.code("long"),
      ),
      list({ status: "published" }, ({ status }) => status === "published"),
      list({ words: `\n${world.tag}` }, ({ urgent }) => urgent),
      list({ before: lines[0]?.code }, (line) => line !== lines[0]),
      list({ limit: 1 }, (line) => line === lines[0]),
    ],
    "needs/open-asking": [
      asks(everyAsked),
      asks(everyAsked.slice(0, 1)),
      asks(everyAsked, 1),
      asks([]),
    ],
  };
}

function needWrites(world: World) {
  const id = world.id("need", "new");
  const code = `XQ-1998-${world.number}0`;
  const properties = {
    code,
    text: `新需求\t"'\\${world.tag}`,
    status: "draft",
    urgent: false,
    allowsRemote: true,
    days: 1,
    year: YEAR,
    createdAt: NOW,
    createdBy: "",
    demo: false,
  };
  const create = (tx: Writer, county: string) =>
    tx.write(createNeedNode, { id, properties, county });
  // One skill that experts hold, and one that nobody has yet.
  const asked = [
    { ...world.skill("ponkan", "disease"), weight: 0.5, level: 3 },
    { ...world.skill("fruit", "processing"), weight: 0.5, level: 1 },
  ].map((one) => ({
    ...one,
    skill: skillId(one),
    industryId: `ind_${one.industry}`,
    competenceId: `comp_${one.competence}`,
  }));
  const bao = `place_${world.code("bao")}`;
  const stored = {
    id,
    ...properties,
    county: world.code("bao"),
    asked: asked.map(({ skill, weight, level }) => ({ skill, weight, level })),
  };
  return {
    "needs/create": [
      { ask: (tx: Writer) => create(tx, bao), expected: [{ id, code }] },
      { ask: (tx: Writer) => create(tx, "place_nowhere"), expected: [] },
    ],
    "needs/ask": [
      {
        ask: async (tx: Writer) => {
          await create(tx, bao);
          const [answer] = await tx.write(setAskedSkills, { id, asked });
          return [answer, await tx.maybe(needById, { id })];
        },
        expected: [{ asked: 2 }, stored],
        unordered: ["asked"],
      },
      {
        ask: async (tx: Writer) => {
          await create(tx, bao);
          return tx.write(setAskedSkills, { id, asked: [] });
        },
        expected: [{ asked: 0 }],
      },
    ],
  };
}

function runAnswers(world: World) {
  const id = world.id("run", "one");
  const need = world.id("need", "ponkan");
  const at = `${YEAR}-11-02T00:00:00.000Z`;
  const stored = {
    id,
    at,
    by: "李主任",
    policy: "default@1",
    dataRevision: world.id("event", "1"),
    request: "{}",
    result: '{"listed":[]}',
  };
  const { id: _, ...rest } = stored;
  const properties = {
    ...rest,
    at: NOW,
    result: JSON.stringify({ odd: "'\"\\\n\u2028😀", list: [] }),
  };
  const added = world.id("run", "two");
  const create = (tx: Writer) => tx.write(createRun, { id: added, properties });
  return {
    "runs/by-id": [
      {
        ask: (tx: Reader) => tx.all(runById, { id }),
        expected: [{ ...stored, need }],
      },
      {
        ask: async (tx: Writer) => {
          await create(tx);
          return tx.all(runById, { id: added });
        },
        expected: [{ id: added, ...properties, need: null }],
      },
    ],
    "runs/create": [{ ask: create, expected: [{ id: added }] }],
    "runs/link": [
      {
        ask: async (tx: Writer) => {
          await create(tx);
          await tx.write(linkRun, { id: added, need });
          return tx.write(linkRun, { id: added, need });
        },
        expected: [{ id: added }],
      },
    ],
    "runs/of-need": [
      {
        ask: async (tx: Writer) => {
          await create(tx);
          await tx.write(linkRun, { id: added, need });
          return tx.all(runsOfNeed, { need, limit: ALL });
        },
        expected: [
          { id: added, at: NOW, by: "李主任", policy: "default@1" },
          { id, at, by: "李主任", policy: "default@1" },
        ],
      },
    ],
  };
}

/** What the machine keeps for itself. */
function machineAnswers({ tag }: World) {
  const operation = { id: `operation_${tag}`, attempt: 1, at: NOW };
  const key = { id: `key_${tag}`, fingerprint: "{}", answer: '{"id":"need_1"}', at: NOW };
  // The latest of all loads, and the highest version.
  const load = { id: `load_${tag}`, source: "seed:1", at: `9999-${NOW}` };
  const migration = { id: `migration_${tag}`, version: 9_999, at: NOW };
  return {
    "operations/claim": [
      {
        ask: async (tx: Writer) => {
          const first = await tx.write(claimOperation, operation);
          return [...first, ...(await tx.write(claimOperation, { ...operation, attempt: 2 }))];
        },
        expected: [{ attempt: 1 }, { attempt: 1 }],
      },
    ],
    "idempotency/keep": [
      { ask: (tx: Writer) => tx.write(keepIdempotencyKey, key), expected: [{ id: key.id }] },
    ],
    "idempotency/find": [
      {
        ask: async (tx: Writer) => {
          await tx.write(keepIdempotencyKey, key);
          return tx.all(findIdempotencyKey, { id: key.id });
        },
        expected: [{ fingerprint: key.fingerprint, answer: key.answer }],
      },
      { ask: (tx: Reader) => tx.all(findIdempotencyKey, { id: `none_${tag}` }), expected: [] },
    ],
    "bulk-loads/mark": [
      {
        ask: (tx: Writer) => tx.write(markBulkLoad, { ...load, state: "running" }),
        expected: [{ id: load.id }],
      },
    ],
    "bulk-loads/current": [
      {
        ask: async (tx: Writer) => {
          await tx.write(markBulkLoad, { ...load, state: "running" });
          await tx.write(markBulkLoad, { ...load, state: "done" });
          return tx.all(bulkLoads, { limit: 1 });
        },
        expected: [{ ...load, state: "done" }],
      },
    ],
    "schema/record": [
      {
        ask: (tx: Writer) => tx.write(recordMigration, migration),
        expected: [{ id: migration.id }],
      },
    ],
    "schema/applied": [
      {
        ask: async (tx: Writer) => {
          await tx.write(recordMigration, migration);
          await tx.write(recordMigration, { ...migration, version: 1 });
          return (await tx.all(appliedMigrations, { limit: ALL })).slice(-1);
        },
        expected: [migration],
      },
    ],
  };
}
