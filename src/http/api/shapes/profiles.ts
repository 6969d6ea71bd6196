import type { z } from "zod";
import { TITLE_NAMES } from "../../../domain/matching/eligibility.ts";
import type { ReadWords } from "../../../usecases/read-profile.ts";
import type * as schema from "../schemas/profiles.ts";
import { type Audience, said, skillLabel } from "./audience.ts";
import { noticeJson } from "./parts.ts";
import { spanJson, tagEvidenceJson } from "./tags.ts";

/** What experts say of themselves, as `POST /profiles` and `ketepai profile --json` answer it. */
export const profileJson = (
  { text, profile, notices }: ReadWords,
  audience: Audience,
): z.infer<typeof schema.Profile> => ({
  text,
  skills: profile.skills.map(({ because, shownBy, ...skill }) => ({
    industry: skill.industry,
    competence: skill.competence,
    name: skillLabel(audience, skill),
    level: skill.level,
    confidence: skill.confidence,
    because: because.map(tagEvidenceJson),
    shownBy: shownBy.map(spanJson),
  })),
  title: profile.title && {
    ...spanJson(profile.title),
    title: profile.title.title,
    titleName: said(audience, TITLE_NAMES[profile.title.title]),
  },
  years: profile.years && { ...spanJson(profile.years), value: profile.years.value },
  evidence: profile.evidence.map(tagEvidenceJson),
  unknown: profile.unknown.map(spanJson),
  notices: notices.map((notice) => noticeJson(notice, audience)),
});
