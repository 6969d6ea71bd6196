// Says where a draft stands.
//
// write
// $id      string
// $status  string  "draft" | "committed"
// -> id

MATCH (draft:TeamDraft {id: $id})
SET draft.status = $status
RETURN draft.id AS id
