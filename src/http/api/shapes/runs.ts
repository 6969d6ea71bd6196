import type { z } from "zod";
import { PART_NAMES } from "../../../domain/matching/explanation.ts";
import type { RunView } from "../../../usecases/read-run.ts";
import type { Replay } from "../../../usecases/replay-run.ts";
import type * as schema from "../schemas/runs.ts";
import { type Audience, said } from "./audience.ts";
import { recommendationJson } from "./matches.ts";
import { askedJson } from "./parts.ts";

export const runJson = (view: RunView, audience: Audience): z.infer<typeof schema.Run> => ({
  id: view.id,
  at: view.at,
  by: view.by,
  policy: view.policy,
  dataRevision: view.dataRevision,
  need: view.need,
  county: view.county,
  asked: view.asked.map((asked) => askedJson(asked, audience)),
  recommendations: view.recommendations.map((one) => recommendationJson(one, audience)),
  others: view.others.map((one) => recommendationJson(one, audience)),
  abstained: view.abstained,
});

/** What changed since a run was kept, as `replay --json` prints it. */
export const replayJson = (value: Replay, audience: Audience): z.infer<typeof schema.Replay> => ({
  run: value.run,
  at: value.at,
  policy: value.policy,
  same: value.same,
  general: value.general.map((sentence) => said(audience, sentence)),
  moves: value.moves.map((move) => ({
    expert: { id: move.expert, name: value.names[move.expert] ?? null },
    rankBefore: move.rankBefore,
    rankAfter: move.rankAfter,
    scoreBefore: move.scoreBefore,
    scoreAfter: move.scoreAfter,
    parts: move.parts.map(({ part, before, after }) => ({
      part,
      name: said(audience, PART_NAMES[part]),
      before,
      after,
    })),
    sentences: move.sentences.map((sentence) => said(audience, sentence)),
  })),
});
