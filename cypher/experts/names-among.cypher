// Which of these names an expert bears.
//
// read
// $names  list     names to look for
// $limit  integer
// -> name

MATCH (expert:Expert)
WHERE expert.name IN $names
RETURN DISTINCT expert.name AS name
ORDER BY name
LIMIT $limit
