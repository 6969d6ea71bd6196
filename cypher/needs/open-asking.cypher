// Published needs that ask for one of some skills, with all they ask for.
//
// read
// $skills  list     ids of skills
// $limit   integer
// -> id, code, text, urgent, allowsRemote, days, year, demo, county (code), asked [{skill, weight, level}]

MATCH (need:Need {status: 'published'})-[:ASKS_FOR]->(wanted:Skill)
WHERE wanted.id IN $skills
WITH DISTINCT need
MATCH (need)-[:RAISED_IN]->(county:County)
RETURN need.id AS id, need.code AS code, need.text AS text, need.urgent AS urgent,
       need.allowsRemote AS allowsRemote, need.days AS days, need.year AS year, need.demo AS demo,
       county.code AS county,
       [(need)-[asks:ASKS_FOR]->(skill:Skill) | {skill: skill.id, weight: asks.weight, level: asks.level}] AS asked
ORDER BY id
LIMIT $limit
