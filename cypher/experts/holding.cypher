// Who on duty holds one of some skills, a row for each expert and skill, and where to find them:
// facts that come cheaply and rule out many who need not be read in full. Ranking is not done here.
//
// read
// $skills  list  ids of skills
// -> expert, skill, level, latitude, longitude, travelRadiusKm

UNWIND $skills AS id
MATCH (skill:Skill {id: id})<-[has:HAS_SKILL]-(expert:Expert)
WHERE expert.onDuty
RETURN expert.id AS expert, id AS skill, has.level AS level,
       expert.latitude AS latitude, expert.longitude AS longitude,
       expert.travelRadiusKm AS travelRadiusKm
