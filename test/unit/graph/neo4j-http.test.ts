import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { neo4jHttp } from "../../../src/graph/engines/neo4j-http.ts";
import { neo4jSchema } from "../../../src/graph/engines/schema.ts";

const uri = "http://neo4j.test";
const root = `${uri}/db/neo4j/query/v2`;
const server = setupServer();
const settings = { uri, user: "县", password: "口令", database: "neo4j" };

interface Seen {
  /** "METHOD path server", where "server" is the one asked for. */
  call: string;
  body: { bookmarks?: string[]; accessMode?: string; maxExecutionTime?: number };
}

/** What reached the server, and what it is to answer, in turn. */
const seen: Seen[] = [];
let answers: (() => Response | Promise<Response>)[] = [];

const calls = () => seen.map(({ call }) => call);
const json =
  (body: object, status = 202) =>
  () => {
    const headers = { "neo4j-cluster-affinity": "core-2" };
    return HttpResponse.json(body, { status, headers });
  };
const failure = (code: string, status = 202) => json({ errors: [{ code, message: "no" }] }, status);
const begun = json({ transaction: { id: "t1" } });
const rows = json({ data: { fields: ["a"], values: [[1]] }, transaction: { id: "t1" } });
const committed = json({ bookmarks: ["b1"] });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => {
  seen.length = 0;
  answers = [];
  server.use(
    http.all(`${root}*`, async ({ request }) => {
      const path = new URL(request.url).pathname.replace(/.*v2/, "");
      const call = `${request.method} ${path} ${request.headers.get("neo4j-cluster-affinity")}`;
      seen.push({ call, body: JSON.parse((await request.text()) || "{}") });
      const answer = answers.shift();
      if (!answer) throw new Error(`${call} was not expected`);
      return answer();
    }),
  );
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const open = (patienceMs = 5_000) => neo4jHttp({ ...settings, patienceMs });
const read = (engine = open()) => engine.read("RETURN 1 AS a", {});
const create = (engine = open()) => engine.write((run) => run("CREATE (:Skill {id: 'tea'})", {}));
const unavailable = (cause: object) => ({ name: "AppError", code: "unavailable", cause });

const JSON_TYPE = { "content-type": "application/json" };
const ONCE = ["POST /tx null", "POST /tx/t1 core-2", "POST /tx/t1/commit core-2"];
const FAILED = ["POST /tx null", "POST /tx/t1 core-2", "DELETE /tx/t1 core-2"];

describe("a transaction", () => {
  test("every request of it goes to the server that began it", async () => {
    answers = [begun, rows, committed];
    await expect(create()).resolves.toEqual([{ a: 1 }]);
    expect(calls()).toEqual(ONCE);
  });

  test("is given an end, so that rivals do not block each other for ever", async () => {
    answers = [begun, rows, committed];
    await create();
    expect(seen[0]?.body.maxExecutionTime).toBe(2);
  });

  test("may take longer where nobody waits for a page", async () => {
    answers = [begun, rows, committed];
    await create(open(60_000));
    expect(seen[0]?.body.maxExecutionTime).toBe(15);
  });

  test("is rolled back, not committed, when its work fails", async () => {
    answers = [begun, committed];
    const failing = open().write(async () => {
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect(calls()).toEqual(["POST /tx null", "DELETE /tx/t1 core-2"]);
  });

  test.each([
    "Neo.TransientError.Transaction.DeadlockDetected",
    "Neo.ClientError.Transaction.LockClientStopped",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
  ])("is tried again after %s", async (code) => {
    answers = [begun, failure(code), committed, begun, rows, committed];
    await expect(create()).resolves.toEqual([{ a: 1 }]);
    expect(calls()).toEqual([...FAILED, ...ONCE]);
  });

  test("is tried again when the answer to its commit gets lost", async () => {
    answers = [begun, rows, () => HttpResponse.error(), committed, begun, rows, committed];
    await create();
    expect(calls()).toEqual([...ONCE, "DELETE /tx/t1 core-2", ...ONCE]);
  });

  test("is tried again when the server that knew it was started again", async () => {
    const gone = failure("Neo.ClientError.Request.Invalid", 404);
    answers = [begun, gone, committed, begun, rows, committed];
    await expect(create()).resolves.toEqual([{ a: 1 }]);
  });

  test("that breaks a constraint is a conflict, and is not tried again", async () => {
    answers = [begun, failure("Neo.ClientError.Schema.ConstraintValidationFailed", 400), committed];
    await expect(create()).rejects.toMatchObject({ name: "AppError", code: "conflict" });
    expect(calls()).toEqual(FAILED);
  });

  test("with a wrong statement is a bug: the error stays what it is", async () => {
    answers = [begun, failure("Neo.ClientError.Statement.SyntaxError", 400), committed];
    await expect(create()).rejects.toMatchObject({ code: "Neo.ClientError.Statement.SyntaxError" });
  });
});

describe("a read", () => {
  test("waits for what this engine wrote last", async () => {
    const engine = open();
    answers = [rows, begun, rows, committed, rows];
    await read(engine);
    await create(engine);
    await read(engine);
    const marks = seen.map(({ body }) => body.bookmarks);
    expect(marks.at(0)).toEqual([]);
    expect(marks.at(-1)).toEqual(["b1"]);
    expect(seen.at(-1)?.body.accessMode).toBe("READ");
  });

  test("that is refused after Neo4j has said 202 is refused", async () => {
    answers = [failure("Neo.ClientError.Statement.ArithmeticError")];
    await expect(read()).rejects.toMatchObject({
      code: "Neo.ClientError.Statement.ArithmeticError",
    });
  });

  test("signs in with a name and a password of any letters", async () => {
    let authorization = "";
    server.use(
      http.post(root, ({ request }) => {
        authorization = request.headers.get("authorization") ?? "";
        return rows();
      }),
    );
    await read();
    const [, credentials = ""] = authorization.split(" ");
    expect(Buffer.from(credentials, "base64").toString()).toBe("县:口令");
  });
});

describe("the graph is unavailable", () => {
  test("when the password is wrong: the message names the settings", async () => {
    answers = [failure("Neo.ClientError.Security.Unauthorized", 401)];
    const code = "Neo.ClientError.Security.Unauthorized";
    const refused = {
      ...unavailable({ code }),
      message: expect.stringContaining("NEO4J_PASSWORD"),
    };
    await expect(read()).rejects.toMatchObject(refused);
    expect(seen).toHaveLength(1);
  });

  test("when the database does not exist", async () => {
    const code = "Neo.ClientError.Database.DatabaseNotFound";
    answers = [failure(code, 404)];
    await expect(read()).rejects.toMatchObject(unavailable({ code }));
  });

  test.each([
    ["an HTML page", () => HttpResponse.html("<h1>It works!</h1>")],
    ["plain text", () => HttpResponse.text("ok")],
    ["nothing", () => new HttpResponse(null, { status: 200 })],
    ["JSON that is cut off", () => new HttpResponse('{"data":', { headers: JSON_TYPE })],
    ["the JSON of something else", json({ hello: "world" }, 200)],
    ["404 without a reason", json({ message: "Not Found" }, 404)],
    ["500 without a reason", json({}, 500)],
  ])("when what answers sends %s", async (_, answer) => {
    const message = expect.stringContaining("is it a Neo4j?");
    answers = [answer];
    await expect(read()).rejects.toMatchObject(unavailable({ message }));
    answers = [answer];
    await expect(create()).rejects.toMatchObject(unavailable({ message }));
  });

  test("when a gateway goes on answering for it", async () => {
    const page = () => HttpResponse.html("<h1>Bad gateway</h1>", { status: 502 });
    server.use(http.all(`${root}*`, page));
    await expect(read()).rejects.toMatchObject(unavailable({}));
  });

  test("when the connection goes on breaking, after a few attempts", async () => {
    const started = Date.now();
    server.use(http.all(`${root}*`, () => HttpResponse.error()));
    await expect(read()).rejects.toMatchObject(unavailable({}));
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  test("when it hangs: a request is given up, and a transaction with it", async () => {
    const hang = async () => {
      await delay("infinite");
      return rows();
    };
    const late = unavailable({ message: "Neo4j does not answer in time." });
    answers = [hang];
    await expect(read(open(50))).rejects.toMatchObject(late);
    answers = [begun, hang, hang];
    await expect(create(open(50))).rejects.toMatchObject(late);
    expect(calls().slice(1)).toEqual(FAILED);
  });
});

test("the schema is asked for again where the server was busy", async () => {
  answers = [failure("Neo.TransientError.General.DatabaseUnavailable")];
  answers.push(...neo4jSchema().map(() => rows));
  await open().applySchema();
  expect(seen).toHaveLength(neo4jSchema().length + 1);
});
