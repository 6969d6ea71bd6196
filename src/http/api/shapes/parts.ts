import type { z } from "zod";
import { TITLE_NAMES } from "../../../domain/matching/eligibility.ts";
import { proofSentence } from "../../../domain/matching/explanation.ts";
import type { AskedSkill } from "../../../domain/matching/facts.ts";
import type { Evidence, HeldSkill, ProfessionalTitle } from "../../../domain/model/expert.ts";
import type * as schema from "../schemas/parts.ts";
import { type Audience, placeName, said, skillLabel } from "./audience.ts";

/** Shapes that several answers share. */

/** What a list shows of an expert. */
interface Card {
  id: string;
  name: string;
  title: ProfessionalTitle;
  onDuty: boolean;
  demo: boolean;
  institutionId: string | null;
  institution: string | null;
  county: string | null;
  city: string | null;
}

export const expertBriefJson = (
  card: Card,
  audience: Audience,
): z.infer<typeof schema.ExpertBrief> => ({
  id: card.id,
  name: card.name,
  institution: card.institution,
  title: card.title,
  county: card.county === null ? null : placeName(audience, card.county),
  titleName: said(audience, TITLE_NAMES[card.title]),
  institutionId: card.institutionId,
  city: card.city,
  onDuty: card.onDuty,
  demo: card.demo,
});

export const askedJson = (
  asked: AskedSkill,
  audience: Audience,
): z.infer<typeof schema.AskedSkill> => ({
  industry: asked.industry,
  competence: asked.competence,
  weight: asked.weight,
  level: asked.level,
  name: skillLabel(audience, asked),
});

export const evidenceJson = (
  evidence: Evidence,
  audience: Audience,
): z.infer<typeof schema.Evidence> => ({
  kind: evidence.kind,
  year: evidence.year,
  title: evidence.title,
  sentence: said(audience, proofSentence(evidence)),
});

export const heldJson = (held: Omit<HeldSkill, "evidence">, audience: Audience) => ({
  industry: held.industry,
  competence: held.competence,
  level: held.level,
  name: skillLabel(audience, held),
});

export const heldSkillJson = (
  held: HeldSkill,
  audience: Audience,
): z.infer<typeof schema.HeldSkill> => ({
  ...heldJson(held, audience),
  evidence: held.evidence.map((one) => evidenceJson(one, audience)),
});

const NOTICES = {
  contacts_masked: {
    zh: "电话和邮箱在显示时以星号遮挡。",
    en: "Phones and e-mail addresses are shown masked.",
  },
  identity_number_cut: {
    zh: "文字中的身份证号已删除，不会保存。",
    en: "An identity-card number was cut out of the text and is not kept.",
  },
} as const;

export const noticeJson = (
  code: keyof typeof NOTICES,
  audience: Audience,
): z.infer<typeof schema.Notice> => ({ code, message: said(audience, NOTICES[code]) });
