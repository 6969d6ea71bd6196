/**
 * The declared model of the graph: what may stand in it. Each engine's constraints and indexes,
 * the check of imported files and the content hash are all made from it.
 */

/** What a property may hold: the kinds that every engine stores alike. */
export const PROPERTY_KINDS = [
  "text",
  "integer",
  "number",
  "boolean",
  "texts",
  "integers",
] as const;
type PropertyKind = (typeof PROPERTY_KINDS)[number];

/** A kind followed by "?" may be absent. */
type Property = PropertyKind | `${PropertyKind}?`;

/**
 * "content" is what the graph is about: exported, and part of the content hash. "history" says how
 * it came to be: exported only. "internal" is the machine's own and stays behind.
 */
type Part = "content" | "history" | "internal";

export interface NodeModel {
  /** Properties besides the `id`, which every node has and no two nodes of a label share. */
  properties: Readonly<Record<string, Property>>;
  /** Further properties that no two nodes of the label share. */
  unique?: readonly string[];
  /** Further properties that nodes are searched by. */
  indexed?: readonly string[];
  part: Part;
}

export interface RelationModel {
  type: string;
  from: string;
  to: string;
  /** Between two nodes there is at most one relation of a type. */
  properties: Readonly<Record<string, Property>>;
}

export interface Model {
  /** Rises with every migration. */
  version: number;
  /** The oldest version whose exported files hold nothing that this one understands otherwise. */
  readsFilesSince: number;
  nodes: Readonly<Record<string, NodeModel>>;
  relations: readonly RelationModel[];
}

/** A place of the administrative tree. */
const place = {
  properties: { code: "text", name: "text", shortName: "text", initials: "text" },
  unique: ["code"],
  indexed: ["name", "shortName", "initials"],
  part: "content",
} as const satisfies NodeModel;

const county = {
  ...place,
  properties: {
    ...place.properties,
    latitude: "number",
    longitude: "number",
    /** Former or other codes that mean this county, e.g. 431121 for 祁阳市. */
    aliasCodes: "texts",
    /** "national" or "provincial" for a formerly poor county, else "none". */
    poverty: "text",
    /** True when `poverty` is assumed, not confirmed. */
    povertyAssumed: "boolean",
    /** False for a service unit without a boundary of its own (洪江管理区). */
    hasPolygon: "boolean",
  },
} as const satisfies NodeModel;

export const model = {
  version: 3,
  readsFilesSince: 1,
  nodes: {
    Province: place,
    Prefecture: place,
    County: county,
    Township: place,
    Village: { ...place, properties: { ...place.properties, assumed: "boolean" } },

    Industry: { properties: { zh: "text", en: "text" }, part: "content" },
    Competence: { properties: { zh: "text", en: "text", stage: "text" }, part: "content" },
    Skill: { properties: { industry: "text", competence: "text" }, part: "content" },

    Institution: {
      properties: {
        name: "text",
        initials: "text",
        /** "province" | "prefecture" | "county" | "outside" */
        level: "text",
        /** Code of the prefecture it is seated in; absent outside the province. */
        prefectureCode: "text?",
        /** City it is seated in, e.g. 长沙市, 武汉市. */
        city: "text",
        latitude: "number",
        longitude: "number",
        demo: "boolean",
      },
      indexed: ["name", "initials"],
      part: "content",
    },
    Expert: {
      properties: {
        name: "text",
        /** Full pinyin without tones or spaces, and its initials: "linqiuyue", "lqy". */
        pinyin: "text",
        initials: "text",
        /** "senior" | "associate" | "intermediate" | "junior" */
        title: "text",
        /** "resident" | "circuit" | "remote", at least one */
        serviceModes: "texts",
        travelRadiusKm: "integer",
        daysPerYear: "integer",
        onDuty: "boolean",
        /** Where the expert is based: a county centre, or a city outside the province. */
        latitude: "number",
        longitude: "number",
        /** A sentence or two of self-description. */
        about: "text",
        demo: "boolean",
      },
      indexed: ["name", "pinyin", "initials"],
      part: "content",
    },
    Need: {
      properties: {
        /** XQ-2026-00042 */
        code: "text",
        text: "text",
        /** "draft" | "submitted" | "published" | "matched" | "closed" | ... */
        status: "text",
        urgent: "boolean",
        allowsRemote: "boolean",
        /** Days of service asked for. */
        days: "integer",
        year: "integer",
        /** ISO 8601 UTC */
        createdAt: "text",
        /** Who typed it; unverified until there is a sign-in. */
        createdBy: "text",
        demo: "boolean",
      },
      unique: ["code"],
      indexed: ["createdAt", "status"],
      part: "content",
    },
    /** A current or past dispatch of an expert to a county. */
    Posting: {
      properties: {
        year: "integer",
        days: "integer",
        /** "active" | "completed" */
        status: "text",
        demo: "boolean",
      },
      part: "content",
    },
    ServiceRecord: {
      properties: {
        /** ISO date */
        date: "text",
        year: "integer",
        days: "integer",
        mode: "text",
        summary: "text",
        /** Satisfaction of the host, 1-5; absent when it did not rate. */
        rating: "integer?",
        demo: "boolean",
      },
      part: "content",
    },
    /** The yearly assessment of an expert. */
    Assessment: {
      properties: {
        year: "integer",
        /** "excellent" | "good" | "qualified" | "unqualified" */
        grade: "text",
        demo: "boolean",
      },
      part: "content",
    },
    ServiceTeam: {
      properties: {
        name: "text",
        /** The first year of its term. */
        year: "integer",
        /** Absent for a team of one year. */
        termYears: "integer?",
        /** "id@version" of the preset it was composed by; absent for teams from elsewhere. */
        preset: "text?",
        /** Who put their name to it, and when (ISO 8601 UTC). */
        committedBy: "text?",
        committedAt: "text?",
        demo: "boolean",
      },
      part: "content",
    },
    /** A place of a person in the teams of a year: no two teams can take the same one. */
    TeamSeat: {
      properties: { expert: "text", team: "text", year: "integer" },
      indexed: ["expert", "team"],
      part: "content",
    },
    /** A preset that was edited in the product; each version stays as it was. */
    TeamPreset: {
      properties: {
        /** What all its versions are called by, e.g. "my-county-team". */
        slug: "text",
        version: "integer",
        /** All of it, as JSON. */
        preset: "text",
        at: "text",
        by: "text",
      },
      indexed: ["slug"],
      part: "content",
    },
    /** A team as it was composed, with all it was composed from, so that it can be composed again. */
    TeamDraft: {
      properties: {
        /** TD-2026-00001 */
        code: "text",
        name: "text",
        /** "draft" | "committed" */
        status: "text",
        year: "integer",
        /** ISO 8601 UTC */
        at: "text",
        by: "text",
        /** "id@version", and the name of the policy. */
        preset: "text",
        policy: "text",
        /** How the search ended, and what the team is worth; absent without a team. */
        outcome: "text",
        objective: "number?",
        members: "texts",
        /** The problem before and the changes made to it, and all else that was asked; JSON. */
        input: "text",
        /** What came out; JSON. */
        answer: "text",
      },
      unique: ["code"],
      indexed: ["at"],
      part: "history",
    },

    /** A kept ranking: all it was decided on and what came out, as JSON. */
    Run: {
      properties: {
        at: "text",
        by: "text",
        policy: "text",
        /** Id of the last audit event when it was computed. */
        dataRevision: "text",
        request: "text",
        result: "text",
      },
      indexed: ["at"],
      part: "history",
    },
    /**
     * What a person said of one tag of a text. History: it tells how texts were read, not what the
     * programme is, so two provinces are the same whoever corrected what; but it is labelled data
     * that nobody can make again, so it is exported. The text stands in each, as it stays what was
     * judged when a need is changed, and most of these texts never become a need.
     */
    Correction: {
      properties: {
        at: "text",
        /** As typed; unverified until there is a sign-in. */
        by: "text",
        /** Identity numbers are cut out, phones and e-mail addresses masked. */
        text: "text",
        /** UTF-16 offsets: text.slice(from, to) === words; "" at 0 when no words stand for it. */
        words: "text",
        from: "integer",
        to: "integer",
        /** "industry:ponkan" | "competence:plant-pest" | "skill:ponkan/plant-pest" */
        tag: "text",
        right: "boolean",
        /** "offline" | "model" | "person" */
        origin: "text",
      },
      part: "history",
    },
    AuditEvent: {
      properties: {
        at: "text",
        actor: "text",
        action: "text",
        subject: "text",
        before: "text",
        after: "text",
      },
      indexed: ["subject"],
      part: "history",
    },
    /** One write transaction that took effect. */
    Operation: { properties: { attempt: "integer", at: "text" }, part: "internal" },
    /** The answer to a request that carried an Idempotency-Key. */
    IdempotencyKey: {
      properties: { fingerprint: "text", answer: "text", at: "text" },
      part: "internal",
    },
    Migration: { properties: { version: "integer", at: "text" }, part: "internal" },
    /** What a transaction holds on to while it looks and writes: one for each thing that may be rivalled for. */
    Lock: { properties: { operation: "text" }, part: "internal" },
    /** A bulk load that is under way or done: `state` is "running" or "done". */
    BulkLoad: { properties: { state: "text", source: "text", at: "text" }, part: "internal" },
  },
  relations: [
    { type: "PART_OF", from: "Prefecture", to: "Province", properties: {} },
    { type: "PART_OF", from: "County", to: "Prefecture", properties: {} },
    { type: "PART_OF", from: "Township", to: "County", properties: {} },
    { type: "PART_OF", from: "Village", to: "Township", properties: {} },
    { type: "BROADER", from: "Industry", to: "Industry", properties: {} },
    { type: "IN_INDUSTRY", from: "Skill", to: "Industry", properties: {} },
    { type: "OF_COMPETENCE", from: "Skill", to: "Competence", properties: {} },
    {
      type: "GROWS",
      from: "County",
      to: "Industry",
      /** role: "leading" | "specialty"; rank: 1 is the most important of its role */
      properties: { role: "text", rank: "integer", note: "text", assumed: "boolean" },
    },
    { type: "SEATED_IN", from: "Institution", to: "County", properties: {} },
    { type: "AFFILIATED_WITH", from: "Expert", to: "Institution", properties: {} },
    { type: "BASED_IN", from: "Expert", to: "County", properties: {} },
    {
      type: "HAS_SKILL",
      from: "Expert",
      to: "Skill",
      /** Three lists of one length: the evidence, newest first. */
      properties: {
        level: "integer",
        evidenceKinds: "texts",
        evidenceYears: "integers",
        evidenceTitles: "texts",
      },
    },
    { type: "HOLDS", from: "Expert", to: "Posting", properties: {} },
    { type: "AT", from: "Posting", to: "County", properties: {} },
    { type: "PERFORMED", from: "Expert", to: "ServiceRecord", properties: {} },
    { type: "SERVED", from: "ServiceRecord", to: "County", properties: {} },
    { type: "RECEIVED", from: "Expert", to: "Assessment", properties: {} },
    /** Derived from shared services and teams; from the smaller id to the larger. */
    {
      type: "WORKED_WITH",
      from: "Expert",
      to: "Expert",
      properties: { times: "integer", lastYear: "integer" },
    },
    { type: "PAIRED_WITH", from: "Institution", to: "County", properties: { since: "integer" } },
    { type: "PAIRED_WITH", from: "Prefecture", to: "County", properties: { since: "integer" } },
    { type: "BLOCKED_FROM", from: "Expert", to: "County", properties: { reason: "text" } },
    {
      type: "MEMBER_OF",
      from: "Expert",
      to: "ServiceTeam",
      /** role: "leader" | "deputy" | "coordinator" | "member"; squad: an industry; days: a year */
      properties: { role: "text", squad: "text?", days: "integer?" },
    },
    { type: "SERVES", from: "ServiceTeam", to: "County", properties: {} },
    { type: "MADE_FROM", from: "ServiceTeam", to: "TeamDraft", properties: {} },
    { type: "COMPOSED_FOR", from: "TeamDraft", to: "County", properties: {} },
    { type: "RAISED_IN", from: "Need", to: "County", properties: {} },
    {
      type: "ASKS_FOR",
      from: "Need",
      to: "Skill",
      properties: { weight: "number", level: "integer" },
    },
    { type: "RUN_FOR", from: "Run", to: "Need", properties: {} },
  ],
} as const satisfies Model;
