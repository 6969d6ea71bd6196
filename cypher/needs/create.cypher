// Stores a new need. Its id and its code must be free.
//
// write
// $id          string
// $properties  map     all properties of a need but the id
// $county      string  id of the county it is raised in
// -> id, code

MATCH (county:County {id: $county})
CREATE (need:Need {id: $id})-[:RAISED_IN]->(county)
SET need += $properties
RETURN need.id AS id, need.code AS code
