// The places that some people have in the teams of a year.
//
// read
// $experts  list     of experts
// $year     integer
// -> id

UNWIND $experts AS expert
MATCH (seat:TeamSeat {expert: expert})
WHERE seat.year = $year
RETURN seat.id AS id
ORDER BY id
