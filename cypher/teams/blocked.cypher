// Who may not be sent to a county, and why.
//
// read
// $county  string  id of the county
// -> expert, reason

MATCH (county:County {id: $county})<-[block:BLOCKED_FROM]-(expert:Expert)
RETURN expert.id AS expert, block.reason AS reason
