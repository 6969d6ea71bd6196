// The published needs of a county with all they ask for.
//
// read
// $county  string   id of the county
// $limit   integer
// -> code, urgent, createdAt, asked [{skill, weight, level}]

MATCH (county:County {id: $county})<-[:RAISED_IN]-(need:Need)
WHERE need.status = 'published'
RETURN need.code AS code, need.urgent AS urgent, need.createdAt AS createdAt,
       [(need)-[asks:ASKS_FOR]->(skill:Skill) | {skill: skill.id, weight: asks.weight, level: asks.level}] AS asked
ORDER BY code
LIMIT $limit
