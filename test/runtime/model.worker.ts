import { openModel } from "../../src/adapters/model/open-model.ts";
import { readConfig } from "../../src/config.ts";
import { readData } from "../../src/data/files.worker.ts";
import { readReference } from "../../src/data/reference.ts";
import { scrub } from "../../src/domain/privacy/scrub.ts";
import type { ModelReader } from "../../src/domain/understanding/suggestion-draft.ts";

let model: ModelReader | undefined;

/** A Worker that answers each request with the draft a model makes of its body. */
// biome-ignore lint/style/noDefaultExport: the shape Workers ask for
export default {
  async fetch(request: Request, environment: unknown): Promise<Response> {
    const { vocabulary, fold } = readReference(readData);
    const { model: settings } = readConfig(environment);
    if (!settings) return new Response("no model is set up", { status: 500 });
    model ??= openModel(settings, vocabulary, {
      now: () => new Date(),
      clock: () => performance.now(),
      report: () => undefined,
      limits: { firstByteMs: 500, totalMs: 1_500 },
    });
    const text = scrub(await request.text(), { fold, names: [] });
    return Response.json(await model.draft(text));
  },
};
