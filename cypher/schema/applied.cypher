// The migrations that were applied, oldest first.
//
// read
// $limit  integer
// -> id, version, at

MATCH (migration:Migration)
RETURN migration.id AS id, migration.version AS version, migration.at AS at
ORDER BY version
LIMIT $limit
