// What a list shows of some experts.
//
// read
// $ids  list  of experts
// -> id, name, title, onDuty, demo, institutionId (or null), institution (or null), county (code or null), city (or null)

UNWIND $ids AS id
MATCH (expert:Expert {id: id})
WITH expert,
     head([(expert)-[:BASED_IN]->(base:County) | base.code]) AS county,
     head([(expert)-[:AFFILIATED_WITH]->(institution:Institution) |
           {id: institution.id, name: institution.name, city: institution.city}]) AS sender
RETURN expert.id AS id, expert.name AS name, expert.title AS title, expert.onDuty AS onDuty,
       expert.demo AS demo, sender.id AS institutionId, sender.name AS institution,
       county, sender.city AS city
ORDER BY id
