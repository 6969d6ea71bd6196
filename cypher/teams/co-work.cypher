// Who worked with whom.
//
// read
// -> one, other, times, lastYear

MATCH (one:Expert)-[worked:WORKED_WITH]->(other:Expert)
RETURN one.id AS one, other.id AS other, worked.times AS times, worked.lastYear AS lastYear
ORDER BY one, other
