import { expect, test } from "vitest";
import { candidates, type KnownExpert } from "../../../src/domain/matching/candidate.ts";
import type { ExpertFacts } from "../../../src/domain/matching/facts.ts";
import {
  fittingSkillIds,
  type Matching,
  prepareMatching,
} from "../../../src/domain/matching/matching.ts";
import { rank } from "../../../src/domain/matching/ranking.ts";
import {
  type Recommendation,
  recommendAmong,
  recommendFrom,
} from "../../../src/domain/matching/recommend.ts";
import { score } from "../../../src/domain/matching/score.ts";
import { skillsThatFit } from "../../../src/domain/matching/similarity.ts";
import { skillId } from "../../../src/domain/model/vocabulary.ts";
import { fc } from "../../support/properties.ts";
import { expert, facts, orchardists, people, request, requests, rules } from "./arbitrary.ts";

/** What the narrowing query may tell besides skills: any choice of facts. */
const KNOWABLE = [
  "title",
  "serviceModes",
  "travelRadiusKm",
  "daysPerYear",
  "committedDays",
  "currentPostings",
  "county",
  "location",
  "observations",
  "institutionPaired",
  "prefecturePaired",
  "blocked",
] as const;
const knowing = fc.record({
  names: fc.subarray([...KNOWABLE]),
  evidence: fc.boolean(),
});
type Knowing = typeof knowing extends fc.Arbitrary<infer Value> ? Value : never;

/** What a narrowing query would answer about an expert. */
function narrowed(matching: Matching, one: ExpertFacts, { names, evidence }: Knowing): KnownExpert {
  const fitting = new Set(fittingSkillIds(matching));
  const known = Object.fromEntries(names.map((name) => [name, one[name]]));
  const skills = one.skills
    .filter((skill) => fitting.has(skillId(skill)))
    .map((skill) => (evidence ? skill : { ...skill, evidence: undefined }));
  return { ...known, id: one.id, skills };
}

const summary = ({ listed, abstained }: Recommendation) => ({ listed, abstained });

function source(matching: Matching, everyone: readonly ExpertFacts[], known: Knowing) {
  const onDuty = everyone.filter((one) => one.onDuty);
  const byId = new Map(everyone.map((one) => [one.id, one]));
  return {
    candidates: candidates(
      matching,
      onDuty.map((one) => narrowed(matching, one, known)),
    ),
    loadFacts: async (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []).reverse(),
  };
}

test("whoever holds none of the fitting skills scores no coverage", () => {
  fc.assert(
    fc.property(requests, facts, (asked, one) => {
      const fitting = new Set(skillsThatFit(rules, asked.asked).map(({ skill }) => skillId(skill)));
      const others = one.skills.filter((skill) => !fitting.has(skillId(skill)));
      const scored = score(prepareMatching(rules, asked), { ...one, skills: others });
      expect(scored.matched).toEqual([]);
      expect(scored.missing).toEqual(asked.asked);
    }),
  );
});

test("no score is above its bound, whatever is known beforehand", () => {
  fc.assert(
    fc.property(requests, facts, knowing, (asked, one, known) => {
      const matching = prepareMatching(rules, asked);
      const [candidate] = candidates(matching, [narrowed(matching, one, known)]);
      const scored = score(matching, one);
      if (candidate) expect(scored.score).toBeLessThanOrEqual(candidate.bound);
      else expect(scored.parts[0]?.points).toBe(0);
      if (candidate?.refused) expect(rank(matching, [one])).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("when every fact is known beforehand, the bound is the score", () => {
  fc.assert(
    fc.property(requests, facts, (asked, one) => {
      const matching = prepareMatching(rules, asked);
      const known = { names: [...KNOWABLE], evidence: true };
      const [candidate] = candidates(matching, [narrowed(matching, one, known)]);
      if (candidate) expect(candidate.bound).toBe(score(matching, one).score);
    }),
  );
});

test("reading the best candidates alone lists the same as judging everyone", async () => {
  await fc.assert(
    fc.asyncProperty(
      requests,
      fc.oneof(orchardists, people(60)),
      fc.record({
        known: knowing,
        limit: fc.integer({ min: 1, max: 12 }),
        firstBatch: fc.integer({ min: 1, max: 6 }),
      }),
      async (asked, everyone, { known, ...sizes }) => {
        const matching = prepareMatching(rules, asked);
        const limit = sizes.limit;
        const cut = await recommendFrom(matching, {
          ...source(matching, everyone, known),
          ...sizes,
        });
        expect(summary(cut)).toEqual(summary(recommendAmong(matching, everyone, limit)));
      },
    ),
    { numRuns: 300 },
  );
});

const skilled = { industry: "ponkan", competence: "plant-disease", level: 3, evidence: [] };

/** Many who are alike but for their ids and, by tens, for their postings. */
const crowd = Array.from({ length: 400 }, (_, index) => ({
  ...expert,
  id: `exp_${String((index * 7) % 400).padStart(3, "0")}`,
  currentPostings: Math.floor(index / 10) % 3,
  skills: [skilled],
}));

test("of equals the smaller ids are listed, though not everyone is read", async () => {
  const matching = prepareMatching(rules, request);
  const known = { names: [...KNOWABLE], evidence: true };
  const cut = await recommendFrom(matching, { ...source(matching, crowd, known), limit: 10 });
  expect(summary(cut)).toEqual(summary(recommendAmong(matching, crowd, 10)));
  expect(cut.read).toBeLessThan(20);
});

test("the same holds when the rows tell of skills alone, and nobody is read twice", async () => {
  const matching = prepareMatching(rules, request);
  const read: string[] = [];
  const { loadFacts, ...rest } = source(matching, crowd, { names: [], evidence: false });
  const cut = await recommendFrom(matching, {
    ...rest,
    limit: 10,
    loadFacts: (ids) => {
      read.push(...ids);
      return loadFacts(ids);
    },
  });
  expect(summary(cut)).toEqual(summary(recommendAmong(matching, crowd, 10)));
  expect(new Set(read).size).toBe(read.length);
});

test("an unread one whose bound is just the last score is read when its id is smaller", async () => {
  const matching = prepareMatching(rules, request);
  const everyone = ["exp_1", "exp_9"].map((id) => ({ ...expert, id, skills: [skilled] }));
  const { candidates: exact, loadFacts } = source(matching, everyone, {
    names: [...KNOWABLE],
    evidence: true,
  });
  const loose = exact.map((one) => (one.id === "exp_9" ? { ...one, bound: one.bound + 1 } : one));
  const sizes = { limit: 1, firstBatch: 1 };
  const cut = await recommendFrom(matching, { candidates: loose, loadFacts, ...sizes });
  expect(cut.listed.map(({ facts: { id } }) => id)).toEqual(["exp_1"]);
});

test("an unread one who covers enough keeps the listed from an abstention", async () => {
  const matching = prepareMatching(rules, { ...request, days: 30 });
  const peach = { ...skilled, industry: "peach" };
  const everyone = [
    ...["exp_1", "exp_2", "exp_3", "exp_4"].map((id) => {
      return { ...expert, id, skills: [skilled], blocked: "回避" };
    }),
    ...["exp_5", "exp_6", "exp_7", "exp_8"].map((id) => {
      return { ...expert, id, skills: [{ ...peach, level: 2 }], county: request.county };
    }),
    { ...expert, id: "exp_9", skills: [peach], daysPerYear: 1, currentPostings: 4 },
  ];
  const { candidates: known, loadFacts } = source(matching, everyone, {
    names: KNOWABLE.filter((name) => name !== "blocked"),
    evidence: true,
  });
  const sizes = { limit: 1, firstBatch: 1 };
  const cut = await recommendFrom(matching, { candidates: known, loadFacts, ...sizes });
  expect(cut.abstained).toBeNull();
  expect(cut.listed.map(({ facts: { id } }) => id)).toEqual(["exp_5"]);
  expect(summary(cut)).toEqual(summary(recommendAmong(matching, everyone, 1)));
});

test("somebody who is gone by the time of reading is left out", async () => {
  const matching = prepareMatching(rules, request);
  const [first, ...others] = crowd.slice(0, 20).sort((one, other) => (one.id < other.id ? -1 : 1));
  const { candidates: listed } = source(matching, crowd.slice(0, 20), {
    names: [],
    evidence: true,
  });
  const { loadFacts } = source(matching, others, { names: [], evidence: true });
  const cut = await recommendFrom(matching, { candidates: listed, loadFacts, limit: 5 });
  expect(cut.listed.map(({ facts: { id } }) => id)).not.toContain(first?.id);
  expect(summary(cut)).toEqual(summary(recommendAmong(matching, others, 5)));
});
