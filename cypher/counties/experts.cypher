// Experts who are based in a county.
//
// read
// $county  string   id of the county
// $limit   integer
// -> id

MATCH (:County {id: $county})<-[:BASED_IN]-(expert:Expert)
WHERE expert.onDuty
RETURN expert.id AS id
ORDER BY id
LIMIT $limit
