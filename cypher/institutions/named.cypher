// Institutions that bear a name.
//
// read
// $name   string
// $limit  integer
// -> id, name

MATCH (institution:Institution {name: $name})
RETURN institution.id AS id, institution.name AS name
ORDER BY id
LIMIT $limit
