// Stores corrections. Their ids must be free.
//
// write
// $corrections  list  {id, properties}: properties are all of a correction but the id
// -> stored (how many)

UNWIND $corrections AS row
CREATE (correction:Correction {id: row.id})
SET correction += row.properties
RETURN count(correction) AS stored
