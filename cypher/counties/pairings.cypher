// Who is paired with a county: institutions by id, prefectures by code.
//
// read
// $county  string  id of the county
// -> institutions, prefectures

MATCH (county:County {id: $county})
RETURN [(county)<-[:PAIRED_WITH]-(institution:Institution) | institution.id] AS institutions,
       [(county)<-[:PAIRED_WITH]-(prefecture:Prefecture) | prefecture.code] AS prefectures
