// The id of the need with a code such as XQ-2026-00042.
//
// read
// $code  string
// -> id

MATCH (need:Need {code: $code})
RETURN need.id AS id
