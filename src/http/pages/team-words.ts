import type { Sentence } from "../../domain/error.ts";
import type { TeamRole } from "../../domain/team/answer.ts";

export const ROLE_NAMES: Readonly<Record<TeamRole, Sentence>> = {
  leader: { zh: "团长", en: "leader" },
  deputy: { zh: "副团长", en: "deputy leader" },
  coordinator: { zh: "联络员", en: "coordinator" },
  member: { zh: "团员", en: "member" },
};
