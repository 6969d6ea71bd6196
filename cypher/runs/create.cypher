// Keeps a ranking.
//
// write
// $id          string
// $properties  map     all properties of a run but the id
// -> id

CREATE (run:Run {id: $id})
SET run += $properties
RETURN run.id AS id
