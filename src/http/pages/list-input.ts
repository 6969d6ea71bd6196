import type { z } from "zod";
import type { Fault } from "../../domain/error.ts";
import { faultsOf } from "../../domain/input.ts";
import { resolveCounty } from "../../domain/places/resolve-county.ts";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";
import type { View } from "./view.ts";

/** A list that was found, or what is wrong with the conditions it was to meet. */
export type Listed<Value> =
  | { kind: "found"; value: Value }
  | { kind: "faulty"; faults: Fault[]; status: ReturnType<typeof statusOf> };

interface Search<Schema extends z.ZodType, Value> {
  schema: Schema;
  view: View;
  /** The conditions of the address; what is empty does not narrow. */
  parameters: URLSearchParams;
  find: (input: z.output<Schema>) => Promise<Value>;
}

/** Reads a list by the conditions in an address, so that the form can be kept when they are wrong. */
export async function listBy<Schema extends z.ZodType, Value>({
  view,
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
    const field = fieldToBlame(view, parameters);
    const faults = faultsIn(failure).map((fault) => ({ ...fault, field: fault.field || field }));
    return { kind: "faulty", faults, status: statusOf(failure) };
  }
}

/** Conditions that name a thing are a county and an institution: the one that cannot be found. */
function fieldToBlame({ reference }: View, parameters: URLSearchParams): string {
  const county = parameters.get("county");
  const isCounty = !county || resolveCounty(reference.places, county).kind === "found";
  if (!isCounty) return "county";
  return parameters.get("institution") ? "institution" : "";
}

export const faultsOfList = (listed: Listed<unknown>): Fault[] =>
  listed.kind === "faulty" ? listed.faults : [];

export const statusOfList = (listed: Listed<unknown>) =>
  listed.kind === "faulty" ? listed.status : 200;
