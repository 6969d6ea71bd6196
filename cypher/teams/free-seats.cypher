// Gives the places of a team back.
//
// write
// $team  string
// -> freed (how many)

MATCH (seat:TeamSeat {team: $team})
DELETE seat
RETURN count(*) AS freed
