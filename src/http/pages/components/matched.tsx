import { proofSentence } from "../../../domain/matching/explanation.ts";
import type { Matched } from "../../../domain/matching/score.ts";
import type { Explained } from "../../../usecases/loading/listing.ts";
import { PHRASES } from "../phrases.ts";
import { inOneLine, skillLabel, type View } from "../view.ts";
import { Said } from "./said.tsx";

/** Proofs shown for each skill; the expert's page shows all of them. */
const PROOFS = 2;

/** Which skill meets what is asked, with its dated evidence. */
export function MatchedSkills({ view, matched }: { view: View; matched: readonly Matched[] }) {
  if (matched.length === 0) return null;
  return (
    <ul class="matched">
      {matched.map((one) => (
        <li>
          <MatchedSkill view={view} matched={one} />
        </li>
      ))}
    </ul>
  );
}

function MatchedSkill({ view, matched }: { view: View; matched: Matched }) {
  const { asked, held, evidence } = matched;
  const isSame = asked.industry === held.industry && asked.competence === held.competence;
  const proofs = evidence.slice(0, PROOFS).map((proof) => view.say(proofSentence(proof)));
  return (
    <>
      <b>{skillLabel(view, asked)}</b>
      {!isSame && <span class="by"> {view.say(PHRASES.metBy(skillLabel(view, held)))}</span>}{" "}
      <span class="level">{view.say(PHRASES.level(held.level))}</span>
      <span class="proof">
        <Said
          view={view}
          text={proofs.length > 0 ? inOneLine(view, proofs) : view.t("noEvidence")}
        />
      </span>
    </>
  );
}

/** What is still missing, or that nothing is. */
export function Lacks({ view, explained }: { view: View; explained: Explained }) {
  const { t, say } = view;
  if (explained.lacks.length === 0) return <p class="lacks none">✓ {t("nothingLacks")}</p>;
  return (
    <p class="lacks">
      <strong>{t("lacks")}</strong>{" "}
      <Said view={view} text={inOneLine(view, explained.lacks.map(say))} />
    </p>
  );
}
