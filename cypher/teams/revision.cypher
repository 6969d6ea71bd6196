// The last change after which people, or what they are committed to, may be others: an audit event of any action
// but those that are known to leave them alone. No row when there was none.
//
// read
// $unrelated  list  actions that change neither
// -> id

MATCH (event:AuditEvent)
WHERE NOT event.action IN $unrelated
RETURN event.id AS id
ORDER BY id DESC
LIMIT 1
