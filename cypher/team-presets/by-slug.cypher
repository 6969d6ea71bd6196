// The versions of an edited preset, the newest first.
//
// read
// $slug   string
// $limit  integer
// -> id, version, preset (JSON), at, by

MATCH (preset:TeamPreset {slug: $slug})
RETURN preset.id AS id, preset.version AS version, preset.preset AS preset, preset.at AS at, preset.by AS by
ORDER BY version DESC
LIMIT $limit
