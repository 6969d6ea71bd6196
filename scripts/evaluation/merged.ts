import type { SkillKey } from "../../src/domain/model/vocabulary.ts";
import type { Span, Tag, Understanding } from "../../src/domain/understanding/tagger.ts";
import type { Answer } from "./answer.ts";

/** A skill, or half of one, that only a language model gave. */
export interface Suggested {
  industry: string | null;
  competence: string | null;
  /** In [0, 1], as the model claims: not calibrated. */
  confidence: number;
  /** The words of the text it points at; null when they are not there. */
  span: Span | null;
}

const distinct = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

const keyOf = ({ industry, competence }: SkillKey): string => `${industry} x ${competence}`;

function suggestedTags(suggested: readonly Suggested[], known: readonly Tag[]): Tag[] {
  const sureness = new Map<string, number>();
  for (const { industry, competence, confidence } of suggested) {
    const tags = [
      ...(industry === null ? [] : [`industry:${industry}`]),
      ...(competence === null ? [] : [`competence:${competence}`]),
    ];
    for (const tag of tags) sureness.set(tag, Math.max(confidence, sureness.get(tag) ?? 0));
  }
  return [...sureness]
    .filter(([tag]) => !known.some((one) => one.tag === tag))
    .map(([tag, confidence]) => ({ tag, confidence }));
}

function suggestedSkills(
  suggested: readonly Suggested[],
  needs: Understanding["needs"],
): Understanding["needs"] {
  const known = new Set(needs.flatMap(({ skills }) => skills).map(keyOf));
  const added = suggested.flatMap(({ industry, competence, confidence }) =>
    industry === null || competence === null || known.has(keyOf({ industry, competence }))
      ? []
      : [{ industry, competence, confidence, weight: 0 }],
  );
  return added.length === 0 ? [] : [{ skills: added, place: null }];
}

/**
 * What would be understood if a person confirmed every suggestion that points at words of the text:
 * nothing of the offline reading is lost, and where it had no skill but the model has one, there is
 * nothing left to ask.
 */
export function mergedAnswer(offline: Understanding, suggested: readonly Suggested[]): Answer {
  const counted = suggested.filter(({ span }) => span !== null);
  const added = suggestedSkills(counted, offline.needs);
  const isAnswered = offline.needs.length === 0 && added.length > 0;
  return {
    industries: distinct([...offline.industries, ...counted.map(({ industry }) => industry)]),
    competences: distinct([...offline.competences, ...counted.map(({ competence }) => competence)]),
    tags: [...offline.tags, ...suggestedTags(counted, offline.tags)],
    needs: [...offline.needs, ...added],
    urgent: offline.urgent,
    askBack: isAnswered ? [] : offline.askBack,
    unknown: offline.unknown,
  };
}
