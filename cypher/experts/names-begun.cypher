// Names of experts whose first two characters stand in a text. Where the second one is a sign that people
// type in several ways or leave out (阿·买买提, A. Li), the first is enough.
//
// read
// $text   string   in lower case
// $signs  string   all such signs in a row
// $limit  integer
// -> name

MATCH (expert:Expert)
WHERE $text CONTAINS toLower(substring(expert.name, 0, 2))
   OR ($signs CONTAINS substring(expert.name, 1, 1) AND $text CONTAINS toLower(substring(expert.name, 0, 1)))
RETURN DISTINCT expert.name AS name
ORDER BY name
LIMIT $limit
