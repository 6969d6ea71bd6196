// One institution, with the counties it is paired with.
//
// read
// $id  string
// -> id, name, level, city, prefectureCode (or null), demo, experts, paired (codes of counties)

MATCH (institution:Institution {id: $id})
RETURN institution.id AS id, institution.name AS name, institution.level AS level,
       institution.city AS city, institution.prefectureCode AS prefectureCode, institution.demo AS demo,
       COUNT { MATCH (institution)<-[:AFFILIATED_WITH]-(:Expert) } AS experts,
       [(institution)-[:PAIRED_WITH]->(county:County) | county.code] AS paired
