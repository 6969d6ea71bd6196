/**
 * How much a change asks for: a base for making it at all and a unit for how far it goes, in
 * points. Two changes that ask little come before one that asks a lot. Named and versioned, as an
 * answer ranks its repairs by them.
 */
export const REPAIR_COSTS = {
  name: "repairs@1",
  /** Of each kind of rule: base, and a unit for each person, title step or institution. */
  rules: {
    size: { base: 2, unit: 0.5 },
    leader: { base: 3, unit: 1 },
    title: { base: 2, unit: 0.5 },
    tierShare: { base: 2, unit: 0.5 },
    outside: { base: 2, unit: 0.5 },
    institutionMax: { base: 1.5, unit: 0.5 },
    institutionsMin: { base: 1.5, unit: 0.5 },
    demandMin: { base: 2.5, unit: 0.5 },
    /** The unit is a day. */
    freeDays: { base: 3, unit: 0.05 },
    blockedPair: { base: 2.5, unit: 0 },
  },
  unpin: 2,
  admit: 2.25,
  /** Somebody's days, freed from elsewhere; the unit is a day. */
  borrow: { base: 1.5, unit: 0.03 },
  /** A skill called for publicly, per person. */
  call: 4,
} as const;
