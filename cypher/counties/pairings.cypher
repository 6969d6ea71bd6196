// Who is paired with a county: institutions by id, prefectures by code.
//
// read
// $county  string  id of the county
// -> institutions, prefectures

MATCH (county:County {id: $county})
RETURN [(institution:Institution)-[:PAIRED_WITH]->(county) | institution.id] AS institutions,
       [(prefecture:Prefecture)-[:PAIRED_WITH]->(county) | prefecture.code] AS prefectures
