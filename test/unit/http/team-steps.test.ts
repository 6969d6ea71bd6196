import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/domain/error.ts";
import {
  stateBy,
  stepped,
  teamParameters,
  teamStateOf,
  undone,
} from "../../../src/http/pages/team-state.ts";
import type { TeamStep } from "../../../src/http/pages/team-steps.ts";
import { fc } from "../../support/properties.ts";

const skill = fc.constantFrom("ponkan/plant-disease", "tea/variety", "rice/pruning");
const asked = fc.record({ key: skill, weight: fc.integer({ min: 0, max: 100 }) });

/** All that forms, buttons and links of a team can do. */
const step: fc.Arbitrary<TeamStep> = fc.oneof(
  fc.constantFrom("a", "b").map((preset) => ({ kind: "preset" as const, preset })),
  fc.array(fc.constantFrom("exp_1", "exp_2"), { minLength: 1, maxLength: 3 }).map((ids) => ({
    kind: "changes" as const,
    changes: ids.map((id) => ({ kind: "pin" as const, id })),
  })),
  asked.map(({ key, weight }) => ({
    kind: "changes" as const,
    changes: [{ kind: "demandWeight" as const, demand: key, weight }],
  })),
  asked.map(({ key, weight }) => {
    const [industry = "", competence = ""] = key.split("/");
    return { kind: "ask" as const, demand: { industry, competence, weight } };
  }),
  skill.map((key) => ({ kind: "drop" as const, skill: key })),
  fc.constant({ kind: "anew" as const }),
);

const NOTHING = stateBy([]);
const read = (query: string) => teamStateOf(new URLSearchParams(query));

describe("the steps of a team in an address", () => {
  test("are read back as they were made", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const state = steps.reduce(stepped, NOTHING);
        expect(read(teamParameters(state).toString())).toEqual(state);
      }),
    );
  });

  test("whatever was done last is undone in one step", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), step, (steps, last) => {
        const before = steps.reduce(stepped, NOTHING);
        const after = stepped(before, last);
        if (after.steps.length === before.steps.length) return;
        const { preset, changes, asked: needs } = undone(after) ?? NOTHING;
        expect({ preset, changes, asked: needs }).toEqual({
          preset: before.preset,
          changes: before.changes,
          asked: before.asked,
        });
      }),
    );
  });

  test("made by one press, several changes are one step", () => {
    const state = read("do=lock:exp_1:exp_2&and=size:2&do=pin:exp_3");
    expect(state.changes).toHaveLength(3);
    expect(undone(state)?.changes).toHaveLength(2);
    expect(undone(undone(state) ?? NOTHING)?.changes).toEqual([]);
  });

  test("a need that is added again counts with its last weight, whatever was set before", () => {
    const state = read("ask=tea/variety:5&do=weight:tea/variety:9&ask=tea/variety:7");
    expect(state.asked).toEqual([{ industry: "tea", competence: "variety", weight: 7 }]);
    expect(state.changes).toEqual([]);
  });

  test("what is before two new starts is forgotten", () => {
    expect(teamParameters(read("do=pin:a&anew=1&do=pin:b&anew=1")).getAll("do")).toEqual(["pin:b"]);
  });

  test("more than a hundred are refused, also when they are one step", () => {
    const many = (name: string) => Array.from({ length: 101 }, () => `${name}=pin:a`).join("&");
    for (const name of ["do", "and"]) {
      expect(() => read(many(name))).toThrow(/at most 100/);
      expect(() => read(many(name))).toThrow(AppError);
    }
    expect(read(`${many("do")}&anew=1&do=pin:b`).changes).toHaveLength(1);
  });
});
