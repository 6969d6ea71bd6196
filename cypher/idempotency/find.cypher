// The answer that was given to a request with an Idempotency-Key.
//
// read
// $id  string
// -> fingerprint, answer (JSON)

MATCH (key:IdempotencyKey {id: $id})
RETURN key.fingerprint AS fingerprint, key.answer AS answer
