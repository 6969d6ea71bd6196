import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  BROKEN,
  drafts,
  type FakeModel,
  type FakeTag,
  startFakeModel,
} from "../support/fake-model.ts";
import { startWorker, type Workerd } from "../support/workerd.ts";

const TAG: FakeTag = {
  ...{ industry: "citrus", competence: "plant-disease" },
  ...{ confidence: 0.8, words: "黑心" },
};
const DRAFT = { kind: "draft", draft: { tags: [TAG], dropped: 0 } };

let service: FakeModel;
let worker: Workerd;
beforeAll(async () => {
  service = await startFakeModel(drafts(() => [TAG]));
  const variables = { OPENAI_BASE_URL: service.baseUrl, OPENAI_MODEL: "fake" };
  worker = await startWorker(
    variables,
    fileURLToPath(new URL("./model.worker.ts", import.meta.url)),
  );
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await service.stop();
});

const draft = async (): Promise<unknown> => {
  const response = await worker.ask("/", { method: "POST", body: "柑橘黑心，我叫王小二" });
  return response.json();
};

describe("a language model in workerd", () => {
  test("gives its draft, of a text without names", async () => {
    expect(await draft()).toEqual(DRAFT);
    expect(service.asked.at(-1)?.text).toBe("柑橘黑心，我叫＊＊＊");
  });

  test("gives several at a time", async () => {
    const several = await Promise.all(Array.from({ length: 8 }, draft));
    expect(several).toContainEqual(DRAFT);
  });

  test.each(Object.entries(BROKEN))("gives none when %s", async (_, behaviour) => {
    service.behave(behaviour);
    expect(await draft()).toMatchObject({ kind: "unavailable" });
    service.behave(drafts(() => [TAG]));
    expect(await draft()).toEqual(DRAFT);
  });

  test("does not go where it is sent", async () => {
    const before = service.asked.length;
    service.behave((_, response) => {
      response.writeHead(307, { location: `${service.baseUrl}/elsewhere` }).end();
    });
    expect(await draft()).toEqual({ kind: "unavailable", reason: "refused" });
    expect(service.asked).toHaveLength(before + 1);
  });
});
