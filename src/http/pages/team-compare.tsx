import { parsed } from "../../domain/input.ts";
import { CompareTeams, compareTeams, type TeamComparison } from "../../usecases/compare-teams.ts";
import type { ExplainedTeam } from "../../usecases/loading/composing.ts";
import { whileAsked } from "../while-asked.ts";
import { Block, Worth } from "./components/team-parts.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { PHRASES } from "./phrases.ts";
import { countyIn } from "./team-composing.ts";
import { proofSentence } from "./team-proof.ts";
import { type TeamState, teamAddress, teamStateOf } from "./team-state.ts";
import { ROLE_NAMES } from "./team-words.ts";
import { type PageContext, shownPercent, skillLabel, type View, viewOf } from "./view.ts";

/** GET /teams/:county/compare: two states of a team side by side, what differs marked. */
export async function comparePage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { code, name } = countyIn(c);
  const parameters = addressParameters(c);
  const stateOf = (side: string) => teamStateOf(new URLSearchParams(parameters.get(side) ?? ""));
  const [left, right] = [stateOf("before"), stateOf("after")];
  const compared = await compareTeams(
    c.get("ctx"),
    parsed(CompareTeams, {
      county: code,
      left: sideOf(left),
      right: sideOf(right),
    }),
    whileAsked(c),
  );
  return answerPage(c, {
    view,
    title: `${name} ${view.t("compareTitle")}`,
    section: "serviceTeams",
    children: (
      <>
        <h1>
          <span lang="zh-CN">{name}</span> {view.t("compareTitle")}
        </h1>
        <div class="halves">
          <Side view={view} word="before" compared={compared} address={teamAddress(code, left)} />
          <Side view={view} word="after" compared={compared} address={teamAddress(code, right)} />
        </div>
        <CoverageDifferences view={view} compared={compared} />
      </>
    ),
  });
}

const sideOf = ({ preset, changes, asked }: TeamState) => ({
  ...(preset !== "" && { preset }),
  changes,
  demands: asked,
});

interface One {
  view: View;
  word: "before" | "after";
  compared: TeamComparison;
  address: string;
}

function Side({ view, word, compared, address }: One) {
  const { t, say } = view;
  const team = word === "before" ? compared.left : compared.right;
  const alone = new Set(word === "before" ? compared.leaves : compared.joins);
  const { answer } = team;
  const other = word === "before" ? null : compared.left.answer.objective;
  return (
    <section class="card" aria-labelledby={word}>
      <h2 id={word}>{t(word === "before" ? "before" : "afterwards")}</h2>
      {answer.objective === null ? (
        <p>{t("impossible")}</p>
      ) : (
        <p>
          {t("worth")} <Worth value={answer.objective} than={other} /> ·{" "}
          {say(PHRASES.people(answer.members.length))}
        </p>
      )}
      <p class="sub">{say(proofSentence(answer))}</p>
      <ul class="plain">
        {answer.members.map(({ id, role }) => (
          <li class={alone.has(id) ? "differs" : undefined}>
            <span lang="zh-CN">{nameIn(team, id) ?? t("calledFor")}</span> {say(ROLE_NAMES[role])}{" "}
            {alone.has(id) && <span class="tag warn">{t("onlyHere")}</span>}
          </li>
        ))}
      </ul>
      <p class="actions">
        <a class="button small" href={address}>
          {t("backToTeam")}
        </a>
      </p>
    </section>
  );
}

const nameIn = ({ people }: ExplainedTeam, id: string): string | undefined =>
  people.find((person) => person.id === id)?.name;

/** The needs that the two cover unlike. */
function CoverageDifferences({ view, compared }: Pick<One, "view" | "compared">) {
  const { t } = view;
  // What is alike once it is rounded would be read as no difference.
  const unlike = compared.coverage.filter(({ left, right }) => shareOf(left) !== shareOf(right));
  if (unlike.length === 0) return null;
  const demands = [...compared.left.demands, ...compared.right.demands];
  return (
    <Block id="coverage" title={t("demandsTitle")}>
      <div class="card flush">
        <table class="stacked">
          <caption class="hidden">{t("demandsTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("demand")}</th>
              <th scope="col">{t("before")}</th>
              <th scope="col">{t("afterwards")}</th>
            </tr>
          </thead>
          <tbody>
            {unlike.map(({ demand, left, right }) => {
              const known = demands.find(({ id }) => id === demand);
              const isLess = (right ?? 0) < (left ?? 0);
              return (
                <tr>
                  <th scope="row">{known ? skillLabel(view, known) : demand}</th>
                  <td class="num" data-label={t("before")}>
                    {shareOf(left)}
                  </td>
                  <td class="num" data-label={t("afterwards")}>
                    <span class={isLess ? "tag warn" : "tag good"}>{shareOf(right)}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Block>
  );
}

const shareOf = (share: number | null): string => (share === null ? "–" : shownPercent(share));
