// Who is in a team.
//
// read
// $team  string
// -> expert, role, squad (or null), days (or null)

MATCH (:ServiceTeam {id: $team})<-[member:MEMBER_OF]-(expert:Expert)
RETURN expert.id AS expert, member.role AS role, member.squad AS squad, member.days AS days
ORDER BY expert
