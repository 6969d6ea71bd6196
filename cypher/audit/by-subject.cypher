// The audit trail of one subject, oldest first, a page at a time.
//
// read
// $subject  string
// $after    string   id of the last event of the page before, "" for the first page
// $limit    integer  events on the page
// -> id, at, actor, action, before, after

MATCH (event:AuditEvent {subject: $subject})
WHERE event.id > $after
RETURN event.id AS id, event.at AS at, event.actor AS actor, event.action AS action,
       event.before AS before, event.after AS after
ORDER BY id
LIMIT $limit
