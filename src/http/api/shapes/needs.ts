import type { z } from "zod";
import type { CreatedNeed } from "../../../usecases/create-need.ts";
import type { NeedPage } from "../../../usecases/list-needs.ts";
import type { NeedView } from "../../../usecases/read-need.ts";
import type * as schema from "../schemas/needs.ts";
import { type Audience, placeName } from "./audience.ts";
import { askedJson, noticeJson } from "./parts.ts";
import { understandingJson } from "./tags.ts";

type Line = Omit<NeedPage["needs"][number], "county">;

export const needLineJson = (
  line: Line & { county: string },
  audience: Audience,
): z.infer<typeof schema.NeedLine> => ({
  id: line.id,
  code: line.code,
  text: line.text,
  status: line.status,
  urgent: line.urgent,
  createdAt: line.createdAt,
  createdBy: line.createdBy,
  demo: line.demo,
  county: placeName(audience, line.county),
});

export const needJson = (view: NeedView, audience: Audience): z.infer<typeof schema.Need> => ({
  ...needLineJson({ ...view, county: view.county.code }, audience),
  allowsRemote: view.allowsRemote,
  days: view.days,
  year: view.year,
  asked: view.asked.map((asked) => askedJson(asked, audience)),
  tags: understandingJson(view.understanding, audience),
  runs: view.runs.map(({ id, at, by, policy }) => ({ id, at, by, policy })),
});

export const createdNeedJson = (
  { id, code, status, run, notices }: CreatedNeed,
  audience: Audience,
): z.infer<typeof schema.CreatedNeed> => ({
  id,
  code,
  status,
  run,
  notices: notices.map((notice) => noticeJson(notice, audience)),
});
