// The highest code of a year.
//
// read
// $prefix  string  e.g. "XQ-2026-"
// -> code

MATCH (need:Need)
WHERE need.code STARTS WITH $prefix
WITH need.code AS code
RETURN code
ORDER BY size(code) DESC, code DESC
LIMIT 1
