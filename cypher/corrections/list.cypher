// Corrections, the newest first: their ids sort by time.
//
// read
// $before  string   id of the last correction of the page before, "~" for the first page
// $limit   integer
// -> id, at, by, text, words, from, to, tag, right, origin

MATCH (correction:Correction)
WHERE correction.id < $before
RETURN correction.id AS id, correction.at AS at, correction.by AS by, correction.text AS text,
       correction.words AS words, correction.from AS from, correction.to AS to,
       correction.tag AS tag, correction.right AS right, correction.origin AS origin
ORDER BY id DESC
LIMIT $limit
