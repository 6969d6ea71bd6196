import type { z } from "zod";
import type { InstitutionPage } from "../../../usecases/list-institutions.ts";
import type { CountyView } from "../../../usecases/read-county.ts";
import type { ExpertView } from "../../../usecases/read-expert.ts";
import type { InstitutionView } from "../../../usecases/read-institution.ts";
import type { PlacePage } from "../../../usecases/search-places.ts";
import type * as schema from "../schemas/directory.ts";
import { type Audience, industryLabel, placeName } from "./audience.ts";
import { needLineJson } from "./needs.ts";
import { expertBriefJson, heldSkillJson } from "./parts.ts";

const located = <Thing extends { county: string }>(thing: Thing, audience: Audience) => ({
  ...thing,
  county: placeName(audience, thing.county),
});

export const expertProfileJson = (
  view: ExpertView,
  audience: Audience,
): z.infer<typeof schema.ExpertProfile> => ({
  ...expertBriefJson(view, audience),
  pinyin: view.pinyin,
  about: view.about,
  serviceModes: [...view.serviceModes],
  travelRadiusKm: view.travelRadiusKm,
  daysPerYear: view.daysPerYear,
  location: { latitude: view.latitude, longitude: view.longitude },
  skills: view.skills.map((skill) => heldSkillJson(skill, audience)),
  postings: view.postings.map((posting) => located(posting, audience)),
  records: view.records.map((record) => located(record, audience)),
  assessments: view.assessments,
  teams: view.teams,
});

export const institutionJson = ({
  id,
  name,
  level,
  city,
  demo,
  experts,
}: InstitutionPage["institutions"][number]) => ({ id, name, level, city, demo, experts });

export const institutionProfileJson = (
  view: InstitutionView,
  audience: Audience,
): Omit<z.infer<typeof schema.InstitutionProfile>, "next"> => ({
  ...institutionJson(view),
  paired: view.paired.map((code) => placeName(audience, code)),
  people: view.people.map((card) => expertBriefJson(card, audience)),
});

export const foundPlaceJson = ({ place, address, county }: PlacePage["places"][number]) => ({
  code: place.code,
  name: place.name,
  level: place.level,
  shortName: place.shortName,
  address,
  county: county && { code: county.code, name: county.name },
});

export const countyJson = (view: CountyView, audience: Audience): z.infer<typeof schema.County> => {
  const { county } = view;
  return {
    code: county.code,
    name: county.name,
    shortName: county.shortName,
    prefecture: { code: county.parent, name: view.prefecture },
    location: county.location,
    aliasCodes: [...county.aliasCodes],
    poverty: county.poverty,
    povertyAssumed: county.povertyAssumed,
    townships: view.townships,
    villages: view.villages,
    industries: view.industries.map(({ industry, role, rank, note, assumed }) => ({
      industry,
      name: industryLabel(audience, industry),
      role,
      rank,
      note,
      assumed,
    })),
    needs: view.needs.map((need) => needLineJson(need, audience)),
    experts: view.experts.map((card) => expertBriefJson(card, audience)),
  };
};
