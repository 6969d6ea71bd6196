// Makes a team of a draft. Its id must be free.
//
// write
// $id          string
// $properties  map     all properties of a team but the id
// $county      string  id of the county it serves
// $draft       string  id of the draft it is made from
// -> id

MATCH (county:County {id: $county})
MATCH (draft:TeamDraft {id: $draft})
CREATE (team:ServiceTeam {id: $id})
SET team += $properties
WITH team, county, draft
CREATE (team)-[:SERVES]->(county)
CREATE (team)-[:MADE_FROM]->(draft)
RETURN team.id AS id
