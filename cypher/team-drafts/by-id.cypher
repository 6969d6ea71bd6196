// One draft with all it was composed from.
//
// read
// $id  string
// -> id, code, name, status, year, at, by, preset, policy, outcome, objective (or null), members, input (JSON),
//    answer (JSON), county (code), team (id, or null when it is not committed), committedBy (or null), committedAt (or null)

MATCH (draft:TeamDraft {id: $id})-[:COMPOSED_FOR]->(county:County)
OPTIONAL MATCH (team:ServiceTeam)-[:MADE_FROM]->(draft)
RETURN draft.id AS id, draft.code AS code, draft.name AS name, draft.status AS status, draft.year AS year,
       draft.at AS at, draft.by AS by, draft.preset AS preset, draft.policy AS policy,
       draft.outcome AS outcome, draft.objective AS objective, draft.members AS members,
       draft.input AS input, draft.answer AS answer, county.code AS county,
       team.id AS team, team.committedBy AS committedBy, team.committedAt AS committedAt
