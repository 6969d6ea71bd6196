// One kept ranking.
//
// read
// $id  string
// -> id, at, by, policy, dataRevision, request (JSON), result (JSON), need (id or null)

MATCH (run:Run {id: $id})
OPTIONAL MATCH (run)-[:RUN_FOR]->(need:Need)
RETURN run.id AS id, run.at AS at, run.by AS by, run.policy AS policy,
       run.dataRevision AS dataRevision, run.request AS request, run.result AS result,
       need.id AS need
