// The days that active postings of a year take of everybody who has one.
//
// read
// $year  integer
// -> expert, days

MATCH (expert:Expert)-[:HOLDS]->(posting:Posting)
WHERE posting.year = $year AND posting.status = 'active'
RETURN expert.id AS expert, posting.days AS days
