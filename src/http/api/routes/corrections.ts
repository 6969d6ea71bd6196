import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { ListCorrections, listCorrections } from "../../../usecases/list-corrections.ts";
import { CORRECTION_PACE } from "../../../usecases/loading/pace.ts";
import { RecordCorrections, recordCorrections } from "../../../usecases/record-corrections.ts";
import type { AppEnvironment } from "../../env.ts";
import { cursorFor, nextPage } from "../cursor.ts";
import {
  By,
  body,
  inQuery,
  Key,
  keeps,
  operatorOnly,
  operatorReads,
  paced,
  query,
  refuseFaulty,
} from "../route.ts";
import { CorrectionPage, StoredCorrections } from "../schemas/corrections.ts";

const record = createRoute({
  method: "post",
  path: "/corrections",
  operationId: "recordCorrections",
  tags: ["Understanding"],
  summary: "Say which tags of a text are right, wrong or missing",
  description: `Takes ${CORRECTION_PACE.times} calls a minute, of all callers together.`,
  request: {
    query: query({}),
    headers: Key,
    body: body(
      z
        .strictObject({ ...RecordCorrections.omit({ idempotencyKey: true }).shape, by: By })
        .openapi("NewCorrections", {
          example: {
            text: "椪柑叶片卷曲",
            corrections: [
              {
                tag: "competence:plant-pest",
                words: "叶片卷曲",
                from: 2,
                to: 6,
                right: false,
                origin: "offline",
              },
              { tag: "competence:nutrition", right: true, origin: "person" },
            ],
            by: "李主任",
          },
        }),
    ),
  },
  responses: { ...keeps(StoredCorrections, "They are kept for later evaluation"), ...paced },
});

const list = createRoute({
  method: "get",
  path: "/corrections",
  operationId: "listCorrections",
  tags: ["Understanding"],
  summary: "Corrections, the newest first; other people's words, so for the operator only",
  ...operatorOnly,
  request: {
    query: query({
      cursor: cursorFor("corrections"),
      limit: inQuery(ListCorrections.shape.limit),
    }),
  },
  responses: operatorReads(CorrectionPage, "A page of corrections"),
});

export const corrections = new OpenAPIHono<AppEnvironment>({ defaultHook: refuseFaulty })
  .openapi(record, async (c) => {
    const { by, ...judged } = c.req.valid("json");
    const idempotencyKey = c.req.valid("header")["Idempotency-Key"];
    const stored = await recordCorrections(c.var.contextOfPerson(by), {
      ...judged,
      idempotencyKey,
    });
    return c.json(stored, 201);
  })
  .openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const page = await listCorrections(c.var.ctx, { cursor, limit });
    return c.json(
      { corrections: page.corrections, next: nextPage(c, "corrections", page.next) },
      200,
    );
  });
