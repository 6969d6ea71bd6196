import { STAGE_NAMES } from "../../../domain/model/vocabulary.ts";
import type { DemandCoverage } from "../../../domain/team/answer.ts";
import type { Word } from "../dictionary.ts";
import { FOLLOW_IN_PLACE } from "../live.ts";
import { PHRASES } from "../phrases.ts";
import { demandLabel, type ShownTeam } from "../team-shown.ts";
import { shownPercent } from "../view.ts";
import { Bar } from "./bar.tsx";
import { described, Field } from "./field.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { NumberField, refusedAt } from "./number-field.tsx";
import { Said } from "./said.tsx";
import { CompetenceSelect, IndustrySelect } from "./skill-selects.tsx";
import { changeFields, PersonNames, ScreenFold } from "./team-parts.tsx";

/** Inputs of the table belong to a form beside it: a table within a form could not be printed. */
const WEIGHTS_FORM = "weights";

const weightField = (demand: string): string => `weight:${demand}`;

/** What the county needs, how far the team covers it and by whom; the weights can be changed. */
export function TeamDemands({ shown }: { shown: ShownTeam }) {
  const { view, composed, state, isFrozen } = shown;
  const { t } = view;
  if (isFrozen) {
    return <DemandTable shown={shown} coverage={composed.answer.coverage} word="demandsTitle" />;
  }
  return (
    <>
      <p class="hint">{t("demandsHint")}</p>
      <form
        id={WEIGHTS_FORM}
        method="post"
        action={`/teams/${composed.county.code}#demands`}
        {...FOLLOW_IN_PLACE}
      >
        <HiddenFields fields={changeFields(state)} except="" />
      </form>
      <Demands shown={shown} />
      <p class="actions">
        <button type="submit" class="button" form={WEIGHTS_FORM} name="act" value="weights">
          {t("setWeights")}
        </button>
      </p>
    </>
  );
}

/** Needs that stand open; the heaviest come first. */
const SHOWN_AT_ONCE = 6;

function Demands({ shown }: { shown: ShownTeam }) {
  const { t, say } = shown.view;
  const { coverage, members } = shown.composed.answer;
  const hasTeam = members.length > 0;
  const rest = coverage.slice(SHOWN_AT_ONCE);
  const isFaulty = rest.some(
    ({ demand }) => refusedAt(shown, weightField(demand)).fault !== undefined,
  );
  const open = rest.filter(({ by }) => by.length > 0).length;
  return (
    <>
      <DemandTable shown={shown} coverage={coverage.slice(0, SHOWN_AT_ONCE)} word="demandsTitle" />
      {rest.length > 0 && (
        <ScreenFold
          id="more-demands"
          class="more"
          isOpen={isFaulty}
          summary={
            <>
              {t("moreDemands")}{" "}
              <small>
                {hasTeam ? say(PHRASES.demandsCovered(open, rest.length)) : rest.length}
              </small>
            </>
          }
        >
          <DemandTable shown={shown} coverage={rest} word="moreDemands" />
        </ScreenFold>
      )}
    </>
  );
}

interface Table {
  shown: ShownTeam;
  coverage: readonly DemandCoverage[];
  /** Names the table. */
  word: Word;
}

function DemandTable({ shown, coverage, word }: Table) {
  const { t } = shown.view;
  const hasTeam = shown.composed.answer.members.length > 0;
  return (
    <div class="card flush">
      <table class="stacked demands">
        <caption class="hidden">{t(word)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("demand")}</th>
            {hasTeam && (
              <>
                <th scope="col">{t("covered")}</th>
                <th scope="col">{t("coveredBy")}</th>
              </>
            )}
            <th scope="col">{t("weight")}</th>
          </tr>
        </thead>
        <tbody>
          {coverage.map((one) => (
            <DemandRow shown={shown} coverage={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Row {
  shown: ShownTeam;
  coverage: DemandCoverage;
}

function DemandRow({ shown, coverage: { demand, weight, covered, by } }: Row) {
  const { view, composed } = shown;
  const { t, say } = view;
  const explained = composed.demands.find(({ id }) => id === demand);
  const name = demandLabel(shown, demand);
  return (
    <tr>
      <th scope="row">
        {name} {explained && <span class="tag">{say(STAGE_NAMES[explained.stage])}</span>}
        {explained && (
          <span class="proof">
            <Said
              view={view}
              text={explained.sentences.map(say).join(view.language === "zh" ? "；" : "; ")}
            />
          </span>
        )}
      </th>
      <CoverageCells shown={shown} covered={covered} ids={by.map(({ id }) => id)} />
      <td class="weight" data-label={t("weight")}>
        {shown.isFrozen ? (
          weight
        ) : (
          <WeightInput
            shown={shown}
            demand={demand}
            weight={weight}
            label={`${t("weight")} ${name}`}
          />
        )}
      </td>
    </tr>
  );
}

interface Cells {
  shown: ShownTeam;
  covered: number;
  ids: readonly string[];
}

/** How far a need is covered and by whom; where there is no team, there are no such columns. */
function CoverageCells({ shown, covered, ids }: Cells) {
  if (shown.composed.answer.members.length === 0) return null;
  return (
    <>
      <td class="coverage">
        <span class="num">{shownPercent(covered)}</span> <Bar value={covered} max={1} />
      </td>
      <td>
        {ids.length === 0 ? (
          <span class="tag warn">{shown.view.t("coveredByNobody")}</span>
        ) : (
          <PersonNames shown={shown} ids={ids} />
        )}
      </td>
    </>
  );
}

interface Weight {
  shown: ShownTeam;
  demand: string;
  weight: number;
  label: string;
}

function WeightInput({ shown, demand, weight, label }: Weight) {
  const id = weightField(demand);
  const { typed, fault } = refusedAt(shown, id);
  return (
    <div class={fault ? "faulty" : undefined}>
      <input type="hidden" form={WEIGHTS_FORM} name={`was:${demand}`} value={String(weight)} />
      <input
        form={WEIGHTS_FORM}
        id={id}
        name={id}
        value={typed ?? String(weight)}
        inputmode="decimal"
        autocomplete="off"
        aria-label={label}
        {...described(id, { fault })}
      />
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {shown.view.say(fault)}
        </p>
      )}
    </div>
  );
}

/** Adds a need that the county's industries and open needs do not ask for. */
export function AddDemand({ shown }: { shown: ShownTeam }) {
  const { view, composed, state, refused } = shown;
  const { t } = view;
  const [industry, competence] = [refusedAt(shown, "industry"), refusedAt(shown, "competence")];
  return (
    <details class="more" id="add-demand" open={refused?.form.get("act") === "demand"}>
      <summary>{t("addDemand")}</summary>
      <form
        method="post"
        action={`/teams/${composed.county.code}#demands`}
        class="row"
        {...FOLLOW_IN_PLACE}
      >
        <HiddenFields fields={changeFields(state)} except="" />
        <Field view={view} id="industry" label={t("industry")} fault={industry.fault}>
          <IndustrySelect
            view={view}
            id="industry"
            value={industry.typed ?? ""}
            none={t("choose")}
            fault={industry.fault}
          />
        </Field>
        <Field view={view} id="competence" label={t("competence")} fault={competence.fault}>
          <CompetenceSelect
            view={view}
            id="competence"
            value={competence.typed ?? ""}
            none={t("choose")}
            fault={competence.fault}
          />
        </Field>
        <NumberField shown={shown} id="demandWeight" word="weight" value="5" />
        <button type="submit" class="button" name="act" value="demand">
          {t("addDemandButton")}
        </button>
      </form>
    </details>
  );
}
