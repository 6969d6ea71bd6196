import type { MiddlewareHandler } from "hono";
import { AppError } from "../../domain/error.ts";
import type { AppEnvironment } from "../env.ts";

/** How deep the lists and objects of a body may stand in each other; ours need four levels. */
const DEEPEST = 64;

/**
 * Refuses a JSON body that is nested too deeply, before it is parsed: whoever walks such a value
 * recursively runs out of stack.
 */
export const refuseDeepNesting: MiddlewareHandler<AppEnvironment> = async (c, next) => {
  const hasBody = !["GET", "HEAD", "OPTIONS"].includes(c.req.method);
  if (hasBody && isDeeperThan(await c.req.text(), DEEPEST)) {
    throw new AppError("invalid", {
      zh: `JSON 嵌套过深：最多 ${DEEPEST} 层。`,
      en: `The JSON is nested too deeply: at most ${DEEPEST} levels.`,
    });
  }
  return next();
};

const STEPS: Readonly<Record<string, number>> = { "[": 1, "{": 1, "]": -1, "}": -1 };

/** True when lists and objects of a JSON text stand more than `limit` levels in each other. */
export function isDeeperThan(json: string, limit: number): boolean {
  let depth = 0;
  for (let index = 0; index < json.length; index += 1) {
    const sign = json.charAt(index);
    // What stands in a string opens nothing.
    if (sign === '"') index = endOfString(json, index + 1);
    depth += STEPS[sign] ?? 0;
    if (depth > limit) return true;
  }
  return false;
}

/** Where the string ends whose first sign stands at `start`. */
function endOfString(json: string, start: number): number {
  let index = start;
  while (index < json.length && json.charAt(index) !== '"') {
    index += json.charAt(index) === "\\" ? 2 : 1;
  }
  return index;
}
