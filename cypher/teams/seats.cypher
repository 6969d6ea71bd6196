// Who is in a committed team in a year. Teams without a term stay for their year.
//
// read
// $year  integer
// -> expert, team, name, county (code), days

MATCH (county:County)<-[:SERVES]-(team:ServiceTeam)<-[member:MEMBER_OF]-(expert:Expert)
WHERE team.year <= $year AND $year < team.year + coalesce(team.termYears, 1)
RETURN expert.id AS expert, team.id AS team, team.name AS name, county.code AS county,
       coalesce(member.days, 0) AS days
ORDER BY expert, team
