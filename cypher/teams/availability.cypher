// What some people are committed to in a year. Ids of nobody are left out.
//
// read
// $experts  list     of experts
// $year     integer
// -> id, name, onDuty, daysPerYear, postingDays, seats [{team, name, county (code), days}], blocked (ids of counties)

UNWIND $experts AS id
MATCH (expert:Expert {id: id})
RETURN id, expert.name AS name, expert.onDuty AS onDuty, expert.daysPerYear AS daysPerYear,
       [(expert)-[:HOLDS]->(posting:Posting) WHERE posting.year = $year AND posting.status = 'active' | posting.days] AS postingDays,
       [(expert)-[member:MEMBER_OF]->(team:ServiceTeam)-[:SERVES]->(county:County)
        WHERE team.year <= $year AND $year < team.year + coalesce(team.termYears, 1) |
        {team: team.id, name: team.name, county: county.code, days: coalesce(member.days, 0)}] AS seats,
       [(expert)-[:BLOCKED_FROM]->(barred:County) | barred.id] AS blocked
ORDER BY id
