// Keeps the answer to a request with an Idempotency-Key; the key must be new.
//
// write
// $id           string
// $fingerprint  string  of the request's body
// $answer       string  JSON
// $at           string  ISO 8601, UTC
// -> id

CREATE (key:IdempotencyKey {id: $id, fingerprint: $fingerprint, answer: $answer, at: $at})
RETURN key.id AS id
