// What hosts said of all services they rated.
//
// read
// -> expert, rating (1-5)

MATCH (expert:Expert)-[:PERFORMED]->(record:ServiceRecord)
WHERE record.rating IS NOT NULL
RETURN expert.id AS expert, record.rating AS rating
