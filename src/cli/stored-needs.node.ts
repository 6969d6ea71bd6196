import type { Caller } from "./caller.node.ts";
import type { Text } from "./texts.node.ts";

/** Needs asked for at a time. */
const PAGE = 100;

/** The texts of all stored needs by their codes, the newest first; contacts are masked. */
export async function* storedNeeds({ call }: Pick<Caller, "call">): AsyncGenerator<Text> {
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: { needs: { code: string; text: string }[]; next: string | null } = await call(
      "needs",
      { cursor, limit: PAGE },
    );
    for (const { code, text } of page.needs) yield { id: code, text };
    cursor = page.next;
  }
}
