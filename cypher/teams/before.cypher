// The teams a county had before a year, a row for each member, the latest team first.
//
// read
// $county  string   id of the county
// $year    integer
// $limit   integer
// -> team, name, year, expert, role

MATCH (county:County {id: $county})<-[:SERVES]-(team:ServiceTeam)<-[member:MEMBER_OF]-(expert:Expert)
WHERE team.year < $year
RETURN team.id AS team, team.name AS name, team.year AS year, expert.id AS expert, member.role AS role
ORDER BY year DESC, team, expert
LIMIT $limit
