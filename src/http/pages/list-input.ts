import type { z } from "zod";
import type { Fault } from "../../domain/error.ts";
import { faultsOf } from "../../domain/input.ts";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";

/** A list that was found, or what is wrong with the conditions it was to meet. */
export type Listed<Value> =
  | { kind: "found"; value: Value }
  | { kind: "faulty"; faults: Fault[]; status: ReturnType<typeof statusOf> };

interface Search<Schema extends z.ZodType, Value> {
  schema: Schema;
  /** The conditions of the address; what is empty does not narrow. */
  parameters: URLSearchParams;
  find: (input: z.output<Schema>) => Promise<Value>;
}

/** Reads a list by the conditions in an address, so that the form can be kept when they are wrong. */
export async function listBy<Schema extends z.ZodType, Value>({
  schema,
  parameters,
  find,
}: Search<Schema, Value>): Promise<Listed<Value>> {
  const conditions = [...parameters].filter(([name, value]) => name !== "limit" && value !== "");
  const { success, data, error } = schema.safeParse(Object.fromEntries(conditions));
  if (!success) return { kind: "faulty", faults: faultsOf(error), status: 400 };
  try {
    return { kind: "found", value: await find(data) };
  } catch (failure) {
    if (!isReadersFault(failure)) throw failure;
    return { kind: "faulty", faults: faultsIn(failure), status: statusOf(failure) };
  }
}

export const faultsOfList = (listed: Listed<unknown>): Fault[] =>
  listed.kind === "faulty" ? listed.faults : [];

export const statusOfList = (listed: Listed<unknown>) =>
  listed.kind === "faulty" ? listed.status : 200;
