import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { Refusal } from "./refusal.ts";

/**
 * The `java` of a JDK of exactly this major version, looked for in JAVA_HOME_<major>, JAVA_HOME, on the PATH
 * and in the folders where systems keep their JDKs. Throws a `Refusal` that says what is missing.
 */
export function findJava(major: number): string {
  const home = candidates(major).find((candidate) => majorOf(candidate) === major);
  if (home) return join(home, "bin/java");
  throw new Refusal(
    `A JDK ${major} is missing. Install one (Debian: openjdk-${major}-jdk-headless, where it has it), ` +
      `or set JAVA_HOME_${major} to its folder.`,
  );
}

function candidates(major: number): string[] {
  const { [`JAVA_HOME_${major}`]: named, JAVA_HOME: usual, PATH: path = "" } = process.env;
  const onPath = path
    .split(delimiter)
    .map((folder) => join(folder, "java"))
    .filter(existsSync)
    .map((java) => dirname(dirname(realpathSync(java))));
  const installed = [
    ...children("/usr/lib/jvm"),
    ...children("/opt"),
    ...children(join(homedir(), ".sdkman/candidates/java")),
    ...children("/Library/Java/JavaVirtualMachines").map((jdk) => join(jdk, "Contents/Home")),
  ];
  return [named, usual, ...onPath, ...installed].filter((home) => home !== undefined);
}

function children(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** Undefined when this is not the folder of a JDK: a bare JRE cannot run a source file. */
function majorOf(home: string): number | undefined {
  const release = join(home, "release");
  if (!(existsSync(join(home, "bin/javac")) && existsSync(release))) return undefined;
  return majorInRelease(readFileSync(release, "utf8"));
}

/** The major version that a JDK's `release` file states. */
export function majorInRelease(text: string): number | undefined {
  const major = text.match(/^JAVA_VERSION="(\d+)/m)?.[1];
  return major === undefined ? undefined : Number(major);
}
