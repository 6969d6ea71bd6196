// Every expert on duty who is based in a county.
//
// read
// $county  string  id of the county
// -> expert

MATCH (:County {id: $county})<-[:BASED_IN]-(expert:Expert)
WHERE expert.onDuty
RETURN expert.id AS expert
