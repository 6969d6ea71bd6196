// Takes a team away with all it is tied to.
//
// write
// $team  string
// -> id

MATCH (team:ServiceTeam {id: $team})
WITH team, team.id AS id
DETACH DELETE team
RETURN id
