import type { Sentence } from "../../../domain/error.ts";
import type { TeamStatus } from "../../../domain/team/answer.ts";
import { OBJECTIVE_PARTS } from "../../../domain/team/objective.ts";
import { type RuleState, ruleNumber } from "../../../domain/team/rules.ts";
import type { Word } from "../dictionary.ts";
import { PHRASES } from "../phrases.ts";
import { proofSentence } from "../team-proof.ts";
import type { ShownTeam } from "../team-shown.ts";
import { PART_WORDS } from "../team-words.ts";
import { shownAmount, type View } from "../view.ts";
import { TryAgain } from "./cut-short.tsx";
import { shownCoverage, TeamShortfall } from "./team-coverage.tsx";
import { Block, Worth } from "./team-parts.tsx";

const STATUS_WORDS: Readonly<Record<TeamStatus, { word: Word; mark: string }>> = {
  optimal: { word: "provenBest", mark: "good" },
  feasible: { word: "notProven", mark: "warn" },
  infeasible: { word: "impossible", mark: "warn" },
  unknown: { word: "notProven", mark: "warn" },
};

/** What the team is worth, and what is proven of it. */
export function TeamProof({ shown }: { shown: ShownTeam }) {
  const { view, composed, isFrozen } = shown;
  const { t, say } = view;
  const { answer, seconds, policy } = composed;
  const { word, mark } = STATUS_WORDS[answer.status];
  const covered = answer.coverage.filter(({ by }) => by.length > 0).length;
  return (
    <div class="card proof-card">
      <p class="lead">
        <span class={`tag ${mark}`}>{t(word)}</span>{" "}
        {answer.objective !== null && (
          <>
            {t("teamYear")} {composed.year}
            {" · "}
            {t("worth")} <Worth value={answer.objective} />
            {" · "}
            {say(PHRASES.people(answer.members.length))}
            {" · "}
            {say(PHRASES.demandsCovered(covered, answer.coverage.length))}
            {" · "}
            {t("covered")} {shownCoverage(answer)}
          </>
        )}
      </p>
      <p>{say(proofSentence(answer))}</p>
      <TeamShortfall shown={shown} />
      {answer.status === "unknown" && <TryAgain shown={shown} />}
      {answer.parts && (
        <dl class="facts">
          {OBJECTIVE_PARTS.map((part) => (
            <div>
              <dt>{t(PART_WORDS[part])}</dt>
              <dd class="num">{shownAmount(answer.parts?.[part] ?? 0)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="hint">
        {say(isFrozen ? PHRASES.weighedBy(policy) : PHRASES.composedBy(policy, seconds))}
      </p>
    </div>
  );
}

/** Every rule with whether it is kept. */
export function TeamRules({ shown: { view, composed } }: { shown: ShownTeam }) {
  return <RuleList view={view} rules={composed.answer.rules} />;
}

/** "11 of 11 kept" */
export const rulesKept = (rules: readonly RuleState[]): Sentence =>
  PHRASES.rulesKept(rules.filter(({ holds }) => holds).length, rules.length);

/** The rules that are not kept, if any: never folded away. */
export function BrokenRules({ shown: { view, composed } }: { shown: ShownTeam }) {
  const broken = composed.answer.rules.filter(({ holds }) => !holds);
  if (broken.length === 0) return null;
  return (
    <Block id="broken-rules" title={view.t("rulesBrokenTitle")}>
      <RuleList view={view} rules={broken} />
    </Block>
  );
}

export function RuleList({ view, rules }: { view: View; rules: readonly RuleState[] }) {
  const { t, say } = view;
  return (
    <ul class="rules card">
      {rules.map(({ index, holds, text }) => (
        <li class={holds ? "kept" : "broken"}>
          <span aria-hidden="true">{holds ? "✓" : "✗"}</span>{" "}
          <span class="hidden">{t(holds ? "ruleKept" : "ruleBroken")}</span> {ruleNumber({ index })}
          {say(text)}
        </li>
      ))}
    </ul>
  );
}
