import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { neo4jFolder, type Version } from "./command-line.ts";
import { Refusal } from "./refusal.ts";

const MAVEN = "mvn";

/** The folder of this version's libraries, fetched with Maven the first time (about 130 MB). */
export function libraries(version: Version): string {
  const folder = `${neo4jFolder}/${version}/lib`;
  if (!existsSync(folder)) fetch(version, folder);
  return folder;
}

function fetch(version: Version, folder: string): void {
  process.stderr.write(`Fetching the libraries of Neo4j ${version} ...\n`);
  // The folder gets its name when it is complete: a broken fetch leaves nothing half-done behind.
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    runMaven(version, unfinished);
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function runMaven(version: Version, target: string): void {
  const { status, error, stdout, stderr } = spawnSync(
    MAVEN,
    [
      "--quiet",
      "--batch-mode",
      "--file",
      fileURLToPath(new URL("pom.xml", import.meta.url)),
      "dependency:copy-dependencies",
      "-DincludeScope=runtime",
      `-Dneo4j.version=${version}`,
      `-DoutputDirectory=${target}`,
    ],
    { encoding: "utf8" },
  );
  if (error)
    throw new Refusal(`${MAVEN} is missing: install Maven (Debian: maven), it fetches Neo4j.`);
  if (status !== 0)
    throw new Refusal(`Maven could not fetch Neo4j ${version}:\n${stdout}${stderr}`);
}
