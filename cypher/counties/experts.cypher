// Experts who are based in a county.
//
// read
// $county  string   id of the county
// $limit   integer
// -> id

MATCH (expert:Expert)-[:BASED_IN]->(:County {id: $county})
WHERE expert.onDuty
RETURN expert.id AS id
ORDER BY id
LIMIT $limit
