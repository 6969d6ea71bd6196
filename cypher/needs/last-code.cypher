// The highest code of a year.
//
// read
// $prefix  string  e.g. "XQ-2026-"
// -> code

MATCH (need:Need)
WHERE need.code STARTS WITH $prefix
RETURN need.code AS code
ORDER BY code DESC
LIMIT 1
