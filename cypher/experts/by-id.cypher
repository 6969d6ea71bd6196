// One expert as a page shows it.
//
// read
// $id  string
// -> id, name, pinyin, title, serviceModes, travelRadiusKm, daysPerYear, onDuty, latitude, longitude, about, demo,
//    county (code or null), institutionId (or null), institution (or null), city (or null),
//    skills [{skill, level, kinds, years, titles}], postings [{id, year, days, status, county}],
//    records [{id, date, days, mode, summary, rating, county}], assessments [{year, grade}], teams [{name, year, role}]

MATCH (expert:Expert {id: $id})
OPTIONAL MATCH (expert)-[:BASED_IN]->(base:County)
OPTIONAL MATCH (expert)-[:AFFILIATED_WITH]->(institution:Institution)
RETURN expert.id AS id, expert.name AS name, expert.pinyin AS pinyin, expert.title AS title,
       expert.serviceModes AS serviceModes, expert.travelRadiusKm AS travelRadiusKm,
       expert.daysPerYear AS daysPerYear, expert.onDuty AS onDuty,
       expert.latitude AS latitude, expert.longitude AS longitude,
       expert.about AS about, expert.demo AS demo, base.code AS county,
       institution.id AS institutionId, institution.name AS institution, institution.city AS city,
       [(expert)-[has:HAS_SKILL]->(skill:Skill) |
        {skill: skill.id, level: has.level, kinds: has.evidenceKinds, years: has.evidenceYears, titles: has.evidenceTitles}] AS skills,
       [(expert)-[:HOLDS]->(posting:Posting)-[:AT]->(host:County) |
        {id: posting.id, year: posting.year, days: posting.days, status: posting.status, county: host.code}] AS postings,
       [(expert)-[:PERFORMED]->(record:ServiceRecord)-[:SERVED]->(served:County) |
        {id: record.id, date: record.date, days: record.days, mode: record.mode, summary: record.summary, rating: record.rating, county: served.code}] AS records,
       [(expert)-[:RECEIVED]->(assessment:Assessment) | {year: assessment.year, grade: assessment.grade}] AS assessments,
       [(expert)-[member:MEMBER_OF]->(team:ServiceTeam) | {name: team.name, year: team.year, role: member.role}] AS teams
