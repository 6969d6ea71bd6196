// What some people can do, a row for each expert and skill; kinds and years of the evidence without its titles.
//
// read
// $experts  list  ids
// -> expert, skill, level, kinds, years

UNWIND $experts AS id
MATCH (expert:Expert {id: id})-[has:HAS_SKILL]->(skill:Skill)
RETURN id AS expert, skill.id AS skill, has.level AS level,
       has.evidenceKinds AS kinds, has.evidenceYears AS years
