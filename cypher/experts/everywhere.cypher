// All that a score depends on of one expert, with regard to every county and every year.
//
// read
// $id  string
// -> id, title, onDuty, serviceModes, travelRadiusKm, daysPerYear, latitude, longitude, county (code or null),
//    postings [{year, days}], ratings, grades, blocked [{county, reason}], institutionPaired (codes of counties),
//    prefecturePaired (codes of counties), skills

MATCH (expert:Expert {id: $id})
OPTIONAL MATCH (expert)-[:BASED_IN]->(base:County)
OPTIONAL MATCH (expert)-[:AFFILIATED_WITH]->(institution:Institution)
OPTIONAL MATCH (seat:Prefecture {code: institution.prefectureCode})
RETURN expert.id AS id,
       expert.title AS title,
       expert.onDuty AS onDuty,
       expert.serviceModes AS serviceModes,
       expert.travelRadiusKm AS travelRadiusKm,
       expert.daysPerYear AS daysPerYear,
       expert.latitude AS latitude,
       expert.longitude AS longitude,
       base.code AS county,
       [(expert)-[:HOLDS]->(posting:Posting) WHERE posting.status = 'active' | {year: posting.year, days: posting.days}] AS postings,
       [(expert)-[:PERFORMED]->(record:ServiceRecord) WHERE record.rating IS NOT NULL | record.rating] AS ratings,
       [(expert)-[:RECEIVED]->(assessment:Assessment) | assessment.grade] AS grades,
       [(expert)-[block:BLOCKED_FROM]->(barred:County) | {county: barred.code, reason: block.reason}] AS blocked,
       [(institution)-[:PAIRED_WITH]->(host:County) | host.code] AS institutionPaired,
       [(seat)-[:PAIRED_WITH]->(host:County) | host.code] AS prefecturePaired,
       [(expert)-[has:HAS_SKILL]->(skill:Skill) |
        {skill: skill.id, level: has.level, kinds: has.evidenceKinds, years: has.evidenceYears, titles: has.evidenceTitles}] AS skills
