// All versions of all edited presets, the newest of each first.
//
// read
// $limit  integer
// -> id, slug, version, preset (JSON), at, by

MATCH (preset:TeamPreset)
RETURN preset.id AS id, preset.slug AS slug, preset.version AS version, preset.preset AS preset,
       preset.at AS at, preset.by AS by
ORDER BY slug, version DESC
LIMIT $limit
