// Drafts, the newest first, without what they were composed from.
//
// read
// $county  string   id of a county, "" for any
// $status  string   "" for any
// $before  string   code of the last draft of the page before, "~" for the first page
// $limit   integer
// -> id, code, name, status, year, at, by, preset, policy, outcome, objective (or null), members, county (code),
//    committedBy (or null when it is not committed), committedAt (or null)

MATCH (draft:TeamDraft)-[:COMPOSED_FOR]->(county:County)
WHERE draft.code < $before
  AND ($county = '' OR county.id = $county)
  AND ($status = '' OR draft.status = $status)
OPTIONAL MATCH (team:ServiceTeam)-[:MADE_FROM]->(draft)
RETURN draft.id AS id, draft.code AS code, draft.name AS name, draft.status AS status, draft.year AS year,
       draft.at AS at, draft.by AS by, draft.preset AS preset, draft.policy AS policy,
       draft.outcome AS outcome, draft.objective AS objective, draft.members AS members, county.code AS county,
       team.committedBy AS committedBy, team.committedAt AS committedAt
ORDER BY code DESC
LIMIT $limit
