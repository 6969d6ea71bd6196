// Needs, the newest first.
//
// read
// $county  string   id of a county, "" for any
// $status  string   "" for any
// $words   string   part of the text, "" for any
// $before  string   code of the last need of the page before, "~" for the first page
// $limit   integer
// -> id, code, text, status, urgent, createdAt, createdBy, demo, county (code)

MATCH (need:Need)-[:RAISED_IN]->(county:County)
WHERE need.code < $before
  AND ($county = '' OR county.id = $county)
  AND ($status = '' OR need.status = $status)
  AND ($words = '' OR need.text CONTAINS $words)
RETURN need.id AS id, need.code AS code, need.text AS text, need.status AS status,
       need.urgent AS urgent, need.createdAt AS createdAt, need.createdBy AS createdBy,
       need.demo AS demo, county.code AS county
ORDER BY code DESC
LIMIT $limit
