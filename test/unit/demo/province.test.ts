import { describe, expect, test } from "vitest";
import { fc } from "../../support/properties.ts";
import { Conformity } from "./conformity.ts";
import { Province, provinceOf, reference, sparse, YEAR } from "./demo-records.ts";

const seeds = fc.integer({ min: 0, max: 2_147_483_647 });
/** A province takes a while: a few seeds tell enough. */
const FEW = { numRuns: 5 };

const experts = (count: number) => new Province(provinceOf({ experts: count }));
const small = experts(1_300);

/** For whole provinces on a busy machine. */
const PATIENCE = 30_000;

describe("the demo province", { timeout: PATIENCE }, () => {
  test("holds nothing but what the model declares, and nothing that points ahead", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0, 1, 30, 260), (seed, count) => {
        const conformity = new Conformity();
        const records = [...provinceOf({ seed, experts: count }, sparse)];
        expect(records.flatMap((record) => conformity.faultsOf(record))).toEqual([]);
      }),
      FEW,
    );
  });

  test("holds nothing but what the model declares when there are several blocks of experts", () => {
    const conformity = new Conformity();
    const faults = [...provinceOf({ experts: 1_500 })].flatMap((one) => conformity.faultsOf(one));
    expect(faults).toEqual([]);
  });

  test("is the same byte for byte for the same seed", () => {
    const lines = () =>
      [...provinceOf({ experts: 1_050 }, sparse)].map((one) => JSON.stringify(one));
    expect(lines()).toEqual(lines());
  });

  test("differs from seed to seed, down to the ids of what is invented", () => {
    const one = new Province(provinceOf({ seed: 1 }));
    const other = new Province(provinceOf({ seed: 2 }));
    const invented = new Set(one.of("Expert").map(({ id }) => id));
    expect(other.of("Expert").filter(({ id }) => invented.has(id))).toEqual([]);
    expect(one.values("Need", "text")).not.toEqual(other.values("Need", "text"));
  });

  test("starts with the same experts however many there are", () => {
    const few = new Set(new Province(provinceOf({ experts: 30 })).of("Expert").map(({ id }) => id));
    const many = new Set(small.of("Expert").map(({ id }) => id));
    expect([...few].filter((id) => !many.has(id))).toEqual([]);
  });

  test("holds every place and every industry and competence", () => {
    const { places, vocabulary } = reference;
    expect(small.of("County")).toHaveLength(places.counties.size);
    expect(small.of("Village")).toHaveLength(places.villages.size);
    expect(small.of("Industry")).toHaveLength(vocabulary.industries.size);
    expect(small.of("Competence")).toHaveLength(vocabulary.competences.size);
    expect(small.all("GROWS")).toHaveLength(places.industries.length);
  });

  test("marks everything invented as demo", () => {
    const labels = ["Institution", "Expert", "Need", "Posting", "ServiceRecord"];
    for (const label of [...labels, "Assessment", "ServiceTeam"]) {
      expect(new Set(small.values(label, "demo"))).toEqual(new Set([true]));
    }
  });
});

describe("institutions", () => {
  test("are about 120 on all levels, seated in the province but for a few", () => {
    const levels = small.values("Institution", "level");
    expect(levels.length).toBeGreaterThanOrEqual(115);
    expect(levels.length).toBeLessThanOrEqual(140);
    expect(new Set(levels)).toEqual(new Set(["province", "prefecture", "county", "outside"]));
    const outside = levels.filter((level) => level === "outside").length;
    expect(small.all("SEATED_IN")).toHaveLength(levels.length - outside);
  });

  test("and prefectures are paired with counties, some of them in another prefecture", () => {
    const byInstitution = small.all("PAIRED_WITH", "Institution");
    expect(new Set(byInstitution.map(({ from }) => from[1])).size).toBe(60);
    const byPrefecture = small.all("PAIRED_WITH", "Prefecture");
    expect(new Set(byPrefecture.map(({ from }) => from[1])).size).toBe(14);
    const away = byPrefecture.filter(({ from, to }) => from[1].slice(6, 10) !== to[1].slice(6, 10));
    expect(away.length).toBeGreaterThan(5);
    expect(away.length).toBeLessThan(byPrefecture.length);
  });
});

describe("last year's teams", () => {
  const teams = small.of("ServiceTeam");
  const members = teams.map(({ id }) => small.all("MEMBER_OF").filter(({ to }) => to[1] === id));

  test("are one for every sixty experts, forty at most, each for a county of its own", () => {
    expect(teams).toHaveLength(21);
    expect(new Set(small.all("SERVES").map(({ to }) => to[1])).size).toBe(21);
    expect(new Set(small.values("ServiceTeam", "year"))).toEqual(new Set([YEAR - 1]));
  });

  test("have 8 to 15 members with one leader of at least associate title", () => {
    const titles = new Map(
      small.of("Expert").map(({ id, properties }) => [id, properties["title"]]),
    );
    for (const team of members) {
      expect(team.length).toBeGreaterThanOrEqual(8);
      expect(team.length).toBeLessThanOrEqual(15);
      const leaders = team.filter(({ properties }) => properties["role"] === "leader");
      expect(leaders).toHaveLength(1);
      expect(leaders.map(({ from }) => titles.get(from[1]))).not.toContain("intermediate");
    }
  });

  test("never share a member", () => {
    const people = small.all("MEMBER_OF").map(({ from }) => from[1]);
    expect(new Set(people).size).toBe(people.length);
  });
});

describe("a co-working network", () => {
  const counties = small.targets("SERVED");
  const dates = new Map(
    small.of("ServiceRecord").map(({ id, properties }) => [id, properties["date"]]),
  );
  const teams = small.targets("MEMBER_OF");
  const meetings = new Map(
    [...small.targets("PERFORMED")].map(([expert, records]) => [
      expert,
      new Set(records.map((id) => `${counties.get(id)} ${dates.get(id)}`)),
    ]),
  );

  test("joins only people who served in a county on the same day or sat in one team", () => {
    for (const { from, to } of small.all("WORKED_WITH")) {
      const met = [...(meetings.get(from[1]) ?? [])].some((day) => meetings.get(to[1])?.has(day));
      const sat = teams.get(from[1])?.[0] === teams.get(to[1])?.[0] && teams.has(from[1]);
      expect(met || sat).toBe(true);
    }
  });

  test("goes from the smaller id to the larger", () => {
    expect(small.all("WORKED_WITH").filter(({ from, to }) => from[1] >= to[1])).toEqual([]);
    expect(small.all("WORKED_WITH").length).toBeGreaterThan(500);
  });
});
