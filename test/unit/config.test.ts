import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { AppError } from "../../src/domain/error.ts";

/** The fields that are refused, each with what is said in English. */
function faultsOf(environment: object, readFile?: (path: string) => string): string[] {
  try {
    readConfig(environment, readFile);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") {
      return error.faults.map(({ field, en }) => `${field}: ${en}`);
    }
    throw error;
  }
  return [];
}

test("nothing has to be set: it listens on loopback, with the embedded graph", () => {
  expect(readConfig({})).toMatchObject({
    dataFolder: ".ketepai",
    host: "127.0.0.1",
    port: 8787,
    logLevel: "info",
    neo4j: undefined,
  });
});

test("settings that are given hold", () => {
  const config = readConfig({
    KETEPAI_DATA: " /srv/data ",
    HOST: "0.0.0.0",
    PORT: "0",
    LOG_LEVEL: "debug",
    NEO4J_URI: "neo4j+s://db.example:7687",
    NEO4J_USERNAME: "reader",
    NEO4J_PASSWORD: " kept as it is ",
    NEO4J_DATABASE: "people",
    PATH: "/usr/bin",
  });
  expect(config).toMatchObject({ dataFolder: "/srv/data", host: "0.0.0.0", port: 0 });
  expect(config.neo4j).toEqual({
    uri: "neo4j+s://db.example:7687",
    user: "reader",
    password: " kept as it is ",
    database: "people",
  });
});

test("an empty variable counts as not set", () => {
  expect(readConfig({ PORT: "", NEO4J_URI: "", HOST: "" })).toEqual(readConfig({}));
});

test("the environment of this process can be read as it is", () => {
  expect(readConfig(process.env).dataFolder).not.toBe("");
});

test("all mistakes are told at once", () => {
  const faults = faultsOf({
    PORT: "80a",
    LOG_LEVEL: "loud",
    NEO4J_URI: "localhost:7687",
    OPENAI_BASE_URL: "ftp://models.example",
    NEO4J_PASSWORD: "a",
    NEO4J_PASSWORD_FILE: "b",
  });
  const fields = faults.map((fault) => fault.split(":")[0]);
  expect(fields.toSorted()).toEqual([
    "LOG_LEVEL",
    "NEO4J_PASSWORD",
    "NEO4J_URI",
    "OPENAI_BASE_URL",
    "PORT",
  ]);
});

test.each(["-1", "65536", "8787.5", "0x50", " 80"])("%j is no port", (PORT) => {
  expect(faultsOf({ PORT })).toHaveLength(1);
});

test.each(["bolt://h:7687", "bolt+ssc://h", "neo4j://h:1", "http://h:7474", "https://h"])(
  "%s can be an address of a Neo4j",
  (NEO4J_URI) => {
    expect(readConfig({ NEO4J_URI }).neo4j?.uri).toBe(NEO4J_URI);
  },
);

test.each(["h:7687", "bolt://", "http://h:7474/db", "http://h/", "file:///etc/passwd", "neo4j:h"])(
  "%s cannot be an address of a Neo4j",
  (NEO4J_URI) => {
    expect(faultsOf({ NEO4J_URI })).toEqual([expect.stringContaining("must look like bolt://")]);
  },
);

test("a value can be kept in a file, whose last line break does not count", () => {
  const readFile = (path: string) => (path === "/run/secrets/neo4j" ? "secret\n" : "");
  const NEO4J_PASSWORD_FILE = "/run/secrets/neo4j";
  const { neo4j } = readConfig({ NEO4J_URI: "bolt://h", NEO4J_PASSWORD_FILE }, readFile);
  expect(neo4j?.password).toBe("secret");
});

test("a value and a file for it contradict each other", () => {
  expect(faultsOf({ PORT: "1", PORT_FILE: "port" }, () => "2")).toEqual([
    "PORT: set either PORT or PORT_FILE, not both",
  ]);
});

test("a file that cannot be read is named by its setting", () => {
  const missing = () => {
    throw new Error("no such file");
  };
  expect(faultsOf({ OPENAI_API_KEY_FILE: "key" }, missing)).toEqual([
    "OPENAI_API_KEY_FILE: cannot be read: no such file",
  ]);
  expect(faultsOf({ OPENAI_API_KEY_FILE: "key" })).toEqual([
    "OPENAI_API_KEY_FILE: cannot be read: this runtime has no files",
  ]);
});

test("what is shown masks the secrets and nothing else", () => {
  const { shown } = readConfig({
    NEO4J_URI: "bolt://h",
    NEO4J_PASSWORD: "hush",
    OPENAI_API_KEY: "sk-hush",
    OPENAI_MODEL: "small",
    PORT: "9000",
  });
  expect(JSON.stringify(shown)).not.toContain("hush");
  expect(shown).toMatchObject({
    NEO4J_URI: "bolt://h",
    NEO4J_PASSWORD: "********",
    OPENAI_API_KEY: "********",
    OPENAI_BASE_URL: null,
    OPENAI_MODEL: "small",
    PORT: 9_000,
  });
});

test("no language model is used unless one is named that can be reached", () => {
  expect(readConfig({}).model).toBeUndefined();
  expect(readConfig({ OPENAI_API_KEY: "sk", OPENAI_MODEL: "small" }).model).toEqual({
    ...{ baseUrl: "https://api.openai.com/v1", key: "sk", model: "small" },
    ...{ concurrency: 4, monthlyTokens: 10_000_000 },
  });
});

test("a language model of one's own needs no key", () => {
  const settings = {
    ...{ OPENAI_BASE_URL: "http://127.0.0.1:11434/v1", OPENAI_MODEL: "qwen" },
    ...{ OPENAI_CONCURRENCY: "1", OPENAI_MONTHLY_TOKENS: "5000" },
  };
  expect(readConfig(settings).model).toEqual({
    ...{ baseUrl: "http://127.0.0.1:11434/v1", key: undefined, model: "qwen" },
    ...{ concurrency: 1, monthlyTokens: 5_000 },
  });
});

test.each([
  ["a key", { OPENAI_API_KEY: "sk" }, "OPENAI_MODEL"],
  ["an address", { OPENAI_BASE_URL: "http://h/v1" }, "OPENAI_MODEL"],
  ["a name", { OPENAI_MODEL: "small" }, "OPENAI_API_KEY"],
])("%s of a language model alone says what is missing", (_, environment, missing) => {
  expect(faultsOf(environment)).toEqual([expect.stringMatching(`^${missing}: is needed beside`)]);
});

test.each([
  { OPENAI_BASE_URL: "http://sk:hush@h/v1" },
  { OPENAI_BASE_URL: "https://hush@h/v1" },
  { OPENAI_CONCURRENCY: "0" },
  { OPENAI_CONCURRENCY: "65" },
  { OPENAI_MONTHLY_TOKENS: "1e6" },
  { OPENAI_MONTHLY_TOKENS: "-1" },
])("%j is refused", (environment) => {
  const faults = faultsOf({ OPENAI_API_KEY: "sk", OPENAI_MODEL: "small", ...environment });
  expect(faults).toHaveLength(1);
  expect(faults.join()).not.toContain("hush");
});

test("a mistake in a secret does not repeat it", () => {
  const said = faultsOf({ OPENAI_API_KEY: "  ", NEO4J_URI: "bolt://neo4j:hush@h/x" }).join();
  expect(said).not.toContain("hush");
});
