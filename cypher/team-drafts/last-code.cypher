// The highest code of a year.
//
// read
// $prefix  string  e.g. "TD-2026-"
// -> code

MATCH (draft:TeamDraft)
WHERE draft.code STARTS WITH $prefix
WITH draft.code AS code
RETURN code
ORDER BY size(code) DESC, code DESC
LIMIT 1
