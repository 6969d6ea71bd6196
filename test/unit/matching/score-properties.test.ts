import { expect, test } from "vitest";
import { distanceKm } from "../../../src/domain/matching/distance.ts";
import type { ExpertFacts, MatchRequest } from "../../../src/domain/matching/facts.ts";
import { prepareMatching } from "../../../src/domain/matching/matching.ts";
import { rank } from "../../../src/domain/matching/ranking.ts";
import { pointsOf, score } from "../../../src/domain/matching/score.ts";
import { fit as fitOf, skillSimilarity } from "../../../src/domain/matching/similarity.ts";
import { fc } from "../../support/properties.ts";
import { facts, heldSkills, people, requests, rules } from "./arbitrary.ts";

const scoreOf = (request: MatchRequest, expert: ExpertFacts) =>
  score(prepareMatching(rules, request), expert);

/** States that a change to an expert never lowers the score. */
function neverLowers(change: (expert: ExpertFacts, index: number) => ExpertFacts) {
  fc.assert(
    fc.property(requests, facts, fc.nat(5), (request, expert, index) => {
      const before = scoreOf(request, expert).score;
      expect(scoreOf(request, change(expert, index)).score).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: 400 },
  );
}

type Skill = ExpertFacts["skills"][number];

/** Changes one of the held skills, when there is one. */
const changeSkill = (expert: ExpertFacts, index: number, change: (skill: Skill) => Skill) => ({
  ...expert,
  skills: expert.skills.map((skill, at) =>
    at === index % expert.skills.length ? change(skill) : skill,
  ),
});

test("each part is a whole number of points from 0 to its most, and the score is their sum", () => {
  fc.assert(
    fc.property(requests, facts, (request, expert) => {
      const scored = scoreOf(request, expert);
      for (const { points, max } of scored.parts) {
        expect(Number.isInteger(points) && points >= 0 && points <= max).toBe(true);
      }
      const sum = scored.parts.reduce((total, { points }) => total + points, 0);
      expect(scored.score).toBe(sum);
      expect(scored.parts.reduce((total, { max }) => total + max, 0)).toBe(10_000);
    }),
  );
});

test("a higher level of any skill never lowers the score", () => {
  neverLowers((expert, index) =>
    changeSkill(expert, index, (skill) => ({ ...skill, level: Math.min(5, skill.level + 1) })),
  );
});

test("newer evidence never lowers the score", () => {
  neverLowers((expert, index) =>
    changeSkill(expert, index, (skill) => ({
      ...skill,
      evidence: skill.evidence.map((proof, at) =>
        at === 0 ? { ...proof, year: proof.year + 1 } : proof,
      ),
    })),
  );
});

test("one more piece of evidence of any kind and age never lowers the score", () => {
  neverLowers((expert, index) =>
    changeSkill(expert, index, (skill) => ({
      ...skill,
      evidence: [...skill.evidence, { kind: "title", year: 2001 + index, title: "旧" }],
    })),
  );
});

test("one more skill never lowers the score", () => {
  fc.assert(
    fc.property(requests, facts, heldSkills, (request, expert, more) => {
      const richer = { ...expert, skills: [...expert.skills, ...more] };
      expect(scoreOf(request, richer).score).toBeGreaterThanOrEqual(scoreOf(request, expert).score);
    }),
  );
});

test("a nearer place never lowers the score", () => {
  fc.assert(
    fc.property(requests, facts, facts, (request, expert, { location }) => {
      const other = { ...expert, location };
      const [near, far] =
        distanceKm(expert.location, request.location) <= distanceKm(location, request.location)
          ? [expert, other]
          : [other, expert];
      expect(scoreOf(request, near).score).toBeGreaterThanOrEqual(scoreOf(request, far).score);
    }),
  );
});

test("being based in the county never lowers the score", () => {
  neverLowers((expert) => ({ ...expert, county: "433125" }));
});

test("more free days never lower the score", () => {
  neverLowers((expert) => ({ ...expert, daysPerYear: expert.daysPerYear + 1 }));
  neverLowers((expert) => ({ ...expert, committedDays: Math.max(0, expert.committedDays - 1) }));
});

test("one more current posting never raises the score, and lowers a good availability", () => {
  fc.assert(
    fc.property(requests, facts, (request, expert) => {
      const before = scoreOf(request, expert);
      const after = scoreOf(request, { ...expert, currentPostings: expert.currentPostings + 1 });
      expect(after.score).toBeLessThanOrEqual(before.score);
      if (pointsOf(before, "availability") >= 100) expect(after.score).toBeLessThan(before.score);
    }),
  );
});

test("one more assessment as good as the record so far never lowers the score", () => {
  neverLowers((expert) => {
    const { count, sum } = expert.observations;
    const soFar = (sum + 0.6 * 3) / (count + 3);
    return { ...expert, observations: { count: count + 1, sum: sum + Math.min(1, soFar + 0.05) } };
  });
  neverLowers((expert) => ({
    ...expert,
    observations: { count: expert.observations.count + 1, sum: expert.observations.sum + 1 },
  }));
});

test("a pairing never lowers the score", () => {
  neverLowers((expert) => ({ ...expert, institutionPaired: true }));
  neverLowers((expert) => ({ ...expert, prefecturePaired: true }));
});

test("an irrelevant skill changes nothing", () => {
  fc.assert(
    fc.property(requests, facts, heldSkills, (request, expert, more) => {
      const irrelevant = more.filter((held) =>
        request.asked.every((asked) => skillSimilarity(rules, held, asked) === 0),
      );
      const richer = { ...expert, skills: [...irrelevant, ...expert.skills] };
      expect(scoreOf(request, richer)).toEqual(scoreOf(request, expert));
    }),
  );
});

test("a surplus in one skill never makes up for a gap in another", () => {
  fc.assert(
    fc.property(requests, facts, (request, expert) => {
      const gap = request.asked
        .filter((asked) => expert.skills.every((held) => fitOf(rules, held, asked) === 0))
        .reduce((sum, { weight }) => sum + weight, 0);
      const expertOfAll = {
        ...expert,
        skills: expert.skills.map((skill) => ({ ...skill, level: 5 })),
      };
      const covered = pointsOf(scoreOf(request, expertOfAll), "coverage");
      expect(covered).toBeLessThanOrEqual(Math.round(5000 * (1 - gap) + 1e-6));
    }),
  );
});

test("a level above the asked one is worth no more than the asked one", () => {
  fc.assert(
    fc.property(requests, facts, (request, expert) => {
      const most = Math.max(...request.asked.map(({ level }) => level));
      const enough = {
        ...expert,
        skills: expert.skills.map((skill) => ({ ...skill, level: most })),
      };
      const surplus = { ...expert, skills: expert.skills.map((skill) => ({ ...skill, level: 5 })) };
      expect(scoreOf(request, surplus).score).toBe(scoreOf(request, enough).score);
    }),
  );
});

test("what is proven is never more than what is covered", () => {
  fc.assert(
    fc.property(requests, facts, (request, expert) => {
      const scored = scoreOf(request, expert);
      const bound = Math.ceil((pointsOf(scored, "coverage") / 5000) * 1500) + 1;
      expect(pointsOf(scored, "evidence")).toBeLessThanOrEqual(bound);
    }),
  );
});

test("the order of experts, skills, evidence and asked skills does not matter", () => {
  fc.assert(
    fc.property(requests, people(12), (request, experts) => {
      const turned = [...experts].reverse().map((expert) => ({
        ...expert,
        skills: [...expert.skills]
          .reverse()
          .map((skill) => ({ ...skill, evidence: [...skill.evidence].reverse() })),
      }));
      const listing = (asked: MatchRequest["asked"], everyone: ExpertFacts[]) =>
        rank(prepareMatching(rules, { ...request, asked }), everyone).map(({ scored }) => ({
          expert: scored.expert,
          score: scored.score,
          parts: scored.parts,
        }));
      expect(listing([...request.asked].reverse(), turned)).toEqual(
        listing(request.asked, experts),
      );
    }),
  );
});
