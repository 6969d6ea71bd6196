// What a list shows of some experts.
//
// read
// $ids  list  of experts
// -> id, name, title, onDuty, demo, institutionId (or null), institution (or null), county (code or null), city (or null)

UNWIND $ids AS id
MATCH (expert:Expert {id: id})
OPTIONAL MATCH (expert)-[:BASED_IN]->(base:County)
OPTIONAL MATCH (expert)-[:AFFILIATED_WITH]->(institution:Institution)
RETURN expert.id AS id, expert.name AS name, expert.title AS title, expert.onDuty AS onDuty,
       expert.demo AS demo, institution.id AS institutionId, institution.name AS institution,
       base.code AS county, institution.city AS city
ORDER BY id
