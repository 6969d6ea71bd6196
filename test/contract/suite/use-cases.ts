import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareMatching } from "../../../src/domain/matching/matching.ts";
import { judge } from "../../../src/domain/matching/ranking.ts";
import { recommendAmong } from "../../../src/domain/matching/recommend.ts";
import { whyNot } from "../../../src/domain/matching/why-not.ts";
import type { Engine, Graph } from "../../../src/graph/graph.ts";
import { auditOfSubject } from "../../../src/graph/queries/audit.ts";
import { listNeedLines, needById } from "../../../src/graph/queries/needs.ts";
import { runById, runsOfNeed } from "../../../src/graph/queries/runs.ts";
import { contextOf } from "../../../src/usecases/context.ts";
import { createNeed } from "../../../src/usecases/create-need.ts";
import { explainWhyNot } from "../../../src/usecases/explain-why-not.ts";
import { findOpenings } from "../../../src/usecases/find-openings.ts";
import { keepRun } from "../../../src/usecases/keep-run.ts";
import { listCorrections } from "../../../src/usecases/list-corrections.ts";
import { explained } from "../../../src/usecases/loading/listing.ts";
import { requestFor } from "../../../src/usecases/loading/request.ts";
import { recommendExperts } from "../../../src/usecases/recommend-experts.ts";
import { recordCorrections } from "../../../src/usecases/record-corrections.ts";
import { replayRun } from "../../../src/usecases/replay-run.ts";
import { cardOf, expertOf, factsFor } from "../expected.ts";
import { type OpenWorld, openWorld } from "../open-world.ts";
import { type CountyKey, NOW, YEAR } from "../world.ts";

/** Rivals in a race. */
const MANY = 50;

/** Whole use cases give on every engine what the domain makes of the world itself. */
export function useCaseContract(graph: Graph): void {
  describe("use cases", () => {
    let world: OpenWorld;
    beforeAll(async () => {
      world = await openWorld(graph);
    });
    afterAll(() => world.forget());

    const asking = (county: CountyKey = "bao") => ({
      text: "我县500亩椪柑有病害，急，请派人来看",
      county: world.code(county),
    });
    const asked = (weight = 1) => [{ ...world.skill("ponkan", "disease"), weight, level: 3 }];
    const matchingOf = (wanted: Omit<Parameters<typeof requestFor>[0], "year">) =>
      prepareMatching(world.reference.rules, requestFor({ ...wanted, year: YEAR }));
    type Matching = ReturnType<typeof matchingOf>;
    const everyone = ({ request }: Matching) =>
      world.experts.map((expert) => factsFor(world, expert, request));
    const listed = (matching: Matching, judged: Parameters<typeof explained>[1]) => ({
      expert: cardOf(world, keyOf(judged.facts.id)),
      ...explained(matching, judged),
    });
    const keyOf = (id: string) =>
      world.experts.find(({ key }) => world.expertId(key) === id)?.key ?? "";

    test("a recommendation lists whom the domain ranks first out of everybody", async () => {
      const matching = matchingOf({ asked: asked(), county: world.county("bao") });
      const expected = recommendAmong(matching, everyone(matching), 10);
      const answer = await recommendExperts(world.context, { ...asking(), limit: 10 });

      expect(answer.recommendations).toEqual(expected.listed.map((one) => listed(matching, one)));
      expect(answer).toMatchObject({ need: null, asked: asked(), abstained: null, askBack: [] });
      const order = answer.recommendations.map(({ expert }) => keyOf(expert.id));
      expect(order[0]).toBe("lin");
      expect(order).toContain("wu");
      expect(order.indexOf("twin-b")).toBe(order.indexOf("twin-a") + 1);
      for (const refused of ["gone", "kin", "busy", "near", "zhao"]) {
        expect(order).not.toContain(refused);
      }
    });

    test("a stored need is recommended the same as its words, whichever name it is called by", async () => {
      const [need] = world.needs;
      const limit = 3;
      const matching = matchingOf({
        asked: need?.asked ?? [],
        county: world.county("bao"),
        days: 5,
      });
      const expected = recommendAmong(matching, everyone(matching), limit).listed;
      for (const name of [need?.id ?? "", need?.code ?? ""]) {
        const answer = await recommendExperts(world.context, { need: name, limit });
        expect(answer.need).toEqual({ id: need?.id, code: need?.code });
        expect(answer.recommendations).toEqual(expected.map((one) => listed(matching, one)));
      }
    });

    test("when nobody fits, it abstains and shows the nearest", async () => {
      const wanted = world.skill("fruit", "processing");
      const skills = [wanted];
      const matching = matchingOf({
        asked: [{ ...wanted, weight: 1, level: 3 }],
        county: world.county("long"),
      });
      const expected = recommendAmong(matching, everyone(matching), 10);
      const answer = await recommendExperts(world.context, {
        ...asking("long"),
        skills,
        limit: 10,
      });
      expect(answer.recommendations).toEqual([]);
      expect(answer.abstained?.code).toBe(expected.abstained?.code);
      expect(answer.abstained?.nearest).toEqual(
        expected.abstained?.nearest.map((one) => listed(matching, one)),
      );
    });

    test("a text that is not understood is asked back, not guessed at", async () => {
      const answer = await recommendExperts(world.context, {
        ...asking(),
        text: "你好",
        limit: 10,
      });
      expect(answer).toMatchObject({ recommendations: [], abstained: null });
      expect(answer.askBack).toHaveLength(1);
    });

    test.each(["kin", "busy", "near", "zhao", "gone", "free"])(
      "why not %s is what the domain says of the facts",
      async (key) => {
        const matching = matchingOf({ asked: asked(), county: world.county("bao") });
        const ranking = recommendAmong(matching, everyone(matching), 1);
        const facts = factsFor(world, expertOf(world, key), matching.request);
        const { answer: expected } = whyNot(matching, facts, ranking);

        const { name } = expertOf(world, key);
        const answer = await explainWhyNot(world.context, { ...asking(), expert: name, limit: 1 });
        expect(answer.answer).toBe(expected.kind);
        expect(answer.lost).toEqual(expected.kind === "outscored" ? expected.lost : []);
        expect(answer.asked).toEqual(listed(matching, judge(matching, facts)));
        expect(answer.last?.expert.id).toBe(world.expertId("lin"));
      },
    );

    test.each(["lin", "zhao", "kin", "free"])(
      "the openings of %s are the published needs that fit, with the same points",
      async (key) => {
        const judged = world.needs
          .filter(({ status }) => status === "published")
          .map((need) => {
            const county = world.county(need.county);
            const matching = matchingOf({ ...need, county });
            return {
              need,
              matching,
              one: judge(matching, factsFor(world, expertOf(world, key), matching.request)),
            };
          });
        const points = ({ one, need }: (typeof judged)[number]) => ({
          code: need.code,
          score: one.scored.score,
          parts: one.scored.parts.map((part) => part.points),
          refusals: one.refusals.map(({ code }) => code),
        });
        const answer = await findOpenings(world.context, {
          expert: world.expertId(key),
          limit: 50,
        });
        const found = [...answer.openings, ...answer.refused].map(({ need, ...opening }) => ({
          code: need.code,
          score: opening.score,
          parts: opening.parts.map((part) => part.points),
          refusals: opening.refusals.map(({ code }) => code),
        }));
        for (const opening of found) {
          expect(judged.map(points)).toContainEqual(opening);
        }
        expect(answer.expert).toEqual(cardOf(world, key));
        const isIn = (list: typeof answer.openings) => list.map(({ need }) => need.code);
        const [ponkan, tea] = world.needs.map(({ code }) => code);
        const OPEN = { lin: [ponkan], zhao: [tea], kin: [], free: [ponkan] }[key];
        expect(isIn(answer.openings)).toEqual(OPEN);
        expect(isIn(answer.refused)).toEqual({ zhao: [ponkan], kin: [ponkan] }[key] ?? []);
      },
    );

    test("a new need is stored with its skills, its ranking and one audit event", async () => {
      const text = "“椪柑”病害'\\\n电话 13800000001 😀";
      const created = await createNeed(world.context, { ...asking(), text });
      const stored = await graph.maybe(needById, { id: created.id });
      expect(created).toMatchObject({ status: "published", notices: ["contacts_masked"] });
      expect(created.code).toMatch(/^XQ-2026-\d{5}$/);
      expect(stored).toEqual({
        id: created.id,
        code: created.code,
        text,
        status: "published",
        urgent: false,
        allowsRemote: false,
        days: 5,
        year: YEAR,
        createdAt: NOW,
        createdBy: "李主任",
        demo: false,
        county: world.code("bao"),
        asked: [{ skill: expect.stringContaining("_disease"), weight: 1, level: 3 }],
      });
      const [run] = await graph.all(runsOfNeed, { need: created.id, limit: 2 });
      expect(run?.id).toBe(created.run);
      const trail = await graph.all(auditOfSubject, { subject: created.id, after: "", limit: 9 });
      expect(trail.map(({ action }) => action)).toEqual(["need.create"]);
    });

    test("a need that has to be asked back is stored as a draft without a ranking", async () => {
      const created = await createNeed(world.context, { ...asking(), text: "你好" });
      expect(created).toMatchObject({ status: "draft", run: null });
      expect(await graph.maybe(needById, { id: created.id })).toMatchObject({ asked: [] });
    });

    test("a run keeps what was decided; replayed at once, it finds nothing changed", async () => {
      const need = world.id("need", "ponkan");
      const kept = await keepRun(world.context, {
        need,
        limit: 2,
        askedAbout: [world.expertId("kin"), expertOf(world, "free").name],
      });
      const stored = await graph.maybe(runById, { id: kept.id });
      const matching = matchingOf({
        asked: world.needs[0]?.asked ?? [],
        county: world.county("bao"),
        days: 5,
      });
      const { listed: expected } = recommendAmong(matching, everyone(matching), 2);
      const result = JSON.parse(stored?.result ?? "");
      expect(JSON.parse(stored?.request ?? "")).toEqual(matching.request);
      expect(result.listed.map((one: { scored: unknown }) => one.scored)).toEqual(
        expected.map(({ scored }) => scored),
      );
      expect(stored).toMatchObject({ need, at: NOW, by: "李主任", policy: "default@1" });
      for (let again = 0; again < 5; again += 1) {
        const { moves, ...replay } = await replayRun(world.context, { run: kept.id });
        expect(moves, JSON.stringify(replay)).toEqual([]);
      }
    });

    test("corrections are stored without numbers, in one audit event, and read newest first", async () => {
      const tag = `industry:${world.skill("ponkan", "disease").industry}`;
      const text = `电话 13800000001，“椪柑”有病，椪柑😀 ${world.tag}`;
      const from = text.lastIndexOf("椪柑");
      const judged = { tag, right: true, origin: "offline" } as const;
      const corrections = [
        { ...judged, words: "椪柑", from, to: from + 2 },
        { ...judged, right: false, origin: "person" } as const,
      ];
      const idempotencyKey = `corrections-${world.tag}`;
      const record = () => recordCorrections(world.context, { text, corrections, idempotencyKey });
      expect(await Promise.all([record(), record()])).toEqual([{ stored: 2 }, { stored: 2 }]);

      const operator = contextOf(world.services, { role: "operator", name: "" });
      const mine = (await listCorrections(operator, { limit: 500 })).corrections.filter((one) =>
        one.text.endsWith(world.tag),
      );
      const [last, first] = mine;
      expect(mine).toHaveLength(2);
      expect(first).toMatchObject({ ...judged, at: NOW, by: "李主任", words: "椪柑" });
      expect(first?.text.slice(first.from, first.to)).toBe("椪柑");
      expect(first?.text).toContain("，“椪柑”有病，");
      expect(first?.text).not.toContain("13800000001");
      expect(first?.from).toBe(first?.text.lastIndexOf("椪柑"));
      expect(last).toMatchObject({ tag, right: false, words: "", from: 0, to: 0 });
      const page = await listCorrections(operator, { cursor: last?.id ?? "", limit: 1 });
      expect(page.corrections).toEqual([first]);

      const subject = first?.id ?? "";
      const [event, ...others] = await graph.all(auditOfSubject, { subject, after: "", limit: 9 });
      expect(others).toEqual([]);
      expect(event).toMatchObject({ action: "correction.create", actor: "unverified:李主任" });
      expect(JSON.parse(event?.after ?? "")).toHaveLength(2);
    });

    test(`${MANY} needs that are saved at once get ${MANY} codes`, async () => {
      const saves = Array.from({ length: MANY }, (_, index) =>
        createNeed(world.context, { ...asking(), text: `椪柑病害 rival ${world.tag} ${index}` }),
      );
      const created = await Promise.all(saves);
      expect(new Set(created.map(({ code }) => code)).size).toBe(MANY);
      const filter = { county: "", status: "", before: "~" };
      const words = `rival ${world.tag}`;
      const added = await graph.all(listNeedLines, { ...filter, words, limit: 100 });
      expect(new Set(added.map(({ id }) => id))).toEqual(new Set(created.map(({ id }) => id)));
    });

    test("a request that is sent ten times at once with one key makes one need", async () => {
      const request = { ...asking(), idempotencyKey: `key-${world.tag}` };
      const saves = Array.from({ length: 10 }, () => createNeed(world.context, request));
      const [first, ...others] = await Promise.all(saves);
      expect(others).toEqual(Array(9).fill(first));
      const trail = await graph.all(auditOfSubject, {
        subject: first?.id ?? "",
        after: "",
        limit: 100,
      });
      expect(trail).toHaveLength(1);
      const other = createNeed(world.context, { ...request, text: "脐橙病害" });
      await expect(other).rejects.toMatchObject({ code: "conflict" });
    });

    test("a need whose acknowledgement gets lost is saved once", async () => {
      const forgetful: Engine = {
        ...graph.engine,
        write: async (work) => {
          await graph.engine.write(work);
          return graph.engine.write(work);
        },
      };
      const text = `椪柑病害 once ${world.tag}`;
      const created = await createNeed(world.contextThrough(forgetful), { ...asking(), text });
      const filter = { county: "", status: "", before: "~", limit: 100 };
      const found = await graph.all(listNeedLines, { ...filter, words: text });
      expect(found.map(({ id, code }) => ({ id, code }))).toEqual([
        { id: created.id, code: created.code },
      ]);
      const subject = created.id;
      expect(await graph.all(auditOfSubject, { subject, after: "", limit: 9 })).toHaveLength(1);
      expect(await graph.all(runsOfNeed, { need: subject, limit: 9 })).toHaveLength(1);
    });
  });
}
