// The runs kept for a need, the newest first.
//
// read
// $need   string   id of the need
// $limit  integer
// -> id, at, by, policy

MATCH (run:Run)-[:RUN_FOR]->(:Need {id: $need})
RETURN run.id AS id, run.at AS at, run.by AS by, run.policy AS policy
ORDER BY at DESC, id
LIMIT $limit
