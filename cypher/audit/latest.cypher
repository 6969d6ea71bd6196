// The last audit event: it names the state the data is in. No row when nothing was ever changed.
//
// read
// -> id, at

MATCH (event:AuditEvent)
RETURN event.id AS id, event.at AS at
ORDER BY id DESC
LIMIT 1
