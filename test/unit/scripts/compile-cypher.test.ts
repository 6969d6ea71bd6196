import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileStatement, generatedSource } from "../../../scripts/cypher/compile-statement.ts";
import { statements } from "../../../src/graph/statements.ts";

const BODY = `MATCH (need:Need {code: $code})
WHERE need.year = $year
RETURN need.id AS id, [(need)-[a:ASKS_FOR]->(s:Skill) | {skill: s.id, level: a.level}] AS asked, need
ORDER BY id
LIMIT 10`;
const HEADER = `// Needs by code.
//
// read
// $code  string
// $year  integer  of service
// -> id, asked, need
`;

const compile = (header: string, body = BODY) =>
  compileStatement("needs/some", `${header}\n${body}\n`);

test("a file gives its mode, its parameters, its columns and its text", () => {
  expect(compile(HEADER)).toEqual({
    id: "needs/some",
    mode: "read",
    params: ["code", "year"],
    columns: ["id", "asked", "need"],
    text: BODY,
  });
});

test.each([
  ["has no header", "", BODY, '"// read" or "// write"'],
  [
    "does not say whether it writes",
    HEADER.replace("// read\n", ""),
    BODY,
    '"// read" or "// write"',
  ],
  ["says that it writes and does not", HEADER.replace("read", "write"), BODY, "and be right"],
  ["says that it reads and writes", HEADER, BODY.replace("WHERE", "SET"), "and be right"],
  [
    "uses what it does not document",
    HEADER.replace("// $year", "// year"),
    BODY,
    "body uses $code $year",
  ],
  [
    "documents what it does not use",
    `${HEADER}// $day  integer\n`,
    BODY,
    "documents $code $year $day",
  ],
  ["documents nothing", "// read\n", BODY, "documents none"],
  [
    "returns a column without a name",
    HEADER,
    BODY.replace(" AS id", ""),
    'give "need.id" an alias',
  ],
  ["returns nothing", HEADER, BODY.replace(/RETURN.*$/s, ""), "it returns nothing"],
])("a file that %s is refused, and named", (...[, header, body, reason]) => {
  const refused = () => compile(header, body);
  expect(refused).toThrow("cypher/needs/some.cypher: ");
  expect(refused).toThrow(reason);
});

test("the generated file holds each statement under its id", () => {
  const { id: _, ...rest } = compile(HEADER);
  expect(generatedSource([compile(HEADER)])).toContain(
    `  "needs/some": ${JSON.stringify(rest)},\n`,
  );
});

test("every file of cypher/ is in the generated file, as it stands", () => {
  const ids = readdirSync("cypher", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".cypher"))
    .map((path) => path.replace(/\.cypher$/, ""));
  const compiled = ids.map((id) =>
    compileStatement(id, readFileSync(`cypher/${id}.cypher`, "utf8")),
  );
  expect(Object.fromEntries(compiled.map(({ id, ...rest }) => [id, rest]))).toEqual(statements);
});
