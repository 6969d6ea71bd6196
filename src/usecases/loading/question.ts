import { z } from "zod";
import type { MatchRequest } from "../../domain/matching/facts.ts";
import { NeedText } from "../../domain/model/need.ts";
import type { County } from "../../domain/places/place.ts";
import { maskContacts } from "../../domain/privacy/personal.ts";
import type { AskBack, Understanding } from "../../domain/understanding/tagger.ts";
import { wholeNumber } from "../../domain/whole-number.ts";
import { needById } from "../../graph/queries/needs.ts";
import type { Context } from "../context.ts";
import { countyOf, missing, needIdOf } from "./naming.ts";
import {
  askedBy,
  confirmedSkills,
  type Notice,
  readText,
  requestFor,
  requestOfNeed,
} from "./request.ts";

/** A skill by the ids or names of its industry and its competence. */
const NamedSkill = z.strictObject({
  industry: z.string().min(1).max(50),
  competence: z.string().min(1).max(50),
});

/** A problem said in words, and where. */
export const AskedInWords = z.object({
  text: NeedText,
  /** Name or code of the county that needs help. */
  county: z.string().trim().min(1).max(50),
  /** Days of service asked for. */
  days: wholeNumber(1, 366).optional(),
  /** Help may be given from afar. */
  allowsRemote: z.boolean().optional(),
  /** What a person confirmed; replaces what the words were taken to ask for. */
  skills: z.array(NamedSkill).min(1).max(20).optional(),
});

/** A need that is stored, by its id or code. */
export const AskedByNeed = z.object({ need: z.string().trim().min(1).max(100) });

export type Asking = z.infer<typeof AskedInWords> | z.infer<typeof AskedByNeed>;

/** What is asked, ready to be ranked. */
export interface Question {
  need: { id: string; code: string } | null;
  /** As it may be shown: phones and e-mail addresses are masked. */
  text: string;
  /** As typed, but for what must not be kept. */
  stored: string;
  county: Pick<County, "code" | "name">;
  understanding: Understanding;
  /** Not empty: ask first, rank later. */
  askBack: AskBack[];
  request: MatchRequest;
  notices: Notice[];
}

export const readQuestion = (context: Context, asking: Asking): Promise<Question> =>
  "need" in asking ? storedQuestion(context, asking.need) : Promise.resolve(asked(context, asking));

function asked(
  context: Context,
  { text: typed, county: name, skills, ...wanted }: z.infer<typeof AskedInWords>,
): Question {
  const county = countyOf(context, name);
  const read = readText(context, typed);
  const { understanding } = read;
  return {
    ...read,
    need: null,
    county: { code: county.code, name: county.name },
    askBack: skills ? [] : understanding.askBack,
    request: requestFor({
      ...wanted,
      asked: skills ? confirmedSkills(context, skills, understanding) : askedBy(understanding),
      county,
      year: context.now().getUTCFullYear(),
    }),
  };
}

async function storedQuestion(context: Context, name: string): Promise<Question> {
  const need = await context.graph.maybe(needById, { id: await needIdOf(context, name) });
  if (!need) throw missing("need", name);
  const { code } = need;
  const county = countyOf(context, need.county);
  const text = maskContacts(need.text);
  const understanding = context.reference.tag(text);
  return {
    need: { id: need.id, code },
    text,
    stored: need.text,
    county: { code: county.code, name: county.name },
    understanding,
    askBack: need.asked.length > 0 ? [] : understanding.askBack,
    request: requestOfNeed(context, need),
    notices: [],
  };
}
