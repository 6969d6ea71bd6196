// Institutions by part of the name or by initials, in the order of their ids, with the number of their people.
//
// read
// $words  string   "" for any
// $after  string   id of the last one of the page before, "" for the first page
// $limit  integer
// -> id, name, level, city, demo, experts

MATCH (institution:Institution)
WHERE institution.id > $after
  AND ($words = '' OR institution.name CONTAINS $words OR institution.initials STARTS WITH $words)
RETURN institution.id AS id, institution.name AS name, institution.level AS level,
       institution.city AS city, institution.demo AS demo,
       COUNT { MATCH (institution)<-[:AFFILIATED_WITH]-(:Expert) } AS experts
ORDER BY id
LIMIT $limit
