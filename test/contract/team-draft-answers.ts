import type { Reader, Writer } from "../../src/graph/graph.ts";
import { holdLocks } from "../../src/graph/queries/locks.ts";
import {
  createTeamDraft,
  lastTeamDraftCode,
  listTeamDraftLines,
  setTeamDraftStatus,
  teamDraftById,
  teamDraftIdByCode,
} from "../../src/graph/queries/team-drafts.ts";
import {
  addTeamMembers,
  createTeam,
  freeTeamSeats,
  membersOfTeam,
  removeTeam,
  takenTeamSeats,
  teamAvailability,
  teamSeats,
  teamsServing,
} from "../../src/graph/queries/teams.ts";
import { activePostings, byId } from "./expected.ts";
import { type CountyKey, NOW, TEAMS, type World, YEAR } from "./world.ts";

const ALL = 1_000;

/** What the statements of drafts and of committed teams answer about a world. */
export const teamDraftAnswers = (world: World) => ({
  ...draftAnswers(world),
  ...committedAnswers(world),
});

/** Two drafts, one of a team and one of none. */
function draftsOf({ id, number, tag }: World) {
  const common = {
    status: "draft",
    year: YEAR,
    at: NOW,
    by: "李主任",
    preset: "small-team@1",
    policy: "team-default@1",
    input: `{"odd":"'\\\\😀"}`,
    answer: "{}",
  } as const;
  const draft = (key: string, more: { objective?: number; members: string[] }) => ({
    id: id("draft", key),
    properties: {
      ...common,
      ...more,
      code: `TD-1998-${number}${key}`,
      name: `草案${key}${tag}`,
      outcome: more.objective === undefined ? ("infeasible" as const) : ("optimal" as const),
    },
  });
  return [
    draft("1", { objective: 12.5, members: ["exp_1", "exp_2"] }),
    draft("2", { members: [] }),
  ] as const;
}

const place = (world: World, key: CountyKey) => `place_${world.code(key)}`;

async function createBoth(tx: Writer, world: World) {
  const [first, second] = draftsOf(world);
  await tx.write(createTeamDraft, { ...second, county: place(world, "long") });
  return tx.write(createTeamDraft, { ...first, county: place(world, "bao") });
}

function draftAnswers(world: World) {
  const [first, second] = draftsOf(world);
  const nobody = { team: null, committedBy: null, committedAt: null };
  const stored = (draft: typeof first | typeof second, county: CountyKey) => ({
    id: draft.id,
    objective: null,
    ...draft.properties,
    county: world.code(county),
    ...nobody,
  });
  const lines = [stored(second, "long"), stored(first, "bao")].map(
    ({ input: _, answer: __, team: ___, ...line }) => line,
  );
  const after =
    <T>(ask: (tx: Writer) => Promise<T>) =>
    async (tx: Writer): Promise<T> => {
      await createBoth(tx, world);
      return ask(tx);
    };
  const list = (wanted: object, expected: object[]) => ({
    ask: after(async (tx) => {
      const anything = { county: "", status: "", before: "~", limit: ALL };
      const all = await tx.all(listTeamDraftLines, { ...anything, ...wanted });
      return all.filter(({ name }) => name.endsWith(world.tag));
    }),
    expected,
  });
  return {
    "team-drafts/create": [
      {
        ask: (tx: Writer) => createBoth(tx, world),
        expected: [{ id: first.id, code: first.properties.code }],
      },
      {
        ask: (tx: Writer) => tx.write(createTeamDraft, { ...first, county: "place_nowhere" }),
        expected: [],
      },
    ],
    "team-drafts/by-id": [
      {
        ask: after((tx) => tx.all(teamDraftById, { id: first.id })),
        expected: [stored(first, "bao")],
      },
      {
        ask: after((tx) => tx.all(teamDraftById, { id: second.id })),
        expected: [stored(second, "long")],
      },
    ],
    "team-drafts/by-code": [
      {
        ask: after((tx) => tx.all(teamDraftIdByCode, { code: first.properties.code })),
        expected: [{ id: first.id }],
      },
      { ask: (tx: Reader) => tx.all(teamDraftIdByCode, { code: "TD-0-0" }), expected: [] },
    ],
    "team-drafts/last-code": [
      {
        ask: after((tx) => tx.all(lastTeamDraftCode, { prefix: `TD-1998-${world.number}` })),
        expected: [{ code: second.properties.code }],
      },
    ],
    "team-drafts/list": [
      list({ before: "TD-1999" }, lines),
      list({ county: place(world, "bao") }, lines.slice(1)),
      list({ status: "committed" }, []),
      list({ before: second.properties.code, limit: 1 }, lines.slice(1)),
    ],
    "team-drafts/set-status": [
      {
        ask: after(async (tx) => {
          await tx.write(setTeamDraftStatus, { id: first.id, status: "committed" });
          return [(await tx.maybe(teamDraftById, { id: first.id }))?.status];
        }),
        expected: ["committed"],
      },
    ],
    "locks/hold": [
      {
        ask: async (tx: Writer) => {
          const ids = [`lock_1${world.tag}`, `lock_2${world.tag}`];
          const once = await tx.write(holdLocks, { ids: ids.slice(0, 1), operation: "a" });
          return [...once, ...(await tx.write(holdLocks, { ids, operation: "b" }))];
        },
        expected: [{ held: 1 }, { held: 2 }],
      },
    ],
  };
}

function committedAnswers(world: World) {
  const [draft] = draftsOf(world);
  const team = world.id("team", "new");
  const name = `新团${world.tag}`;
  const [lin, free] = [world.expertId("lin"), world.expertId("free")];
  const members = [
    { expert: free, role: "member", squad: null, days: 10 },
    { expert: lin, role: "leader", squad: "ponkan", days: 15 },
  ];
  const seat = (expert: string) => `seat_${YEAR}_1_${expert}`;
  const make = async (tx: Writer) => {
    await createBoth(tx, world);
    return tx.write(createTeam, {
      id: team,
      county: place(world, "bao"),
      draft: draft.id,
      properties: {
        ...{ name, year: YEAR, termYears: 3, preset: "small-team@1", demo: false },
        ...{ committedBy: "李主任", committedAt: NOW },
      },
    });
  };
  const fill = async (tx: Writer) => {
    await make(tx);
    return tx.write(addTeamMembers, {
      ...{ team, year: YEAR },
      members: members.map(({ expert, squad, ...rest }) => ({
        ...{ expert, seat: seat(expert) },
        properties: { ...rest, ...(squad === null ? {} : { squad }) },
      })),
    });
  };
  const filled =
    <T>(ask: (tx: Writer) => Promise<T>) =>
    async (tx: Writer): Promise<T> => {
      await fill(tx);
      return ask(tx);
    };
  const available = (wanted: readonly string[], year: number) =>
    byId(world, wanted).map((expert) => ({
      ...{ id: world.expertId(expert.key), name: expert.name, onDuty: expert.onDuty },
      daysPerYear: expert.daysPerYear,
      postingDays: activePostings(expert, year).map(({ days }) => days),
      seats: TEAMS.filter((one) => one.member === expert.key && one.year === year).map((one) => ({
        team: world.id("team", one.key),
        name: `团队${one.key}${world.tag}`,
        county: world.code(one.county),
        days: one.seat["days"] ?? 0,
      })),
      blocked: expert.blocked.map(({ county }) => place(world, county)),
    }));
  const keys = ["lin", "wu", "kin", "gone"];
  return {
    "teams/create": [
      { ask: make, expected: [{ id: team }] },
      {
        ask: async (tx: Writer) => {
          await make(tx);
          const found = await tx.maybe(teamDraftById, { id: draft.id });
          return [[found?.team, found?.committedBy, found?.committedAt]];
        },
        expected: [[team, "李主任", NOW]],
      },
    ],
    "teams/add-members": [
      { ask: fill, expected: [{ added: 2 }] },
      {
        // A term of three years holds in the third and not in the fourth.
        ask: filled(async (tx) =>
          Promise.all(
            [YEAR + 2, YEAR + 3].map(async (year) => {
              const seats = await tx.all(teamSeats, { year });
              return seats.filter((one) => one.team === team).map(({ days }) => days);
            }),
          ),
        ),
        expected: [[10, 15], []],
      },
    ],
    "teams/members": [
      { ask: filled((tx) => tx.all(membersOfTeam, { team })), expected: members },
      {
        ask: (tx: Reader) => tx.all(membersOfTeam, { team: world.id("team", "one") }),
        expected: [{ expert: lin, role: "leader", squad: null, days: null }],
      },
    ],
    "teams/taken-seats": [
      {
        ask: filled((tx) => tx.all(takenTeamSeats, { experts: [lin, free], year: YEAR })),
        expected: [free, lin].map((expert) => ({ id: seat(expert) })),
      },
      {
        ask: filled((tx) => tx.all(takenTeamSeats, { experts: [lin], year: YEAR + 1 })),
        expected: [],
      },
    ],
    "teams/free-seats": [
      { ask: filled((tx) => tx.write(freeTeamSeats, { team })), expected: [{ freed: 2 }] },
      {
        ask: filled(async (tx) => {
          await tx.write(freeTeamSeats, { team });
          return tx.all(takenTeamSeats, { experts: [lin, free], year: YEAR });
        }),
        expected: [],
      },
    ],
    "teams/remove": [
      {
        ask: filled(async (tx) => {
          const removed = await tx.write(removeTeam, { team });
          const found = await tx.maybe(teamDraftById, { id: draft.id });
          return [...removed, found?.team, await tx.all(membersOfTeam, { team })];
        }),
        expected: [{ id: team }, null, []],
      },
    ],
    "teams/serving": [
      {
        ask: filled((tx) => tx.all(teamsServing, { county: place(world, "bao"), year: YEAR + 2 })),
        expected: [{ team, name, draft: draft.properties.code }],
      },
      {
        ask: (tx: Reader) => tx.all(teamsServing, { county: place(world, "shi"), year: YEAR }),
        expected: [{ team: world.id("team", "two"), name: `团队two${world.tag}`, draft: null }],
      },
      {
        ask: (tx: Reader) => tx.all(teamsServing, { county: place(world, "long"), year: YEAR }),
        expected: [],
      },
    ],
    "teams/availability": [YEAR, YEAR - 1].map((year) => ({
      ask: (tx: Reader) =>
        tx.all(teamAvailability, { experts: [...keys.map(world.expertId), "exp_nobody"], year }),
      expected: available(keys, year),
      unordered: ["postingDays"],
    })),
  };
}
