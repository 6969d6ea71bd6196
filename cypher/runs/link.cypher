// Says which need a run was made for.
//
// write
// $id    string  id of the run
// $need  string  id of the need
// -> id

MATCH (run:Run {id: $id})
MATCH (need:Need {id: $need})
MERGE (run)-[:RUN_FOR]->(need)
RETURN run.id AS id
