// Notes that a bulk load has begun ("running") or is complete ("done").
//
// write
// $id      string  id of the load
// $state   string  "running" | "done"
// $source  string  what is loaded: "seed:..." or "file:<content hash>"
// $at      string  ISO 8601, UTC
// -> id

MERGE (load:BulkLoad {id: $id})
SET load.state = $state, load.source = $source, load.at = $at
RETURN load.id AS id
