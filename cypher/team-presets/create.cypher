// Stores a version of an edited preset. Its id must be free.
//
// write
// $id          string  "preset_" + slug + "@" + version
// $properties  map     all properties of a preset but the id
// -> id

CREATE (preset:TeamPreset {id: $id})
SET preset += $properties
RETURN preset.id AS id
