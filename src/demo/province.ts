import type { GraphRecord } from "../graph/record.ts";
import { expertRecords } from "./experts.ts";
import { institutionRecords, pairingRecords } from "./institutions.ts";
import { needRecords } from "./needs.ts";
import { placeRecords, vocabularyRecords } from "./reference-records.ts";
import { skillBook } from "./skill-records.ts";
import { createWorld, type DemoOptions, type DemoReference } from "./world.ts";

/**
 * A full-size province to look at and to measure with: real places, industries and institutions,
 * invented people and everything they did. Whatever a relation points at stands before it. The
 * same reference and options give the same records, byte for byte; memory does not grow with the
 * number of experts.
 */
export function* demoProvince(
  reference: DemoReference,
  options: DemoOptions,
): Generator<GraphRecord> {
  const world = createWorld(reference, options);
  const newSkills = skillBook();
  yield* placeRecords(reference.places);
  yield* vocabularyRecords(reference);
  yield* institutionRecords(world);
  yield* pairingRecords(world);
  yield* needRecords(world, newSkills);
  yield* expertRecords(world, newSkills);
}
