// Puts people into a team. The place of each in the teams of the year must be free.
//
// write
// $team     string
// $year     integer
// $members  list     {expert, seat, properties}: id of the place; role, days and squad
// -> added (how many)

MATCH (team:ServiceTeam {id: $team})
UNWIND $members AS row
MATCH (expert:Expert {id: row.expert})
CREATE (seat:TeamSeat {id: row.seat, expert: row.expert, team: $team, year: $year})
CREATE (expert)-[member:MEMBER_OF]->(team)
SET member += row.properties
RETURN count(member) AS added
