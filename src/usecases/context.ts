import { type Action, type Actor, auditName } from "../domain/access/permit.ts";
import type { MatchingRules } from "../domain/matching/similarity.ts";
import type { NamedTerm } from "../domain/model/find-terms.ts";
import type { Vocabulary } from "../domain/model/vocabulary.ts";
import type { Places } from "../domain/places/place.ts";
import { withoutPersonalData } from "../domain/privacy/personal.ts";
import type { Composer } from "../domain/team/composer.ts";
import type { UsualCompetences } from "../domain/team/demand.ts";
import type { TeamPolicy } from "../domain/team/policy.ts";
import type { TeamPreset } from "../domain/team/preset.ts";
import type { Fold } from "../domain/understanding/fold.ts";
import type { ProfileReader } from "../domain/understanding/profile.ts";
import type { ModelReader } from "../domain/understanding/suggestion-draft.ts";
import type { Tagger } from "../domain/understanding/tagger.ts";
import type { Graph, Operation, Reader, Writer } from "../graph/graph.ts";
import { appendAudit } from "../graph/queries/audit.ts";
import type { Pace } from "./loading/pace.ts";

/** What does not change while the product runs: read from the data files at start. */
export interface Reference {
  vocabulary: Vocabulary;
  /** The vocabulary by every name it is looked up by. */
  terms: readonly NamedTerm[];
  places: Places;
  /** What a ranking is decided by: the policy, and which skills are near to each other. */
  rules: MatchingRules;
  tag: Tagger;
  /** Reads what experts say of themselves. */
  readProfile: ProfileReader;
  /** The reading form of a text, with where each of its units was typed. */
  fold: Fold;
  /** What teams are composed by. */
  teams: {
    /** The presets of the product, by id; those edited in it stand in the graph. */
    presets: ReadonlyMap<string, TeamPreset>;
    /** By name. */
    policies: ReadonlyMap<string, TeamPolicy>;
    /** What an industry asks for first. */
    usual: UsualCompetences;
  };
}

/** What a runtime brings. Opened once, at start. */
export interface Services {
  graph: Graph;
  reference: Reference;
  /** A language model that suggests tags; undefined when none is set up. */
  model?: ModelReader | undefined;
  /** Composes teams beside everything else. */
  composer: Composer;
  /** How often corrections are taken. */
  correctionPace: Pace;
  now: () => Date;
  /** A new id; ids sort by time. */
  newId: () => string;
}

/** What a use case may reach. Made once per request; the graph can only be read here. */
export interface Context {
  actor: Actor;
  graph: Reader;
  reference: Reference;
  /** Undefined when no language model is set up. Only suggests: nothing is matched by it. */
  model?: ModelReader | undefined;
  composer: Composer;
  correctionPace: Pace;
  now: () => Date;
  newId: () => string;
  /**
   * The one way to write: runs `work` in a transaction together with its operation id and
   * its audit event, so that all are stored or none. An engine may run it again, and still it
   * takes effect once. Work that changed nothing leaves no audit event.
   */
  change: <T>(action: Action, work: Work<T>) => Promise<T>;
}

type Work<T> = (tx: Writer) => Promise<Change<T>>;

/** The result of a change, with what the audit trail keeps of it. */
interface Change<T> {
  value: T;
  subject: string;
  before: unknown;
  after: unknown;
}

export function contextOf(services: Services, { role, name }: Actor): Context {
  // Typed, and kept with everything the actor does.
  const actor = { role, name: withoutPersonalData(name) };
  const { graph, reference, model, composer, correctionPace, now, newId } = services;
  const change = <T>(action: Action, work: Work<T>): Promise<T> => {
    const operation = newOperation(services);
    return graph.transaction(operation, async (tx) => {
      const { value, subject, ...states } = await work(tx);
      const before = JSON.stringify(states.before);
      const after = JSON.stringify(states.after);
      if (before !== after) {
        const actorName = auditName(actor);
        await tx.write(appendAudit, {
          ...operation,
          actor: actorName,
          action,
          subject,
          before,
          after,
        });
      }
      return value;
    });
  };
  const reader = { all: graph.all, maybe: graph.maybe };
  const brought = { reference, model, composer, correctionPace, now, newId };
  return { ...brought, actor, graph: reader, change };
}

/** The name of a write transaction that begins now. */
export const newOperation = ({ newId, now }: Pick<Services, "newId" | "now">): Operation => ({
  id: newId(),
  at: now().toISOString(),
});
