import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseCommandLine } from "../../../scripts/neo4j/command-line.ts";
import { emptyData } from "../../../scripts/neo4j/data.ts";
import { majorInRelease } from "../../../scripts/neo4j/java.ts";
import { freePorts } from "../../../scripts/neo4j/ports.ts";
import { livingServer, remember } from "../../../scripts/neo4j/server-file.ts";

describe("the flags of npm run neo4j", () => {
  test("without any, it is Neo4j 5.26.25 on the usual ports, at home in .neo4j", () => {
    expect(parseCommandLine(["start"])).toEqual({
      verb: "start",
      version: "5.26.25",
      home: resolve(".neo4j/5.26.25"),
      anyHome: true,
      bolt: 7687,
      http: 7474,
      fresh: false,
    });
  });

  test("each version has a home of its own", () => {
    const { home, anyHome } = parseCommandLine(["stop", "--version", "2026.05.0"]);
    expect({ home, anyHome }).toEqual({ home: resolve(".neo4j/2026.05.0"), anyHome: false });
  });

  test.each([
    "",
    "dance",
    "start now",
    "start --version 4.4",
    "start --bolt 65536",
    "start --http -1",
    "start --http seven",
    "start --bolt 7000 --http 7000",
    "start --nonsense",
  ])('"%s" is refused with exit code 2 and the usage', (line) => {
    const args = line.split(" ").filter((word) => word !== "");
    const refusal = expect.objectContaining({
      exitCode: 2,
      message: expect.stringContaining("start|stop|status"),
    });
    expect(() => parseCommandLine(args)).toThrow(refusal);
  });
});

test("the Java of a JDK is the first number in its release file", () => {
  const release = 'IMPLEMENTOR="Debian"\nJAVA_VERSION="17.0.15"\nJAVA_VERSION_DATE="2025-04-15"\n';
  expect(majorInRelease(release)).toBe(17);
  expect(majorInRelease('JAVA_VERSION="25"\n')).toBe(25);
  expect(majorInRelease("")).toBeUndefined();
});

describe("ports", () => {
  test("port 0 becomes two free ports that differ", async () => {
    const { bolt, http } = await freePorts(0, 0);
    expect(Math.min(bolt, http)).toBeGreaterThan(0);
    expect(bolt).not.toBe(http);
  });

  test("a port that is taken is refused, and the flag to change is named", async () => {
    const { bolt: taken } = await freePorts(0, 0);
    const other = createServer();
    await new Promise<void>((listening) => other.listen(taken, "127.0.0.1", listening));
    await expect(freePorts(0, taken)).rejects.toThrow(
      new RegExp(`Port ${taken} cannot be used.*--http`),
    );
    other.close();
  });
});

describe("the folder of a server", () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "neo4j-home-"));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  test("a process number that now belongs to another program is no server", () => {
    const data = join(home, "data");
    const addresses = { bolt: 7687, http: 7474, data };
    remember(home, { pid: process.pid, version: "5.26.25", ...addresses, password: false });
    expect(livingServer(home)).toBeUndefined();
    expect(existsSync(join(home, "server.json"))).toBe(false);
  });

  test("a damaged process file is refused and kept", () => {
    writeFileSync(join(home, "server.json"), "{");
    expect(() => livingServer(home)).toThrow("is damaged");
    expect(existsSync(join(home, "server.json"))).toBe(true);
  });

  test("data is emptied only where a Neo4j has kept its graph", () => {
    mkdirSync(join(home, "letters"));
    expect(() => emptyData(home)).toThrow("not emptied");
    mkdirSync(join(home, "data/databases"), { recursive: true });
    emptyData(home);
    expect(existsSync(home)).toBe(false);
    expect(() => emptyData(home)).not.toThrow();
    mkdirSync(home);
  });
});
