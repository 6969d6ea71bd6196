// Adds one event to the audit trail. Events are never changed or deleted.
//
// write
// $id       string   id of the operation; they sort by time
// $at       string   ISO 8601, UTC
// $actor    string   who did it, e.g. "unverified:李主任"
// $action   string   what was done, e.g. "need.create"
// $subject  string   id of what it was done to
// $before   string   JSON, "null" when it did not exist before
// $after    string   JSON, "null" when it no longer exists
// -> id

CREATE (event:AuditEvent {
  id: $id, at: $at, actor: $actor, action: $action, subject: $subject, before: $before, after: $after
})
RETURN event.id AS id
