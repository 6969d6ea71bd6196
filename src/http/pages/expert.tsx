import { AppError } from "../../domain/error.ts";
import { parsed } from "../../domain/input.ts";
import { FindOpenings, findOpenings } from "../../usecases/find-openings.ts";
import { ReadExpert, readExpert } from "../../usecases/read-expert.ts";
import { ExpertSheet } from "./expert-sheet.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { fieldsOf, limitOf } from "./problem-state.ts";
import { type PageContext, viewOf } from "./view.ts";

/** GET /experts/:expert: one expert, and the needs that fit; a name of several leads to them all. */
export async function expertPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const context = c.get("ctx");
  const name = c.req.param("expert");
  const expert = await oneOf(() => readExpert(context, parsed(ReadExpert, { expert: name })));
  if (!expert) return c.redirect(`/experts?${new URLSearchParams({ words: name ?? "" })}`, 303);
  const limit = limitOf(fieldsOf(addressParameters(c)));
  const found = await findOpenings(context, parsed(FindOpenings, { expert: expert.id, ...limit }));
  return answerPage(c, {
    view,
    title: expert.name,
    section: "experts",
    children: <ExpertSheet view={view} expert={expert} found={found} />,
  });
}

/** Undefined when the name stands for several. */
async function oneOf<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.code === "ambiguous") return undefined;
    throw error;
  }
}
