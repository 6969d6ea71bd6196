import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modelTagger } from "../../../scripts/evaluation/model-tagger.ts";
import { openModel } from "../../../src/adapters/model/open-model.ts";
import { readData } from "../../../src/data/files.node.ts";
import { readReference } from "../../../src/data/reference.ts";
import {
  BROKEN,
  byRules,
  drafts,
  type FakeModel,
  startFakeModel,
  writes,
} from "../../support/fake-model.ts";

const reference = readReference(readData);
const TEXT = "椪柑得了炭疽病，黑心，卖不出去";

let service: FakeModel;
beforeAll(async () => {
  service = await startFakeModel();
});
afterAll(() => service.stop());

const open = () =>
  openModel(
    {
      ...{ baseUrl: service.baseUrl, key: undefined, model: "fake" },
      ...{ concurrency: 2, monthlyTokens: 1_000_000 },
    },
    reference.vocabulary,
    {
      now: () => new Date(),
      clock: () => performance.now(),
      report: () => undefined,
      limits: { firstByteMs: 300, totalMs: 1_500 },
    },
  );
const read = (text = TEXT) => modelTagger(open(), reference)(text);

describe("over real sockets", () => {
  test("a model's suggestions that point at words count when it is measured", async () => {
    service.behave(drafts(byRules));
    const { industries, competences, pairs, reason } = await read();
    expect(reason).toBeNull();
    expect(industries).toContain("ponkan");
    expect(competences).toContain("branding");
    expect(competences).not.toContain("logistics");
    expect(pairs).toContainEqual({ industry: "ponkan", competence: "plant-disease" });
  });

  test.each(Object.entries(BROKEN))("when %s, the offline reading stands", async (_, behaviour) => {
    service.behave(behaviour);
    const { reason, pairs: __, ...offline } = await read();
    expect(["late", "unreachable", "unreadable"]).toContain(reason);
    expect(offline).toEqual(reference.tag(TEXT));
  });

  test("what is private in a text does not reach the service", async () => {
    service.behave(writes('{"tags":[]}'));
    await read(`我叫王小二，电话13800000001，${TEXT}`);
    expect(service.asked.at(-1)?.body).not.toMatch(/王小二|1380000/);
  });
});
