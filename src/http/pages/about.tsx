import { PART_NAMES } from "../../domain/matching/explanation.ts";
import { PARTS, type PartName, type Policy } from "../../domain/matching/policy.ts";
import { ABOUT, PART_RULES } from "./about-texts.ts";
import { answerPage } from "./layout.tsx";
import { type PageContext, type View, viewOf } from "./view.ts";

/** GET /about: how a match is decided, with the numbers of the policy in force. */
export async function aboutPage(c: PageContext): Promise<Response> {
  const view = viewOf(c);
  const { policy } = view.reference.rules;
  return answerPage(c, {
    view,
    title: view.t("about"),
    section: "about",
    children: <AboutSheet view={view} policy={policy} />,
  });
}

interface Sheet {
  view: View;
  policy: Policy;
}

function AboutSheet({ view, policy }: Sheet) {
  const { say } = view;
  return (
    <div class="prose">
      <h1>{say(ABOUT.title)}</h1>
      <p class="lead">{say(ABOUT.lead)}</p>
      <h2>{say(ABOUT.stepsTitle)}</h2>
      <ol>
        {ABOUT.steps.map((step) => (
          <li>{say(step)}</li>
        ))}
      </ol>
      <AboutReading view={view} />
      <h2 id="formula">{say(ABOUT.formulaTitle)}</h2>
      <p>{say(ABOUT.formula)}</p>
      <p class="formula">{say(ABOUT.formulaLine)}</p>
      <PartsTable view={view} policy={policy} />
      <FitTable view={view} policy={policy} />
      <h2>{say(ABOUT.refusalTitle)}</h2>
      <ul>
        {ABOUT.refusals.map((refusal) => (
          <li>{say(refusal)}</li>
        ))}
      </ul>
      <p>{say(ABOUT.abstain(percent(policy.abstainBelow)))}</p>
      <h2 id="teams">{say(ABOUT.teamsTitle)}</h2>
      <ul>
        {ABOUT.teams.map((line) => (
          <li>{say(line)}</li>
        ))}
      </ul>
      <h2>{say(ABOUT.dataTitle)}</h2>
      <ul>
        {ABOUT.data.map((line) => (
          <li>{say(line)}</li>
        ))}
      </ul>
      <h2>{say(ABOUT.privacyTitle)}</h2>
      <ul>
        {ABOUT.privacy.map((line) => (
          <li>{say(line)}</li>
        ))}
      </ul>
    </div>
  );
}

function AboutReading({ view: { say } }: Pick<Sheet, "view">) {
  return (
    <>
      <h2 id="reading">{say(ABOUT.readingTitle)}</h2>
      <ul>
        {ABOUT.reading.map((line) => (
          <li>{say(line)}</li>
        ))}
      </ul>
      <h3>{say(ABOUT.sureTitle)}</h3>
      <p>{say(ABOUT.sure)}</p>
      <h3>{say(ABOUT.modelTitle)}</h3>
      <ul>
        {ABOUT.model.map((line) => (
          <li>{say(line)}</li>
        ))}
      </ul>
    </>
  );
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function PartsTable({ view, policy }: Sheet) {
  const { t, say } = view;
  const rule = (part: PartName) => say(PART_RULES[part](policy));
  return (
    <div class="card flush">
      <table>
        <caption>{say(ABOUT.partsCaption(policy.name))}</caption>
        <thead>
          <tr>
            <th scope="col">{t("part")}</th>
            <th scope="col" class="num">
              {say(ABOUT.atMost)}
            </th>
            <th scope="col">{say(ABOUT.how)}</th>
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr>
              <th scope="row">{say(PART_NAMES[part])}</th>
              <td class="num">{policy.points[part] / 100}</td>
              <td>{rule(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FitTable({ view, policy }: Sheet) {
  const { say } = view;
  const { similarity } = policy;
  const rows = [
    [ABOUT.fit.same, 1],
    [ABOUT.fit.narrower, similarity.narrower],
    [ABOUT.fit.broader, similarity.broader],
    [ABOUT.fit.kindred, similarity.kindred],
    [ABOUT.fit.sibling, similarity.sibling],
    [ABOUT.fit.cousin, similarity.cousin],
    [ABOUT.fit.neighbour, similarity.neighbour],
  ] as const;
  return (
    <div class="card flush">
      <table>
        <caption>{say(ABOUT.fitCaption)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(ABOUT.relation)}</th>
            <th scope="col" class="num">
              {say(ABOUT.counts)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([relation, share]) => (
            <tr>
              <th scope="row">{say(relation)}</th>
              <td class="num">{percent(share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
