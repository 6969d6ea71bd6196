import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { neo4jBolt } from "../../src/graph/engines/neo4j-bolt.node.ts";
import { neo4jHttp } from "../../src/graph/engines/neo4j-http.ts";
import { type Engine, openGraph } from "../../src/graph/graph.ts";
import { migrate } from "../../src/graph/migrate.ts";
import { auditOfSubject } from "../../src/graph/queries/audit.ts";
import { newOperation } from "../../src/usecases/context.ts";
import { createNeed } from "../../src/usecases/create-need.ts";
import { refusingEveryone } from "./bolt-refusal.ts";
import { openWorld } from "./open-world.ts";
import { closedPort, listening } from "./sockets.ts";
import { buildWorld } from "./world.ts";

const login = { user: "neo4j", password: "not the password", database: "neo4j" };

/** What a user may have to wait before being told that the graph is out of reach. */
const LONGEST_WAIT_MS = 10_000;

const protocols = {
  bolt: (port: number): Engine => neo4jBolt({ ...login, uri: `bolt://127.0.0.1:${port}` }),
  neo4j: (port: number): Engine => neo4jBolt({ ...login, uri: `neo4j://127.0.0.1:${port}` }),
  http: (port: number): Engine => neo4jHttp({ ...login, uri: `http://127.0.0.1:${port}` }),
};

/** Has something closed when the test is over. */
type Finally = (close: () => Promise<void>) => void;

const opened = (engine: Engine, atLast: Finally): Engine => {
  atLast(() => engine.close());
  return engine;
};

async function serving(
  onConnection: Parameters<typeof listening>[0],
  atLast: Finally,
): Promise<number> {
  const { port, close } = await listening(onConnection);
  atLast(close);
  return port;
}

/** That both reading and writing fail as unavailable, and soon. */
async function expectUnavailable(engine: Engine, message = /out of reach/): Promise<void> {
  const begun = Date.now();
  const read = engine.read("RETURN 1 AS one", {});
  const write = engine.write((run) => run("CREATE (n:Nothing) RETURN 1 AS one", {}));
  const refused = {
    name: "AppError",
    code: "unavailable",
    message: expect.stringMatching(message),
  };
  const [first, second] = await Promise.allSettled([read, write]);
  expect(first).toMatchObject({ status: "rejected", reason: refused });
  expect(second).toMatchObject({ status: "rejected", reason: refused });
  expect(Date.now() - begun).toBeLessThan(LONGEST_WAIT_MS);
}

/** Whoever may stand where a Neo4j should be. */
const strangers: readonly (readonly [string, Parameters<typeof listening>[0]])[] = [
  ["somebody listens and says nothing", () => undefined],
  ["each connection is cut", (socket) => socket.destroy()],
  ["what answers is a web page", (socket) => socket.on("data", () => socket.end(WEB_PAGE))],
];
const WEB_PAGE = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\n\r\nok";

// Side by side: most of the time is spent waiting.
describe.concurrent.each(Object.entries(protocols))(
  "over %s the graph is unavailable",
  (_, open) => {
    test("when nobody listens", async ({ onTestFinished: atLast }) => {
      await expectUnavailable(opened(open(await closedPort()), atLast));
    });

    test.for(strangers)("when %s", async ([, onConnection], { onTestFinished: atLast }) => {
      const port = await serving(onConnection, atLast);
      await expectUnavailable(opened(open(port), atLast));
    });
  },
);

test("a wrong password is unavailable, and the message names the settings", async () => {
  const port = await serving(refusingEveryone, onTestFinished);
  const engine = opened(protocols.bolt(port), onTestFinished);
  await expectUnavailable(engine, /NEO4J_USERNAME and NEO4J_PASSWORD/);
});

/** Where the tests' Neo4j listens. */
const addressOf = (uri: string) => {
  const { hostname, port } = new URL(uri.replace(/^\w+/, "http"));
  return { host: hostname, port: Number(port) };
};

/** A server that has only just been started makes its constraints first. */
const COLD_START_MS = 180_000;

/** COMMIT in Bolt: a structure of no fields in a chunk of two bytes. */
const BOLT_COMMIT = Buffer.from([0, 2, 0xb0, 0x12, 0, 0]);

const { NEO4J_URI, NEO4J_HTTP_URI, ...environment } = process.env;
const settingsFor = (uri: string | undefined) =>
  readConfig({ ...environment, NEO4J_URI: uri }).neo4j ?? { ...login, uri: "" };

const wires = [
  {
    name: "Bolt",
    setting: "NEO4J_URI",
    uri: NEO4J_URI,
    isCommit: (sent: Buffer) => sent.includes(BOLT_COMMIT),
    direct: () => neo4jBolt(settingsFor(NEO4J_URI)),
    withPassword: (password: string) => neo4jBolt({ ...settingsFor(NEO4J_URI), password }),
    through: (port: number) =>
      neo4jBolt({ ...settingsFor(NEO4J_URI), uri: `bolt://127.0.0.1:${port}` }),
  },
  {
    name: "HTTP",
    setting: "NEO4J_HTTP_URI",
    uri: NEO4J_HTTP_URI,
    isCommit: (sent: Buffer) => sent.includes("/commit HTTP"),
    direct: () => neo4jHttp(settingsFor(NEO4J_HTTP_URI)),
    withPassword: (password: string) => neo4jHttp({ ...settingsFor(NEO4J_HTTP_URI), password }),
    through: (port: number) =>
      neo4jHttp({ ...settingsFor(NEO4J_HTTP_URI), uri: `http://127.0.0.1:${port}` }),
  },
];

describe.each(wires)("a real Neo4j over $name", (wire) => {
  const { setting, uri, isCommit, direct, withPassword, through } = wire;
  const run = uri ? test : test.skip;
  const runGuarded = uri && environment["NEO4J_PASSWORD"] ? test : test.skip;

  runGuarded(`lets nobody in with a wrong password (${setting} and NEO4J_PASSWORD)`, async () => {
    const { password } = login;
    await expectUnavailable(opened(withPassword(password), onTestFinished), /NEO4J_PASSWORD/);
  });

  run(
    `a need is saved once though the wire breaks after its commit (${setting})`,
    async () => {
      let cut = 0;
      const port = await serving((client) => {
        const server = connect(addressOf(uri ?? ""));
        server.on("error", () => undefined);
        client.on("data", (sent) => {
          server.write(sent);
          if (cut > 0 || !isCommit(sent)) return;
          cut += 1;
          // What Neo4j answers shows that it has committed; the client never learns of it.
          server.removeAllListeners("data");
          server.once("data", () => client.destroy());
        });
        server.on("data", (answer) => client.write(answer));
        client.on("close", () => server.destroy());
        server.on("close", () => client.destroy());
      }, onTestFinished);

      const graph = openGraph(opened(direct(), onTestFinished));
      await migrate(graph, () => newOperation(buildWorld()));
      const world = await openWorld(graph);
      onTestFinished(() => world.forget());
      const context = world.contextThrough(opened(through(port), onTestFinished));
      const text = `椪柑病害 ${world.tag}`;
      const created = await createNeed(context, { text, county: world.code("bao") });

      expect(cut).toBe(1);
      const count = `MATCH (n:Need) WHERE n.text = $text RETURN collect(n.id) AS ids`;
      expect(await graph.engine.read(count, { text })).toEqual([{ ids: [created.id] }]);
      const trail = await graph.all(auditOfSubject, { subject: created.id, after: "", limit: 9 });
      expect(trail).toHaveLength(1);
    },
    COLD_START_MS,
  );
});
