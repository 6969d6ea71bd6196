// What everybody can do, a row for each expert and skill; kinds and years of the evidence without its titles.
//
// read
// -> expert, skill, level, kinds, years

MATCH (expert:Expert)-[has:HAS_SKILL]->(skill:Skill)
RETURN expert.id AS expert, skill.id AS skill, has.level AS level,
       has.evidenceKinds AS kinds, has.evidenceYears AS years
