// The id of the draft with a code such as TD-2026-00001.
//
// read
// $code  string
// -> id

MATCH (draft:TeamDraft {code: $code})
RETURN draft.id AS id
