// Who on duty holds one of some skills, a row for each expert and skill. Ranking is not done here.
//
// read
// $skills  list  ids of skills
// -> expert, skill, level

UNWIND $skills AS id
MATCH (skill:Skill {id: id})<-[has:HAS_SKILL]-(expert:Expert)
WHERE expert.onDuty
RETURN expert.id AS expert, skill.id AS skill, has.level AS level
