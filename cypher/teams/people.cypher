// Some of those a team may be made of, by their ids, with what is known of them whatever the county.
//
// read
// $after  text  id of the last who was read; empty for the first
// $limit  integer
// -> id, name, title, onDuty, serviceModes, travelRadiusKm, daysPerYear, latitude, longitude, county (code or null),
//    institution (id or null), institutionName (or null), level (of the institution, or null)

MATCH (expert:Expert)
WHERE expert.id > $after
WITH expert
ORDER BY expert.id
LIMIT $limit
WITH expert,
     head([(expert)-[:BASED_IN]->(base:County) | base.code]) AS county,
     head([(expert)-[:AFFILIATED_WITH]->(institution:Institution) |
           {id: institution.id, name: institution.name, level: institution.level}]) AS sender
RETURN expert.id AS id, expert.name AS name, expert.title AS title, expert.onDuty AS onDuty,
       expert.serviceModes AS serviceModes, expert.travelRadiusKm AS travelRadiusKm,
       expert.daysPerYear AS daysPerYear, expert.latitude AS latitude, expert.longitude AS longitude,
       county, sender.id AS institution, sender.name AS institutionName, sender.level AS level
ORDER BY id
