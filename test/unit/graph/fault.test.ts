import { expect, test, vi } from "vitest";
import { explaining, type FaultOf, retrying } from "../../../src/graph/engines/fault.ts";

const faultOf: FaultOf = (error) => {
  if (!(error instanceof Error)) return undefined;
  const { message } = error;
  return message === "passing" || message === "lost" || message === "down" || message === "denied"
    ? message
    : undefined;
};
const retry = retrying(faultOf);

/** Fails in these ways, in turn, and then succeeds. */
function failing(...messages: string[]) {
  let attempts = 0;
  const attempt = async () => {
    attempts += 1;
    const message = messages.shift();
    if (message) throw new Error(message);
    return attempts;
  };
  return { attempt, attempts: () => attempts };
}

test("what fails in passing or loses its connection is tried again", async () => {
  const { attempt } = failing("passing", "lost", "passing");
  await expect(retry(attempt)).resolves.toBe(4);
});

test.each(["down", "denied", "a bug"])("%s is not tried again", async (message) => {
  const { attempt, attempts } = failing(message);
  await expect(retry(attempt)).rejects.toThrow(message);
  expect(attempts()).toBe(1);
});

test("it gives up in the end", async () => {
  const { attempt, attempts } = failing(...Array<string>(1_000).fill("passing"));
  await expect(retry(attempt)).rejects.toThrow("passing");
  expect(attempts()).toBe(20);
});

test("a connection that stays lost is given up while a user still waits", async () => {
  vi.useFakeTimers();
  const slow = vi.fn(async () => {
    vi.setSystemTime(Date.now() + 4_000);
    throw new Error("lost");
  });
  await expect(retry(slow)).rejects.toThrow("lost");
  vi.useRealTimers();
  expect(slow).toHaveBeenCalledTimes(1);
});

test("a bug is thrown as it is", () => {
  const bug = new Error("a bug");
  expect(() => explaining(faultOf)(bug)).toThrow(bug);
});

test.each(["passing", "lost", "down", "denied"])(
  "%s becomes unavailable, with its cause",
  (message) => {
    const cause = new Error(message);
    const expected = expect.objectContaining({ name: "AppError", code: "unavailable", cause });
    expect(() => explaining(faultOf)(cause)).toThrow(expected);
  },
);
