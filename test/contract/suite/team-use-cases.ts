import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Composer } from "../../../src/domain/team/composer.ts";
import type { Graph } from "../../../src/graph/graph.ts";
import { auditOfSubject } from "../../../src/graph/queries/audit.ts";
import { takenTeamSeats, teamsServing } from "../../../src/graph/queries/teams.ts";
import { CommitTeamDraft, commitTeamDraft } from "../../../src/usecases/commit-team-draft.ts";
import { CompareTeams, compareTeams } from "../../../src/usecases/compare-teams.ts";
import { ComposeAllTeams, composeAllTeams } from "../../../src/usecases/compose-all-teams.ts";
import { ComposeTeam, composeTeam } from "../../../src/usecases/compose-team.ts";
import { contextOf } from "../../../src/usecases/context.ts";
import {
  ExplainTeamWhyNot,
  explainTeamWhyNot,
} from "../../../src/usecases/explain-team-why-not.ts";
import { ListTeamDrafts, listTeamDrafts } from "../../../src/usecases/list-team-drafts.ts";
import { listTeamPresets } from "../../../src/usecases/list-team-presets.ts";
import { readTeamDraft } from "../../../src/usecases/read-team-draft.ts";
import { readTeamPreset } from "../../../src/usecases/read-team-preset.ts";
import { replayTeamDraft } from "../../../src/usecases/replay-team-draft.ts";
import { SaveTeamDraft, saveTeamDraft } from "../../../src/usecases/save-team-draft.ts";
import { SaveTeamPreset, saveTeamPreset } from "../../../src/usecases/save-team-preset.ts";
import { UndoTeamCommit, undoTeamCommit } from "../../../src/usecases/undo-team-commit.ts";
import { type OpenWorld, openWorld } from "../open-world.ts";
import { YEAR } from "../world.ts";

/** Teams are composed, kept and committed alike on every engine. */
export function teamUseCaseContract(graph: Graph): void {
  describe("teams", () => {
    let world: OpenWorld;
    beforeAll(async () => {
      world = await openWorld(graph);
      // A load of records leaves no trace by itself: without one, nobody looks at people again.
      await world.context.change("graph.load", async () => ({
        ...{ value: null, subject: `load_${world.tag}`, before: null, after: world.tag },
      }));
    });
    afterAll(() => world.forget());

    const id = (key: string) => world.expertId(key);
    const asking = (more: object = {}) =>
      ComposeTeam.parse({ county: world.code("bao"), preset: "small-team", ...more });
    const pin = (key: string) => ({ kind: "pin", id: id(key) });
    const save = (more: object = {}) =>
      saveTeamDraft(world.context, SaveTeamDraft.parse({ ...asking(more), name: "草案", ...more }));
    const commit = (draft: string, idempotencyKey?: string) =>
      commitTeamDraft(
        world.context,
        CommitTeamDraft.parse({ draft, person: "王主任", idempotencyKey }),
      );
    const undo = (draft: string) =>
      undoTeamCommit(
        world.context,
        UndoTeamCommit.parse({ draft, person: "王主任", reason: "人员调整" }),
      );

    test("a county's team is proven best, with what each member covers and by what evidence", async () => {
      const team = await composeTeam(world.context, asking());
      expect(team.answer.status).toBe("optimal");
      expect(team.answer.bound).toBe(team.answer.objective);
      const lin = team.people.find((person) => person.id === id("lin"));
      expect(team.answer.members.map((member) => member.id)).toContain(id("lin"));
      expect(lin).toMatchObject({ tier: "province", distanceKm: 0, freeDays: 43, load: 2 });
      const { industry, competence } = world.skill("ponkan", "disease");
      expect(lin?.reasons[0]).toMatchObject({ demand: `${industry}/${competence}`, level: 5 });
      expect(lin?.reasons[0]?.evidence).toHaveLength(2);
      expect(team.before?.members).toEqual([expect.objectContaining({ expert: id("lin") })]);
    });

    test("each demand says which industry and which needs it comes from", async () => {
      const { demands } = await composeTeam(world.context, asking());
      const { industry, competence } = world.skill("ponkan", "disease");
      const ponkan = demands.find((one) => one.id === `${industry}/${competence}`);
      expect(ponkan?.reasons.map(({ kind }) => kind)).toEqual(["industry", "need"]);
      expect(ponkan?.sentences[1]?.zh).toContain(world.needs[0]?.code);
      const sum = ponkan?.reasons.reduce((total, { weight }) => total + weight, 0) ?? 0;
      expect(ponkan?.weight).toBeCloseTo(sum, 1);
    });

    test("an officer's weight stands in place of what industries and needs say", async () => {
      const [disease, pest] = [world.skill("ponkan", "disease"), world.skill("tea", "pest")];
      const { demands } = await composeTeam(
        world.context,
        asking({
          demands: [
            { ...disease, weight: 0 },
            { ...pest, weight: 99 },
          ],
        }),
      );
      const ids = demands.map((one) => one.id);
      expect(ids[0]).toBe(`${pest.industry}/${pest.competence}`);
      expect(ids).not.toContain(`${disease.industry}/${disease.competence}`);
    });

    test.each([
      ["kin", "blocked"],
      ["gone", "not_on_duty"],
      ["near", "outside_radius"],
      ["zhao", "remote_only"],
    ])("%s cannot be pinned, and the answer names the rule: %s", async (key, code) => {
      const pinned = composeTeam(world.context, asking({ changes: [pin(key)] }));
      const refusal = await pinned.catch((error) => error);
      expect(refusal).toMatchObject({ code: "invalid", faults: [{ field: "changes.0" }] });
      const why = await explainTeamWhyNot(
        world.context,
        ExplainTeamWhyNot.parse({ ...asking(), expert: id(key) }),
      );
      expect(why.kind).toBe("not_eligible");
      expect(why.expert.refusals[0]?.code).toBe(code);
      expect(refusal.sentence.zh).toContain(why.sentence.zh);
    });

    test("who has no free days is kept out by the rule, and let in by borrowed days", async () => {
      const pinned = composeTeam(world.context, asking({ changes: [pin("busy")] }));
      await expect(pinned).rejects.toMatchObject({ code: "invalid", faults: [{ field: "pins" }] });
      const borrow = { kind: "borrow", id: id("busy"), days: 10 };
      const team = await composeTeam(world.context, asking({ changes: [borrow, pin("busy")] }));
      expect(team.answer.members.map((member) => member.id)).toContain(id("busy"));
    });

    test.each([
      ["county", { county: "桃源乡" }, "not_found"],
      ["preset", { preset: "no-such-preset" }, "not_found"],
      ["a person", { changes: [{ kind: "pin", id: "无此人" }] }, "not_found"],
      ["a skill", { demands: [{ industry: "x", competence: "y", weight: 1 }] }, "not_found"],
    ])("%s that nobody knows is not found", async (_, more, code) => {
      await expect(composeTeam(world.context, asking(more))).rejects.toMatchObject({ code });
    });

    test("pinned and excluded at once, or more pins than seats, is refused with the field", async () => {
      const exclude = { kind: "exclude", id: id("lin") };
      const both = composeTeam(world.context, asking({ changes: [pin("lin"), exclude] }));
      await expect(both).rejects.toMatchObject({ faults: [{ field: "changes.1" }] });
      const four = ["lin", "free", "twin-a", "twin-b"].map(pin);
      const many = composeTeam(world.context, asking({ changes: four }));
      await expect(many).rejects.toMatchObject({ code: "invalid", faults: [{ field: "pins" }] });
    });

    test("why not somebody is what the best team with them is worth", async () => {
      const best = await composeTeam(world.context, asking());
      const outside = ["free", "twin-a", "twin-b", "wu"].find(
        (key) => !best.answer.members.some((member) => member.id === id(key)),
      );
      const why = await explainTeamWhyNot(
        world.context,
        ExplainTeamWhyNot.parse({ ...asking(), expert: id(outside ?? "") }),
      );
      expect(["worse", "as_good"]).toContain(why.kind);
      expect(why.forced?.members.map((member) => member.id)).toContain(id(outside ?? ""));
      expect(why.loses).toBeGreaterThanOrEqual(-1e-6);
    });

    test("two lists of changes stand side by side with what differs", async () => {
      const comparison = await compareTeams(
        world.context,
        CompareTeams.parse({
          ...{ county: world.code("bao"), preset: "small-team" },
          left: {},
          right: { changes: [{ kind: "exclude", id: id("lin") }] },
        }),
      );
      expect(comparison).toMatchObject({ same: false });
      expect(comparison.leaves).toContain(id("lin"));
      expect(comparison.objective.after).toBeLessThan(comparison.objective.before ?? 0);
      expect(comparison.coverage.length).toBeGreaterThan(0);
    });

    test("every county gets a team alone, and shared members are named on both sides", async () => {
      const told: number[] = [];
      const teams = await composeAllTeams(
        world.context,
        ComposeAllTeams.parse({ preset: "small-team" }),
        { onTeam: (_, done) => told.push(done) },
      );
      expect(teams.map(({ county }) => county.code)).toEqual([
        ...world.reference.places.counties.keys(),
      ]);
      expect(told).toEqual([1, 2, 3]);
      // Nothing grows and nothing is asked for there.
      expect(teams.filter(({ fault }) => fault).map(({ county }) => county.code)).toEqual([
        world.code("shi"),
      ]);
      for (const { county, members, shared } of teams) {
        const others = teams.filter((one) => one.county.code !== county.code);
        for (const { id: member } of members) {
          const also = others.filter((one) => one.members.some((two) => two.id === member));
          const named = shared.find((one) => one.id === member)?.counties ?? [];
          expect(named).toEqual(also.map((one) => one.county.code));
        }
      }
    });

    test("a draft is stored with all it was composed from, and composed again it is the same", async () => {
      const saved = await save({ changes: [pin("free")], name: `保存${world.tag}` });
      expect(saved.code).toMatch(/^TD-2026-\d{5}$/);
      const read = await readTeamDraft(world.context, { draft: saved.code });
      expect(read).toMatchObject({
        ...{ id: saved.id, status: "draft", by: "李主任", name: `保存${world.tag}`, year: YEAR },
        composed: { changes: [pin("free")] },
      });
      expect(JSON.stringify(read.composed.answer)).toBe(JSON.stringify(saved.team.answer));
      expect(read.input.base).toEqual(JSON.parse(JSON.stringify(saved.team.base)));
      const replay = await replayTeamDraft(world.context, { draft: saved.id });
      expect(replay).toMatchObject({ same: true, joins: [], leaves: [] });
      const { drafts } = await listTeamDrafts(
        world.context,
        ListTeamDrafts.parse({ county: world.code("bao") }),
      );
      expect(drafts.map(({ code }) => code)).toContain(saved.code);
    });

    test("a draft that is sent again with the same key is saved once", async () => {
      const idempotencyKey = `draft-${world.tag}`;
      const saved = await Promise.all([save({ idempotencyKey }), save({ idempotencyKey })]);
      expect(new Set(saved.map(({ code }) => code)).size).toBe(1);
    });

    test("a committed team is there with its seats, and undone it is a draft again", async () => {
      const saved = await save();
      const team = await commit(saved.code);
      const county = `place_${world.code("bao")}`;
      const serving = () => graph.all(teamsServing, { county, year: YEAR });
      const experts = team.members.map(({ expert }) => expert);
      expect(await serving()).toEqual([{ team: team.team, name: team.name, draft: saved.code }]);
      expect(await graph.all(takenTeamSeats, { experts, year: YEAR })).toHaveLength(experts.length);
      expect(await readTeamDraft(world.context, { draft: saved.id })).toMatchObject({
        ...{ status: "committed", team: team.team, committedBy: "王主任" },
      });
      await expect(commit(saved.code)).rejects.toMatchObject({ code: "conflict" });

      const undone = await undo(saved.code);
      expect(undone.team).toBe(team.team);
      expect(await serving()).toEqual([]);
      expect(await graph.all(takenTeamSeats, { experts, year: YEAR })).toEqual([]);
      expect(await readTeamDraft(world.context, { draft: saved.id })).toMatchObject({
        ...{ status: "draft", team: null },
      });
      await expect(undo(saved.code)).rejects.toMatchObject({ code: "conflict" });
      const trail = await graph.all(auditOfSubject, { subject: saved.id, after: "", limit: 9 });
      expect(trail.map(({ action }) => action)).toEqual([
        ...["teamDraft.save", "team.commit", "team.undo"],
      ]);
      expect(trail[2]?.after).toContain("人员调整");
    });

    test.each(["one-team-only", "small-team"])(
      "of two drafts under %s that share a person and are committed at once, one becomes a team",
      async (preset) => {
        const drafts = await Promise.all(
          (["bao", "long"] as const).map((key) =>
            save({ county: world.code(key), preset, changes: [pin("lin")] }),
          ),
        );
        const results = await Promise.allSettled(drafts.map(({ code }) => commit(code)));
        const won = results.flatMap((one, index) =>
          one.status === "fulfilled" ? [drafts[index]] : [],
        );
        const lost = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
        expect(won).toHaveLength(1);
        expect(lost).toHaveLength(1);
        expect(lost[0]).toMatchObject({ code: "conflict" });
        expect(lost[0].sentence.zh).toContain("林秋月");
        expect(lost[0].faults.map(({ field }: { field: string }) => field)).toContain(
          `members.${id("lin")}`,
        );
        await undo(won[0]?.code ?? "");
      },
    );

    test("a team that is committed while a draft is composed is none that the draft knew of", async () => {
      const rival = await save({ county: world.code("long"), changes: [pin("lin")] });
      const { composer } = world.services;
      const meanwhile: Composer = {
        compose: async (request, how) => {
          await commit(rival.code);
          return composer.compose(request, how);
        },
      };
      const late = contextOf({ ...world.services, composer: meanwhile }, world.context.actor);
      const draft = await saveTeamDraft(
        late,
        SaveTeamDraft.parse({ ...asking({ changes: [pin("lin")] }), name: "迟到" }),
      );
      await expect(commit(draft.code)).rejects.toMatchObject({
        code: "conflict",
        faults: expect.arrayContaining([
          expect.objectContaining({ field: `members.${id("lin")}` }),
        ]),
      });
      await undo(rival.code);
      await commit(draft.code);
      await undo(draft.code);
    });

    test("a draft of a past year is not committed, and the refusal says what to do", async () => {
      const { code } = await save();
      const nextYear = () => new Date(Date.UTC(YEAR + 1, 0, 1));
      const later = contextOf({ ...world.services, now: nextYear }, world.context.actor);
      const refusal = await commitTeamDraft(
        later,
        CommitTeamDraft.parse({ draft: code, person: "王主任" }),
      ).catch((error) => error);
      expect(refusal).toMatchObject({ code: "conflict" });
      expect(refusal.sentence.zh).toContain(`为 ${YEAR} 年组的团，现在已是 ${YEAR + 1} 年`);
      const county = `place_${world.code("bao")}`;
      expect(await graph.all(teamsServing, { county, year: YEAR })).toEqual([]);
    });

    test("a commit that is sent again with the same key is one commit", async () => {
      const saved = await save();
      const key = `commit-${world.tag}`;
      const [one, other] = await Promise.all([commit(saved.code, key), commit(saved.code, key)]);
      expect(other).toEqual(one);
      await undo(saved.code);
    });

    test("an edited preset is kept version by version; one that contradicts itself is refused", async () => {
      const { preset } = await readTeamPreset(world.context, { preset: "small-team" });
      const { version: _, ...edited } = { ...preset, id: `edited-${world.tag}` };
      const keep = (rules: object[]) =>
        saveTeamPreset(
          world.context,
          SaveTeamPreset.parse({ preset: { ...edited, rules }, copiedFrom: "small-team" }),
        );
      const freeDays = { id: "freeDays", min: 10 };
      await keep([{ id: "size", min: 1, max: 2 }, freeDays]);
      const second = await keep([{ id: "size", min: 1, max: 1 }, freeDays]);
      expect(second.version).toBe(2);
      const read = (name: string) => readTeamPreset(world.context, { preset: name });
      expect((await read(edited.id)).preset).toEqual(second);
      expect((await read(`${edited.id}@1`)).preset.rules[0]).toMatchObject({ max: 2 });
      await expect(read(`${edited.id}@3`)).rejects.toMatchObject({ code: "not_found" });
      const listed = await listTeamPresets(world.context);
      const mine = listed.filter((one) => one.preset.id === edited.id);
      expect(mine).toMatchObject([{ edited: true, by: "李主任", preset: { version: 2 } }]);

      const impossible = keep([{ id: "size", min: 3, max: 2 }, freeDays]);
      await expect(impossible).rejects.toMatchObject({
        ...{ code: "invalid", faults: [{ field: "rules.0.min" }] },
      });
      const own = saveTeamPreset(
        world.context,
        SaveTeamPreset.parse({ preset: { ...edited, id: "small-team" } }),
      );
      await expect(own).rejects.toMatchObject({ code: "conflict" });
      const team = await composeTeam(world.context, asking({ preset: edited.id }));
      expect(team.answer.members).toHaveLength(1);
    });
  });
}
