import { parsed } from "../../domain/input.ts";
import { ReadRun, type RunView, readRun } from "../../usecases/read-run.ts";
import { type Replay, replayRun } from "../../usecases/replay-run.ts";
import { SkillList } from "./components/chips.tsx";
import { PolicyNote } from "./components/outcome.tsx";
import { Person } from "./components/person.tsx";
import { RankedList } from "./components/ranked-list.tsx";
import { Said } from "./components/said.tsx";
import { addressParameters } from "./forms.ts";
import { answerPage } from "./layout.tsx";
import { PHRASES } from "./phrases.ts";
import { inOneLine, localTime, type PageContext, shownPoints, type View, viewOf } from "./view.ts";

/** GET /runs/:run: a kept list; with ?replay=1 also what is different today. */
export async function runPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { t } = view;
  const context = c.get("ctx");
  const parameters = addressParameters(c);
  const input = parsed(ReadRun, { run: c.req.param("run") });
  const run = await readRun(context, input);
  const replay = parameters.get("replay") === "1" ? await replayRun(context, input) : null;
  return answerPage(c, {
    view,
    title: `${t("runTitle")} ${run.need?.code ?? ""}`,
    section: "needs",
    children: (
      <>
        {parameters.get("kept") === "1" && (
          <p class="notice good" role="status">
            {t("kept")}
          </p>
        )}
        <h1>{t("runTitle")}</h1>
        <p class="lead">{t("runLead")}</p>
        <RunFacts view={view} run={run} />
        {replay ? (
          <ReplayBlock view={view} replay={replay} />
        ) : (
          <p class="actions">
            <a class="button" href={`/runs/${encodeURIComponent(run.id)}?replay=1`}>
              {t("replay")}
            </a>
          </p>
        )}
        <RunLists view={view} run={run} />
      </>
    ),
  });
}

interface Kept {
  view: View;
  run: RunView;
}

function RunFacts({ view, run }: Kept) {
  const { t } = view;
  return (
    <div class="card">
      <SkillList view={view} asked={run.asked} />
      <dl class="facts">
        {run.need && (
          <div>
            <dt>{t("need")}</dt>
            <dd>
              <a href={`/needs/${run.need.code}`}>{run.need.code}</a>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("county")}</dt>
          <dd>
            <a href={`/counties/${run.county.code}`} lang="zh-CN">
              {run.county.name}
            </a>
          </dd>
        </div>
        <div>
          <dt>{t("keptAt")}</dt>
          <dd>
            <time datetime={run.at}>{localTime(run.at)}</time>
          </dd>
        </div>
        <div>
          <dt>{t("keptBy")}</dt>
          <dd>
            <Person view={view} name={run.by} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

function RunLists({ view, run }: Kept) {
  const { t, say } = view;
  const { recommendations, others, county } = run;
  return (
    <>
      <section class="block" aria-labelledby="ranking">
        <h2 id="ranking">
          {t("ranking")}{" "}
          <small>
            <Said view={view} text={say(PHRASES.listed(recommendations.length, county.name))} />
          </small>
        </h2>
        {recommendations.length === 0 ? (
          <p class="notice">{t("nobodyListed")}</p>
        ) : (
          <RankedList view={view} county={county.code} experts={recommendations} />
        )}
        <PolicyNote view={view} policy={run.policy} />
      </section>
      {others.length > 0 && (
        <section class="block" aria-labelledby="others">
          <h2 id="others">{t("askedAbout")}</h2>
          <RankedList view={view} county={county.code} experts={others} ranked={false} />
        </section>
      )}
    </>
  );
}

/** What is different today, for all and for each expert. */
function ReplayBlock({ view, replay }: { view: View; replay: Replay }) {
  const { t, say } = view;
  return (
    <section class="block" aria-labelledby="replay">
      <h2 id="replay">{t("replayTitle")}</h2>
      {replay.same && <p class="notice good">{t("replaySame")}</p>}
      {replay.general.map((sentence) => (
        <p class="notice">
          <Said view={view} text={say(sentence)} />
        </p>
      ))}
      {replay.moves.length > 0 && (
        <div class="card flush">
          <table class="stacked">
            <caption class="hidden">{t("replayTitle")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("name")}</th>
                <th scope="col">{t("rank")}</th>
                <th scope="col">{t("score")}</th>
                <th scope="col">{t("change")}</th>
              </tr>
            </thead>
            <tbody>
              {replay.moves.map((move) => (
                <tr>
                  <th scope="row">
                    <a href={`/experts/${encodeURIComponent(move.expert)}`} lang="zh-CN">
                      {replay.names[move.expert] ?? move.expert}
                    </a>
                  </th>
                  <td class="num">
                    {move.rankBefore ?? "–"} → {move.rankAfter ?? "–"}
                  </td>
                  <td class="num">
                    {points(move.scoreBefore)} → {points(move.scoreAfter)}
                  </td>
                  <td>
                    <Said view={view} text={inOneLine(view, move.sentences.map(say))} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const points = (score: number | null): string => (score === null ? "–" : shownPoints(score));
