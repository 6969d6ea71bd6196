import { expect, test } from "vitest";
import { skillsServedBy } from "../../../src/domain/matching/served-skills.ts";
import { skillsThatFit } from "../../../src/domain/matching/similarity.ts";
import { skillId } from "../../../src/domain/model/vocabulary.ts";
import { fc } from "../../support/properties.ts";
import { heldSkills, requests, rules } from "./arbitrary.ts";

test("a skill is served by others exactly when one of them is among those that fit it", () => {
  fc.assert(
    fc.property(heldSkills, requests, (held, { asked }) => {
      const served = new Set(skillsServedBy(rules, held).map(skillId));
      for (const one of asked) {
        const fitting = new Set(skillsThatFit(rules, [one]).map(({ skill }) => skillId(skill)));
        expect(served.has(skillId(one))).toBe(held.some((skill) => fitting.has(skillId(skill))));
      }
    }),
  );
});
