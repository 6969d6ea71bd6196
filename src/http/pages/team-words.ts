import type { Sentence } from "../../domain/error.ts";
import type { TeamRole } from "../../domain/team/answer.ts";
import type { ChangeableWeight } from "../../domain/team/change.ts";
import type { ObjectiveParts } from "../../domain/team/objective.ts";
import type { Word } from "./dictionary.ts";

export const ROLE_NAMES: Readonly<Record<TeamRole, Sentence>> = {
  leader: { zh: "团长", en: "leader" },
  deputy: { zh: "副团长", en: "deputy leader" },
  coordinator: { zh: "联络员", en: "coordinator" },
  member: { zh: "团员", en: "member" },
};

export const PART_WORDS: Readonly<Record<keyof ObjectiveParts, Word>> = {
  coverage: "partCoverage",
  quality: "partQuality",
  travel: "partTravel",
  load: "partLoad",
  cohesion: "partCohesion",
  change: "partChange",
};

export const WEIGHT_WORDS: Readonly<Record<ChangeableWeight, Word>> = {
  quality: "weightQuality",
  travelPerKm: "weightTravel",
  loadPerPosting: "weightLoad",
  cohesion: "weightCohesion",
  change: "weightChange",
};
