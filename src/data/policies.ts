import { notFound } from "../domain/error.ts";
import { Policy } from "../domain/matching/policy.ts";
import type { MatchingRules } from "../domain/matching/similarity.ts";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import { readJson } from "./json-file.ts";
import { readKinship } from "./kinship.ts";
import type { ReadData } from "./table.ts";

/** Every policy there is, oldest first. A run keeps the name of the one it was made with. */
export const POLICIES: readonly string[] = ["default@1", "default@2"];

/** The policy that holds when none is named. */
export const CURRENT_POLICY = "default@2";

/**
 * The policy of this name. Throws `not_found` for an unknown name, and an Error that names the
 * file and the field when the file breaks the rules of a policy.
 */
export function readPolicy(readData: ReadData, name: string = CURRENT_POLICY): Policy {
  if (!POLICIES.includes(name)) throw notFound({ zh: "评分策略", en: "policy" }, name);
  const file = `policies/${name}.json`;
  const data = readJson(readData, file, Policy);
  if (data.name !== name) throw new Error(`${file}, "name": it says ${data.name}`);
  return data;
}

/** All that a ranking is decided by besides the request and the experts. */
export function readMatchingRules(
  readData: ReadData,
  vocabulary: Vocabulary,
  policy: string = CURRENT_POLICY,
): MatchingRules {
  return {
    vocabulary,
    kinship: readKinship(readData, vocabulary),
    policy: readPolicy(readData, policy),
  };
}
