// Stores a draft of a team. Its id and its code must be free.
//
// write
// $id          string
// $properties  map     all properties of a draft but the id
// $county      string  id of the county it is composed for
// -> id, code

MATCH (county:County {id: $county})
CREATE (draft:TeamDraft {id: $id})-[:COMPOSED_FOR]->(county)
SET draft += $properties
RETURN draft.id AS id, draft.code AS code
