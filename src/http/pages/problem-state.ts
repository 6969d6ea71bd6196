import { maskContacts } from "../../domain/privacy/personal.ts";
import { pack, unpack } from "./packing.ts";

/**
 * What the reader has said so far, as typed. It lives in the address alone, so that a page can be
 * sent to a colleague, printed with its address, and gone back to.
 */
export interface ProblemState {
  text: string;
  /** As typed: a name, a code, initials. */
  county: string;
  days: string;
  remote: boolean;
  /** Confirmed by the reader, as "industry/competence"; empty = as the words say. */
  skills: string[];
  /** How many to list; "" = as usual. */
  limit: string;
  /** The expert of a "why not ...?"; "" when nobody is asked about. */
  why: string;
  /** Of the confirmed skills, those that a model suggested. */
  taken: string[];
  /** What the reader said of tags that make no skill: "industry:tea yes", "competence:branding no". */
  judged: string[];
  /** The reader removed every skill that was read, and has not added another yet. */
  none: boolean;
  /** What became of the reader's skills when the words changed. */
  edits: Edits;
  /** The words that the reader's skills were said of; "" = the words as they stand. */
  edited: string;
  /** Only what is understood is asked for yet, not who fits. */
  see: boolean;
  /** A model was asked to read the words too. */
  model: boolean;
  adding: Adding;
}

/** "kept" where words were only added, "dropped" where others took their place; "" = nothing yet. */
type Edits = "" | "kept" | "dropped";

/** The skill that is being put together: what was looked for, and what was chosen. */
export interface Adding {
  findIndustry: string;
  findCompetence: string;
  industry: string;
  competence: string;
}

export const NOTHING_ADDED: Adding = {
  findIndustry: "",
  findCompetence: "",
  industry: "",
  competence: "",
};

export const NOTHING_SAID: ProblemState = {
  text: "",
  county: "",
  days: "",
  remote: false,
  skills: [],
  limit: "",
  why: "",
  taken: [],
  judged: [],
  none: false,
  edits: "",
  edited: "",
  see: false,
  model: false,
  adding: NOTHING_ADDED,
};

/** The longest percent-encoded text that stands in an address as it is. */
const LONGEST_PLAIN = 500;

/** The parameters of an address, in a fixed order; what is not said is left out. */
export async function parametersOf(state: ProblemState): Promise<URLSearchParams> {
  const parameters = new URLSearchParams();
  const isPlain =
    encodeURIComponent(state.text).length <= LONGEST_PLAIN &&
    maskContacts(state.text) === state.text;
  if (isPlain) set(parameters, "text", state.text);
  else parameters.set("q", await pack(state.text));
  set(parameters, "county", state.county);
  set(parameters, "days", state.days);
  set(parameters, "remote", state.remote ? "1" : "");
  for (const [name, value] of listedIn(state)) parameters.append(name, value);
  set(parameters, "none", state.none ? "1" : "");
  set(parameters, "edits", state.edits);
  set(parameters, "limit", state.limit);
  set(parameters, "why", state.why);
  set(parameters, "see", state.see ? "1" : "");
  set(parameters, "model", state.model ? "1" : "");
  for (const [name, value] of Object.entries(state.adding)) set(parameters, name, value);
  return parameters;
}

const listedIn = ({ skills, taken, judged }: ProblemState): [name: string, value: string][] =>
  Object.entries({ skill: skills, taken, judged }).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );

function set(parameters: URLSearchParams, name: string, value: string): void {
  if (value !== "") parameters.set(name, value);
}

export async function addressOfProblem(state: ProblemState): Promise<string> {
  const parameters = (await parametersOf(state)).toString();
  return parameters === "" ? "/" : `/?${parameters}`;
}

/** Throws `invalid` when the packed text cannot be read. */
export async function problemOfAddress(parameters: URLSearchParams): Promise<ProblemState> {
  const packed = parameters.get("q");
  return {
    ...fieldsOf(parameters),
    text: packed ? await unpack(packed) : plainLines(parameters.get("text") ?? ""),
  };
}

type Fields = Pick<URLSearchParams, "get" | "getAll">;

/** What stands in the fields of an address or a form. */
export const fieldsOf = (fields: Fields): ProblemState => ({
  text: plainLines(fields.get("text") ?? ""),
  county: (fields.get("county") ?? "").trim(),
  days: (fields.get("days") ?? "").trim(),
  remote: fields.get("remote") === "1",
  skills: fields.getAll("skill"),
  limit: fields.get("limit") ?? "",
  why: (fields.get("why") ?? "").trim(),
  taken: fields.getAll("taken"),
  judged: fields.getAll("judged"),
  none: fields.get("none") === "1",
  edits: editsIn(fields.get("edits")),
  edited: plainLines(fields.get("edited") ?? ""),
  see: fields.get("see") === "1",
  model: fields.get("model") === "1",
  adding: {
    findIndustry: lookedFor(fields.get("findIndustry")),
    findCompetence: lookedFor(fields.get("findCompetence")),
    industry: fields.get("industry") ?? "",
    competence: fields.get("competence") ?? "",
  },
});

const editsIn = (said: string | null): Edits => (said === "kept" || said === "dropped" ? said : "");

/** No name of the vocabulary is longer. */
const LONGEST_QUERY = 50;

export const lookedFor = (typed: string | null): string =>
  (typed ?? "").trim().slice(0, LONGEST_QUERY);

/** Browsers send line ends as two signs; the reader typed, and counts, one. */
export const plainLines = (text: string): string => text.replaceAll("\r\n", "\n");

/** A number as the use case wants it; text that is no number stays, to be refused there. */
const number = (typed: string): unknown => (/^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed);

/** The input of the use cases, not yet checked. */
export const askingOf = (state: ProblemState): Record<string, unknown> => ({
  ...readingOf(state),
  county: state.county,
  ...(state.days !== "" && { days: number(state.days) }),
  ...(state.remote && { allowsRemote: true }),
});

/** What is to be understood of it: the words, and the skills the reader confirmed. */
export const readingOf = ({ text, skills }: ProblemState): Record<string, unknown> => ({
  text,
  ...(skills.length > 0 && { skills: skills.map(skillOfValue) }),
});

export const limitOf = ({ limit }: ProblemState): object =>
  limit === "" ? {} : { limit: number(limit) };

/** "ponkan/plant-disease" */
export const valueOfSkill = ({
  industry,
  competence,
}: {
  industry: string;
  competence: string;
}): string => `${industry}/${competence}`;

function skillOfValue(value: string): { industry: string; competence: string } {
  const [industry = "", competence = ""] = value.split("/");
  return { industry, competence };
}
