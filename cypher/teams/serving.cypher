// The teams that serve a county in a year.
//
// read
// $county  string   id of the county
// $year    integer
// -> team, name, draft (code of the draft it was made from, or null)

MATCH (:County {id: $county})<-[:SERVES]-(team:ServiceTeam)
WHERE team.year <= $year AND $year < team.year + coalesce(team.termYears, 1)
RETURN team.id AS team, team.name AS name,
       head([(team)-[:MADE_FROM]->(draft:TeamDraft) | draft.code]) AS draft
ORDER BY team
