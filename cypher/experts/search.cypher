// Experts by name, pinyin, institution, skill and place; a criterion that is empty does not narrow.
//
// read
// $words       string   part of the name, or the beginning of its pinyin or initials; "" for any
// $institution  string  id of an institution, "" for any
// $industries  list     ids of industries; [] for any
// $competence  string   id of a competence, "" for any
// $county      string   id of the county of the base, "" for any
// $after       string   key of the last expert of the page before, "" for the first page
// $limit       integer  experts on the page
// -> id, key (pinyin, then id: the order of the list)

MATCH (expert:Expert)
WITH expert, expert.pinyin + '/' + expert.id AS key
WHERE key > $after
  AND ($words = '' OR expert.name CONTAINS $words OR expert.pinyin STARTS WITH $words OR expert.initials STARTS WITH $words)
  AND ($institution = '' OR EXISTS { MATCH (expert)-[:AFFILIATED_WITH]->(i:Institution) WHERE i.id = $institution })
  AND ($county = '' OR EXISTS { MATCH (expert)-[:BASED_IN]->(c:County) WHERE c.id = $county })
  AND ((size($industries) = 0 AND $competence = '') OR EXISTS {
    MATCH (expert)-[:HAS_SKILL]->(s:Skill)
    WHERE (size($industries) = 0 OR s.industry IN $industries) AND ($competence = '' OR s.competence = $competence)
  })
RETURN expert.id AS id, key
ORDER BY key
LIMIT $limit
