import type { Substitute, Substitutes } from "../../../domain/team/answer.ts";
import { personLabel, type ShownTeam } from "../team-shown.ts";
import type { View } from "../view.ts";
import { ChangeButton, PersonName, PersonNames, Worth } from "./team-parts.tsx";

interface Of {
  shown: ShownTeam;
  /** Id of the member. */
  id: string;
}

/** Who could take the member's place, where substitutes were asked for. */
export function SubstituteOf({ shown, id }: Of) {
  const { t } = shown.view;
  const { substitutes, objective } = shown.composed.answer;
  if (!Object.hasOwn(substitutes, id)) return null;
  const { kept = null, reoptimised = null } = substitutes[id] ?? {};
  return (
    <div class="substitute">
      <p>
        {t("substituteKept")}{" "}
        {kept === null || kept.id === null ? (
          t("noSubstitute")
        ) : (
          <>
            <PersonName shown={shown} id={kept.id} />{" "}
            <Worth value={kept.objective} than={objective} />{" "}
            <Unproven view={shown.view} of={kept} />
            <ChangeButton
              county={shown.composed.county.code}
              change={{ kind: "swap", out: id, in: kept.id }}
              label={t("swapIn")}
              about={personLabel(shown, kept.id)}
            />
          </>
        )}
      </p>
      {reoptimised && <Anew shown={shown} id={id} kept={kept?.id ?? null} anew={reoptimised} />}
    </div>
  );
}

interface ComposedAnew extends Of {
  /** Id of whoever takes the place when the rest is kept. */
  kept: string | null;
  anew: NonNullable<Substitutes["reoptimised"]>;
}

/** The team without the member; that nothing else changes is said in short. */
function Anew({ shown, id, kept, anew }: ComposedAnew) {
  const { view, composed } = shown;
  const { t } = view;
  if (kept !== null && isOnly(anew.joins, kept) && isOnly(anew.leaves, id)) {
    return (
      <p class="sub">
        {t("substituteFreeSame")} <Unproven view={view} of={anew} />
      </p>
    );
  }
  return (
    <p class="sub">
      {t("substituteFree")} {t("joinsTeam")} <PersonNames shown={shown} ids={anew.joins} /> ·{" "}
      {t("leavesTeam")} <PersonNames shown={shown} ids={anew.leaves} />{" "}
      <Worth value={anew.objective} than={composed.answer.objective} />{" "}
      <Unproven view={view} of={anew} />
    </p>
  );
}

const isOnly = (ids: readonly string[], id: string): boolean => ids.length === 1 && ids[0] === id;

const Unproven = ({ view, of }: { view: View; of: Pick<Substitute, "proven"> }) =>
  of.proven ? null : <span class="tag warn">{view.t("notProven")}</span>;
