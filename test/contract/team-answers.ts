import { skillId } from "../../src/domain/model/vocabulary.ts";
import type { Reader, Writer } from "../../src/graph/graph.ts";
import { appendAudit } from "../../src/graph/queries/audit.ts";
import { openNeedsOfCounty } from "../../src/graph/queries/needs.ts";
import {
  createTeamPreset,
  listTeamPresetRows,
  teamPresetVersions,
} from "../../src/graph/queries/team-presets.ts";
import {
  blockedFromCounty,
  heldEvidence,
  teamCoWork,
  teamDataRevision,
  teamGrades,
  teamPeople,
  teamPostings,
  teamRatings,
  teamSeats,
  teamSkills,
  teamsBefore,
} from "../../src/graph/queries/teams.ts";
import { activePostings, baseOf, blockReasons, byId, heldRows } from "./expected.ts";
import { CO_WORK, type CountyKey, NOW, TEAMS, type World, YEAR } from "./world.ts";

/** Far more than any province of a test holds. */
const ALL = 20_000;

/** What the statements of teams answer about a world. Others may stand in the same graph. */
export const teamAnswers = (world: World) => ({
  ...rosterAnswers(world),
  ...countyTeamAnswers(world),
  ...presetAnswers(world),
});

const isOf =
  ({ tag }: World) =>
  (row: object): boolean =>
    JSON.stringify(row).includes(tag);

function rosterAnswers(world: World) {
  const { experts, expertId, institutions } = world;
  const mine = isOf(world);
  const people = byId(
    world,
    experts.map(({ key }) => key),
  ).map((expert) => {
    const institution = institutions.find(({ key }) => key === expert.institution);
    const { name, title, onDuty, serviceModes, travelRadiusKm, daysPerYear } = expert;
    return {
      ...{ id: expertId(expert.key), name, title, onDuty, serviceModes, travelRadiusKm },
      daysPerYear,
      ...world.locationOf(expert),
      county: baseOf(world, expert),
      institution: institution?.id ?? null,
      institutionName: institution?.name ?? null,
      level: institution?.level ?? null,
    };
  });
  const skills = experts.flatMap((expert) =>
    heldRows(expert).map(({ titles, ...row }) => ({
      expert: expertId(expert.key),
      ...row,
      titles,
    })),
  );
  const lin = expertId("lin");
  return {
    "teams/people": [
      {
        ask: async (tx: Reader) =>
          (await tx.all(teamPeople, { after: "", limit: ALL })).filter(mine),
        expected: people,
      },
      {
        ask: async (tx: Reader) =>
          (await tx.all(teamPeople, { after: people[0]?.id ?? "", limit: ALL })).filter(mine),
        expected: people.slice(1),
      },
      {
        // Nobody's id is larger than the largest.
        ask: (tx: Reader) => tx.all(teamPeople, { after: "exp_~", limit: ALL }),
        expected: [],
      },
    ],
    "teams/skills": [
      {
        ask: (tx: Reader) =>
          tx.all(teamSkills, { experts: experts.map(({ key }) => expertId(key)) }),
        expected: skills.map(({ titles: _, ...row }) => row),
        unordered: [""],
      },
      {
        ask: (tx: Reader) => tx.all(teamSkills, { experts: [lin, "exp_nobody"] }),
        expected: skills.filter(({ expert }) => expert === lin).map(({ titles: _, ...row }) => row),
        unordered: [""],
      },
      { ask: (tx: Reader) => tx.all(teamSkills, { experts: [] }), expected: [] },
    ],
    "teams/held-evidence": [
      {
        ask: (tx: Reader) => tx.all(heldEvidence, { ids: [lin, "exp_nobody"] }),
        expected: skills
          .filter(({ expert }) => expert === lin)
          .toSorted((a, b) => (a.skill < b.skill ? -1 : 1)),
      },
      { ask: (tx: Reader) => tx.all(heldEvidence, { ids: [] }), expected: [] },
    ],
    "teams/grades": [
      {
        ask: async (tx: Reader) => (await tx.all(teamGrades, {})).filter(mine),
        expected: experts.flatMap(({ key, assessments }) =>
          assessments.map(({ grade }) => ({ expert: expertId(key), grade })),
        ),
        unordered: [""],
      },
    ],
    "teams/ratings": [
      {
        ask: async (tx: Reader) => (await tx.all(teamRatings, {})).filter(mine),
        expected: experts.flatMap(({ key, records }) =>
          records.flatMap(({ rating }) =>
            rating === null ? [] : [{ expert: expertId(key), rating }],
          ),
        ),
        unordered: [""],
      },
    ],
    "teams/co-work": [
      {
        ask: async (tx: Reader) => (await tx.all(teamCoWork, {})).filter(mine),
        expected: CO_WORK.map(({ one, other, ...worked }) => ({
          one: expertId(one),
          other: expertId(other),
          ...worked,
        })).toSorted((a, b) => (a.one < b.one ? -1 : 1)),
      },
    ],
    "teams/postings": [
      {
        ask: async (tx: Reader) => (await tx.all(teamPostings, { year: YEAR })).filter(mine),
        expected: experts.flatMap((expert) =>
          activePostings(expert, YEAR).map(({ days }) => ({ expert: expertId(expert.key), days })),
        ),
        unordered: [""],
      },
    ],
    "teams/seats": [YEAR - 1, YEAR, YEAR + 1].map((year) => ({
      ask: async (tx: Reader) => (await tx.all(teamSeats, { year })).filter(mine),
      expected: TEAMS.filter((team) => team.year === year).map(({ key, member, county, seat }) => ({
        expert: expertId(member),
        team: world.id("team", key),
        name: `团队${key}${world.tag}`,
        county: world.code(county),
        days: seat["days"] ?? 0,
      })),
    })),
  };
}

function countyTeamAnswers(world: World) {
  const place = (key: CountyKey) => `place_${world.code(key)}`;
  const before = (county: CountyKey, year: number) => ({
    ask: (tx: Reader) => tx.all(teamsBefore, { county: place(county), year, limit: ALL }),
    expected: TEAMS.filter((team) => team.county === county && team.year < year).map((team) => ({
      team: world.id("team", team.key),
      name: `团队${team.key}${world.tag}`,
      year: team.year,
      expert: world.expertId(team.member),
      role: team.seat.role,
    })),
  });
  const open = (county: CountyKey) => ({
    ask: (tx: Reader) => tx.all(openNeedsOfCounty, { county: place(county), limit: ALL }),
    expected: world.needs
      .filter((need) => need.county === county && need.status === "published")
      .map(({ code, urgent, createdAt, asked }) => ({
        ...{ code, urgent, createdAt },
        asked: asked.map(({ weight, level, ...one }) => ({ skill: skillId(one), weight, level })),
      })),
    unordered: ["asked"],
  });
  // Sort behind all others, whoever else writes.
  const event = { at: NOW, actor: "a", subject: "s", before: "1", after: "2" };
  const last = { ...event, id: `~1${world.tag}`, action: `people.change-${world.tag}` };
  const later = { ...event, id: `~2${world.tag}`, action: "need.create" };
  return {
    "teams/before": [before("bao", YEAR), before("bao", YEAR - 1), before("shi", YEAR + 1)],
    "teams/blocked": (["bao", "long", "shi"] as const).map((county) => ({
      ask: (tx: Reader) => tx.all(blockedFromCounty, { county: place(county) }),
      expected: world.experts.flatMap((expert) =>
        blockReasons(expert, county).map((reason) => ({
          expert: world.expertId(expert.key),
          reason,
        })),
      ),
      unordered: [""],
    })),
    "needs/open-in-county": [open("bao"), open("long"), open("shi")],
    "teams/revision": [
      {
        ask: async (tx: Writer) => {
          await tx.write(appendAudit, last);
          await tx.write(appendAudit, later);
          return tx.all(teamDataRevision, { unrelated: ["need.create"] });
        },
        expected: [{ id: last.id }],
      },
    ],
  };
}

function presetAnswers({ tag }: World) {
  const slug = `preset-${tag}`;
  const version = (number: number) => ({
    id: `preset_${slug}@${number}`,
    properties: { slug, version: number, preset: `{"odd":"'\\\\😀"}`, at: NOW, by: "李主任" },
  });
  const create = async (tx: Writer) => {
    await tx.write(createTeamPreset, version(9));
    return tx.write(createTeamPreset, version(10));
  };
  const rows = [version(10), version(9)].map(({ id, properties }) => ({ id, ...properties }));
  return {
    "team-presets/create": [{ ask: create, expected: [{ id: version(10).id }] }],
    "team-presets/by-slug": [
      {
        ask: async (tx: Writer) => {
          await create(tx);
          return tx.all(teamPresetVersions, { slug, limit: ALL });
        },
        expected: rows.map(({ slug: _, ...row }) => row),
      },
      { ask: (tx: Reader) => tx.all(teamPresetVersions, { slug, limit: ALL }), expected: [] },
    ],
    "team-presets/list": [
      {
        ask: async (tx: Writer) => {
          await create(tx);
          const all = await tx.all(listTeamPresetRows, { limit: ALL });
          return all.filter((row) => row.slug === slug);
        },
        expected: rows,
      },
    ],
  };
}
