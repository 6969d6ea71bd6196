// What a county grows, rears or does.
//
// read
// $county  string   id of the county
// $limit   integer
// -> industry (id without its prefix is the vocabulary's), role, rank, note, assumed

MATCH (:County {id: $county})-[grows:GROWS]->(industry:Industry)
RETURN industry.id AS industry, grows.role AS role, grows.rank AS rank, grows.note AS note,
       grows.assumed AS assumed
ORDER BY role, rank, industry
LIMIT $limit
