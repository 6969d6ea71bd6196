// One need with the skills it asks for.
//
// read
// $id  string
// -> id, code, text, status, urgent, allowsRemote, days, year, createdAt, createdBy, demo, county (code),
//    asked [{skill, weight, level}]

MATCH (need:Need {id: $id})-[:RAISED_IN]->(county:County)
RETURN need.id AS id, need.code AS code, need.text AS text, need.status AS status,
       need.urgent AS urgent, need.allowsRemote AS allowsRemote, need.days AS days, need.year AS year,
       need.createdAt AS createdAt, need.createdBy AS createdBy, need.demo AS demo,
       county.code AS county,
       [(need)-[asks:ASKS_FOR]->(skill:Skill) | {skill: skill.id, weight: asks.weight, level: asks.level}] AS asked
