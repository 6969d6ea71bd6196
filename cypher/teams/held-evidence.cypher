// What some people can do, with the evidence.
//
// read
// $ids  list  of experts
// -> expert, skill, level, kinds, years, titles

UNWIND $ids AS id
MATCH (expert:Expert {id: id})-[has:HAS_SKILL]->(skill:Skill)
RETURN id AS expert, skill.id AS skill, has.level AS level,
       has.evidenceKinds AS kinds, has.evidenceYears AS years, has.evidenceTitles AS titles
ORDER BY expert, skill
