import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Engine, Graph, Reader, Writer } from "../../../src/graph/graph.ts";
import { auditOfSubject } from "../../../src/graph/queries/audit.ts";
import { findIdempotencyKey, keepIdempotencyKey } from "../../../src/graph/queries/idempotency.ts";
import { createRun, linkRun, runsOfNeed } from "../../../src/graph/queries/runs.ts";
import { newOperation } from "../../../src/usecases/context.ts";
import { type OpenWorld, openWorld } from "../open-world.ts";
import { NOW } from "../world.ts";

/** A refusal must come before a user gives up. */
const AT_ONCE_MS = 5_000;

/** All of a change, or nothing; each once. */
export function transactionContract(graph: Graph): void {
  describe("transactions", () => {
    let world: OpenWorld;
    let tests = 0;
    beforeAll(async () => {
      world = await openWorld(graph);
    });
    beforeEach(() => {
      tests += 1;
    });
    afterAll(() => world.forget());

    /** What a test writes and reads is its own. */
    const key = () => `key_${tests}_${world.tag}`;
    const keep = (tx: Writer, answer: string) =>
      tx.write(keepIdempotencyKey, { id: key(), fingerprint: "f", answer, at: NOW });
    const kept = async (reader: Reader) =>
      (await reader.maybe(findIdempotencyKey, { id: key() }))?.answer;
    const change = <T>(work: (tx: Writer) => Promise<T>) =>
      graph.transaction(newOperation(world), work);

    test("a transaction sees its own writes, and nobody else does before it commits", async () => {
      await change(async (tx) => {
        await keep(tx, "mine");
        expect(await kept(tx)).toBe("mine");
        expect(await kept(graph)).toBeUndefined();
      });
      expect(await kept(graph)).toBe("mine");
    });

    test("a transaction answers what its work answers", async () => {
      await expect(change(async () => ({ list: [1] }))).resolves.toEqual({ list: [1] });
    });

    test("an id that is taken is a conflict, and what was there stays", async () => {
      await change((tx) => keep(tx, "first"));
      const again = change((tx) => keep(tx, "second"));
      await expect(again).rejects.toMatchObject({ name: "AppError", code: "conflict" });
      expect(await kept(graph)).toBe("first");
    });

    test("nothing is kept of a transaction whose work fails", async () => {
      const failing = change(async (tx) => {
        await keep(tx, "lost");
        throw new Error("stop");
      });
      await expect(failing).rejects.toThrow("stop");
      expect(await kept(graph)).toBeUndefined();
    });

    test("nothing is kept of a transaction with a statement that failed, though the work went on", async () => {
      const failing = change(async (tx) => {
        await keep(tx, "lost");
        await keep(tx, "again").catch(() => undefined);
      });
      await expect(failing).rejects.toMatchObject({ code: "conflict" });
      expect(await kept(graph)).toBeUndefined();
    });

    test("statements that are not awaited are run in turn and before the commit", async () => {
      const id = world.id("run", "late");
      const need = world.id("need", "ponkan");
      const { at, by, policy } = { at: NOW, by: "b", policy: "p" };
      const properties = { at, by, policy, dataRevision: "", request: "{}", result: "{}" };
      await change(async (tx) => {
        void tx.write(createRun, { id, properties });
        void tx.write(linkRun, { id, need });
      });
      expect(await graph.all(runsOfNeed, { need, limit: 1 })).toEqual([{ id, at, by, policy }]);
    });

    test("a row that is not as its binding says fails the change", async () => {
      const write = graph.engine.write((run) =>
        run("CREATE (k:IdempotencyKey {id: $id, answer: 1, fingerprint: 'f'}) RETURN k.id AS id", {
          id: key(),
        }),
      );
      await expect(write).resolves.toEqual([{ id: key() }]);
      await expect(kept(graph)).rejects.toThrow("idempotency/find returned an unexpected row");
    });

    test("a change inside a change does not hang: Grafeo refuses it, for Neo4j it is another one", async () => {
      const begun = Date.now();
      const nested = change(async (tx) => {
        await keep(tx, "outer");
        await change((inner) =>
          inner.write(keepIdempotencyKey, {
            id: `inner_${world.tag}`,
            fingerprint: "f",
            answer: "inner",
            at: NOW,
          }),
        );
      });
      if (graph.engine.name === "grafeo") {
        await expect(nested).rejects.toThrow("inside another");
        expect(await kept(graph)).toBeUndefined();
      } else {
        await expect(nested).resolves.toBeUndefined();
        expect(await kept(graph)).toBe("outer");
      }
      expect(Date.now() - begun).toBeLessThan(AT_ONCE_MS);
      await expect(change(async () => "next")).resolves.toBe("next");
    });

    /** Loses the first acknowledgement, as a broken connection does, and so runs the work again. */
    const forgetful = (): Engine => ({
      ...graph.engine,
      write: async (work) => {
        await graph.engine.write(work);
        return graph.engine.write(work);
      },
    });

    test("a change whose acknowledgement gets lost takes effect once, with one audit event", async () => {
      const subject = world.id("need", "ponkan");
      const before = await graph.all(auditOfSubject, { subject, after: "", limit: 100 });
      let attempts = 0;
      const value = await world.contextThrough(forgetful()).change("need.create", async (tx) => {
        attempts += 1;
        const id = `attempt_${attempts}_${world.tag}`;
        await tx.write(keepIdempotencyKey, { id, fingerprint: "f", answer: id, at: NOW });
        return { value: id, subject, before: null, after: { id } };
      });
      expect(value).toBe(`attempt_1_${world.tag}`);
      const find = (id: string) => graph.maybe(findIdempotencyKey, { id });
      expect(await find(`attempt_1_${world.tag}`)).toBeDefined();
      expect(await find(`attempt_2_${world.tag}`)).toBeUndefined();
      const events = await graph.all(auditOfSubject, { subject, after: "", limit: 100 });
      const added = events.filter(({ id }) => !before.some((one) => one.id === id));
      expect(added.map(({ after }) => after)).toEqual([JSON.stringify({ id: value })]);
    });

    test("a change that failed stores neither effect nor audit event", async () => {
      const subject = world.id("need", "ponkan");
      const trail = () => graph.all(auditOfSubject, { subject, after: "", limit: 100 });
      const before = await trail();
      const failing = world.context.change("need.create", async (tx) => {
        await keep(tx, "lost");
        await keep(tx, "again");
        return { value: 1, subject, before: null, after: 1 };
      });
      await expect(failing).rejects.toMatchObject({ code: "conflict" });
      expect(await trail()).toEqual(before);
      expect(await kept(graph)).toBeUndefined();
    });

    test("a change that changed nothing leaves no audit event", async () => {
      const subject = world.id("need", "tea");
      const same = { a: 1 };
      await world.context.change("need.create", async () => {
        return { value: 1, subject, before: same, after: same };
      });
      expect(await graph.all(auditOfSubject, { subject, after: "", limit: 1 })).toEqual([]);
    });
  });
}
