import type { AppError, Fault } from "../../domain/error.ts";
import { parsed } from "../../domain/input.ts";
import { ReadProfile, type ReadWords, readProfile } from "../../usecases/read-profile.ts";
import { Refusal } from "./components/refusal.tsx";
import { keepCorrections, sayRefused } from "./corrections.ts";
import { faultsIn, isReadersFault, statusOf } from "./failures.ts";
import { formOf } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { answerPart } from "./part.ts";
import { missingIn } from "./problem-actions.ts";
import { ProfileSheet, ProposedSkills } from "./profile-sheet.tsx";
import { type ProfileRow, type ProfileState, profileRows, profileState } from "./profile-state.ts";
import { type PageContext, type View, viewOf } from "./view.ts";

/** GET /profile: an empty form. */
export const profilePage = (c: PageContext): Promise<Response> =>
  answerSheet(c, { state: profileState(new URLSearchParams()) });

/** POST /profile: the skills read in an expert's words; the answer itself is the page. */
export async function submitProfile(c: PageContext): Promise<Response> {
  const form = await formOf(c);
  const state = profileState(form);
  try {
    const { words, rows } = await readIn(c, state);
    const faults = [...missingIn(form), ...faultsOfAdded(viewOf(c), state)];
    if (faults.length > 0) return answerSheet(c, { state, words, rows, faults, status: 400 });
    const refused = state.confirmed ? await keepJudgement(c, { words, rows }) : null;
    return answerSheet(c, { state, words, rows, refused, status: sayRefused(c, refused) });
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    return answerSheet(c, { state, faults: faultsIn(error), status: statusOf(error) });
  }
}

/** POST /profile/read: the list alone, while the words are typed. */
export async function profilePart(c: PageContext): Promise<Response> {
  const view = viewOf(c, "/profile");
  const state = profileState(await formOf(c));
  if (state.text.trim() === "") return answerPart(c, "");
  try {
    const { words, rows } = await readIn(c, state);
    return answerPart(
      c,
      <ProposedSkills view={view} state={state} words={words} rows={rows} faults={[]} />,
    );
  } catch (error) {
    if (!isReadersFault(error)) throw error;
    const faults = faultsIn(error).map(view.say);
    return answerPart(c, <p class="notice">{faults.join(" ")}</p>, statusOf(error));
  }
}

interface Read {
  words: ReadWords;
  rows: ProfileRow[];
}

async function readIn(c: PageContext, state: ProfileState): Promise<Read> {
  const words = readProfile(c.get("ctx"), parsed(ReadProfile, { text: state.text }));
  const known = state.added.filter((skill) => isKnown(viewOf(c), skill));
  return { words, rows: profileRows(words.profile.skills, { ...state, added: known }) };
}

function isKnown({ reference: { vocabulary } }: View, skill: string): boolean {
  const [industry = "", competence = ""] = skill.split("/");
  return vocabulary.industries.has(industry) && vocabulary.competences.has(competence);
}

function faultsOfAdded(view: View, { added }: ProfileState): Fault[] {
  if (added.every((skill) => isKnown(view, skill))) return [];
  return [
    {
      field: "industry",
      zh: "产业和专长都要选",
      en: "choose both an industry and a competence",
    },
  ];
}

/** What was left ticked is right, what was not is wrong, and what was added was missed. */
function keepJudgement(c: PageContext, { words, rows }: Read): Promise<AppError | null> {
  return keepCorrections(c.get("ctx"), {
    text: words.text,
    corrections: rows.map(({ skill, kept, read }) => {
      const [because] = read?.because ?? [];
      return {
        tag: `skill:${skill}`,
        words: because?.words ?? "",
        from: because?.from ?? 0,
        to: because?.to ?? 0,
        right: kept,
        origin: read ? "offline" : "person",
      };
    }),
  });
}

interface Answer extends Partial<Read> {
  state: ProfileState;
  faults?: Fault[];
  /** What was said of the list was not kept. */
  refused?: AppError | null;
  status?: ReturnType<typeof statusOf>;
}

async function answerSheet(c: PageContext, answer: Answer): Promise<Response> {
  const { state, words = null, rows = [], faults = [], refused = null, status } = answer;
  const view = viewOf(c, "/profile");
  return answerPage(c, {
    view,
    title: view.t("profileTitle"),
    section: "profile",
    status,
    children: (
      <>
        <Refusal view={view} refused={refused} />
        <ProfileSheet view={view} state={state} words={words} rows={rows} faults={faults} />
      </>
    ),
  });
}
