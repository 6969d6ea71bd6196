// Records that a migration was applied. Doing it again changes nothing.
//
// write
// $id       string   e.g. "migration_0001"
// $version  integer  version of the model the migration leads to
// $at       string   ISO 8601, UTC
// -> id

MERGE (migration:Migration {id: $id})
ON CREATE SET migration.version = $version, migration.at = $at
RETURN migration.id AS id
