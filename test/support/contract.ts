import { z } from "zod";
import { createApi } from "../../src/http/api/api.ts";

/** The documented operations, as the app declares them. */
export const operations = createApi().openAPIRegistry.definitions.flatMap((definition) =>
  definition.type === "route" ? [definition.route] : [],
);

type Operation = (typeof operations)[number];

const BASE = "/api/v1";

/** The operation that answers an address. */
export function operationAt(method: string, path: string): Operation | undefined {
  const [address = ""] = path.slice(BASE.length).split("?");
  return operations.find(
    (operation) =>
      operation.method === method.toLowerCase() &&
      new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(address),
  );
}

/**
 * Throws unless an answer is what the document says: a documented status, the documented content
 * type, every documented field and no other.
 */
export async function expectAsDocumented(operation: Operation, response: Response): Promise<void> {
  const { status } = response;
  const name = `${operation.operationId} ${status}`;
  // Answered by the app for every address, so not documented for each.
  if (status === 500 || status === 405) throw new Error(`${name} was not expected`);
  const documented = operation.responses[status];
  if (!documented) throw new Error(`${name} is not documented`);
  if (status === 304) return;
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const content = "content" in documented ? documented.content?.[type] : undefined;
  const schema = content && "schema" in content ? content.schema : undefined;
  if (!(schema instanceof z.ZodType)) throw new Error(`${name}: ${type} is not documented`);
  const body: unknown = await response.clone().json();
  const parsed = schema.parse(body);
  if (sorted(parsed) !== sorted(body)) throw new Error(`${name} holds undocumented fields`);
}

/** The body of an answer, which must be of this shape. */
export async function bodyOf<Schema extends z.ZodType>(
  schema: Schema,
  response: Response | Promise<Response>,
): Promise<z.infer<Schema>> {
  return schema.parse(await (await response).json());
}

/** JSON with all fields in one order. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, held: unknown) =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  );
