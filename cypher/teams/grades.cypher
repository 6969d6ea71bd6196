// The grades of all yearly assessments.
//
// read
// -> expert, grade

MATCH (expert:Expert)-[:RECEIVED]->(assessment:Assessment)
RETURN expert.id AS expert, assessment.grade AS grade
