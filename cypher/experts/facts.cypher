// All that a score depends on of some experts, with regard to one county and one year.
// Evidence is that of the skills named in $skills; the others cannot matter.
//
// read
// $ids     list     of experts
// $skills  list     ids of the skills that may fit
// $county  string   id of the county that needs help
// $year    integer  service year
// -> id, title, onDuty, serviceModes, travelRadiusKm, daysPerYear, latitude, longitude, county (code or null),
//    institution (id or null), prefectureCode (or null), postingDays, ratings, grades, blocked, skills

UNWIND $ids AS id
MATCH (expert:Expert {id: id})
WITH expert,
     head([(expert)-[:BASED_IN]->(base:County) | base.code]) AS county,
     head([(expert)-[:AFFILIATED_WITH]->(institution:Institution) |
           {id: institution.id, prefectureCode: institution.prefectureCode}]) AS sender
RETURN expert.id AS id,
       expert.title AS title,
       expert.onDuty AS onDuty,
       expert.serviceModes AS serviceModes,
       expert.travelRadiusKm AS travelRadiusKm,
       expert.daysPerYear AS daysPerYear,
       expert.latitude AS latitude,
       expert.longitude AS longitude,
       county,
       sender.id AS institution,
       sender.prefectureCode AS prefectureCode,
       [(expert)-[:HOLDS]->(posting:Posting) WHERE posting.year = $year AND posting.status = 'active' | posting.days] AS postingDays,
       [(expert)-[:PERFORMED]->(record:ServiceRecord) WHERE record.rating IS NOT NULL | record.rating] AS ratings,
       [(expert)-[:RECEIVED]->(assessment:Assessment) | assessment.grade] AS grades,
       [(expert)-[block:BLOCKED_FROM]->(barred:County) WHERE barred.id = $county | block.reason] AS blocked,
       [(expert)-[has:HAS_SKILL]->(skill:Skill) WHERE skill.id IN $skills |
        {skill: skill.id, level: has.level, kinds: has.evidenceKinds, years: has.evidenceYears, titles: has.evidenceTitles}] AS skills
ORDER BY id
