import { expectTypeOf, test } from "vitest";
import { z } from "zod";
import type { Reader, Writer } from "../../src/graph/graph.ts";
import { findIdempotencyKey, keepIdempotencyKey } from "../../src/graph/queries/idempotency.ts";
import { query } from "../../src/graph/query.ts";

const row = z.object({ fingerprint: z.string(), answer: z.string() });
const params = { id: z.string() };

test("a binding names exactly what its .cypher file uses and returns", () => {
  query("idempotency/find", params, row);
  // @ts-expect-error -- $id is used but not bound
  query("idempotency/find", {}, row);
  // @ts-expect-error -- the file has no $at
  query("idempotency/find", { ...params, at: z.string() }, row);
  // @ts-expect-error -- the file returns no such column
  query("idempotency/find", params, row.extend({ at: z.string() }));
  // @ts-expect-error -- "answer" is returned but not bound
  query("idempotency/find", params, row.omit({ answer: true }));
  // @ts-expect-error -- there is no such file
  query("idempotency/search", params, row);
});

test("the mode comes from the file, and a reader does not write", () => {
  expectTypeOf(findIdempotencyKey.mode).toEqualTypeOf<"read">();
  expectTypeOf(keepIdempotencyKey.mode).toEqualTypeOf<"write">();
  expectTypeOf<Reader["all"]>().toBeCallableWith(findIdempotencyKey, { id: "" });
  const all = (reader: Reader) =>
    // @ts-expect-error -- a statement that writes needs a transaction
    reader.all(keepIdempotencyKey, { id: "", fingerprint: "", answer: "", at: "" });
  const write = (tx: Writer) =>
    // @ts-expect-error -- a statement that reads does not go through write()
    tx.write(findIdempotencyKey, { id: "" });
  expectTypeOf(all).toBeFunction();
  expectTypeOf(write).toBeFunction();
});

test("parameters and rows have the types of their schemas", () => {
  const wrong = (reader: Reader) =>
    // @ts-expect-error -- an id is a text
    reader.all(findIdempotencyKey, { id: 1 });
  expectTypeOf(wrong).toBeFunction();
  const found = (reader: Reader) => reader.maybe(findIdempotencyKey, { id: "" });
  expectTypeOf(found).returns.resolves.toEqualTypeOf<
    { fingerprint: string; answer: string } | undefined
  >();
});
