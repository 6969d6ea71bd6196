// Says what a need asks for. Skills that nobody has yet are made.
//
// write
// $id     string  id of the need
// $asked  list    {skill, industry, competence, industryId, competenceId, weight, level}
// -> asked (how many)

UNWIND $asked AS ask
MERGE (skill:Skill {id: ask.skill})
ON CREATE SET skill.industry = ask.industry, skill.competence = ask.competence
WITH skill, ask
MATCH (need:Need {id: $id})
MATCH (industry:Industry {id: ask.industryId})
MATCH (competence:Competence {id: ask.competenceId})
MERGE (skill)-[:IN_INDUSTRY]->(industry)
MERGE (skill)-[:OF_COMPETENCE]->(competence)
MERGE (need)-[asks:ASKS_FOR]->(skill)
SET asks.weight = ask.weight, asks.level = ask.level
RETURN count(asks) AS asked
