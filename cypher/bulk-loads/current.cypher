// Bulk loads of this graph, the last first. One that is still "running" was cut off.
//
// read
// $limit  integer
// -> id, state, source, at

MATCH (load:BulkLoad)
RETURN load.id AS id, load.state AS state, load.source AS source, load.at AS at
ORDER BY at DESC, id
LIMIT $limit
