import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { parsed } from "../../domain/input.ts";
import { ListTeamDrafts, listTeamDrafts } from "../../usecases/list-team-drafts.ts";
import { listTeamPresets } from "../../usecases/list-team-presets.ts";
import { DraftTable } from "./components/draft-table.tsx";
import { Fold } from "./components/team-parts.tsx";
import { answerPage } from "./layout.tsx";
import { countyIn } from "./team-composing.ts";
import { TeamFrame } from "./team-frame.tsx";
import type { TeamState } from "./team-state.ts";
import type { PageContext, View } from "./view.ts";

interface Framed {
  view: View;
  state: TeamState;
  status?: ContentfulStatusCode;
  lookAgain?: string;
  onWidePaper?: boolean;
  children: Child;
}

/** The page of a county's team: what stands above every state of it, and the drafts below. */
export async function answerFramed(
  c: PageContext,
  { view, state, children, ...how }: Framed,
): Promise<Response> {
  const { code, name } = countyIn(c);
  const context = c.get("ctx");
  const presets = (await listTeamPresets(context)).map(({ preset }) => preset);
  const listed = (wanted: object) =>
    listTeamDrafts(context, parsed(ListTeamDrafts, { county: code, ...wanted }));
  const [{ drafts }, committed] = await Promise.all([
    listed({}),
    listed({ status: "committed", limit: 1 }),
  ]);
  return answerPage(c, {
    view,
    title: `${name} ${view.t("teamHead")}`,
    section: "serviceTeams",
    ...how,
    children: (
      <TeamFrame
        view={view}
        state={state}
        county={{ code, name }}
        presets={presets}
        committed={committed.drafts[0]}
        at={context.now().toISOString()}
      >
        {children}
        {drafts.length > 0 && (
          <Fold
            id="drafts"
            title={
              <>
                {view.t("drafts")} <small>{drafts.length}</small>
              </>
            }
          >
            <DraftTable view={view} drafts={drafts} />
          </Fold>
        )}
      </TeamFrame>
    ),
  });
}
