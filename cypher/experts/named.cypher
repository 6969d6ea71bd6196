// Experts who bear a name.
//
// read
// $name   string
// $limit  integer
// -> id, name, institution (or null)

MATCH (expert:Expert {name: $name})
OPTIONAL MATCH (expert)-[:AFFILIATED_WITH]->(institution:Institution)
RETURN expert.id AS id, expert.name AS name, institution.name AS institution
ORDER BY id
LIMIT $limit
