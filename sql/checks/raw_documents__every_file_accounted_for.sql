-- Every file of the input folder is a raw item, holds some, or was rejected with a reason.
-- asset: raw_documents
-- severity: error
WITH used AS (
    SELECT path FROM raw_documents
    UNION ALL
    SELECT path FROM rejected_documents
),

files AS (
    SELECT path FROM used
    UNION
    -- A record's path is its file's, a '#' and its id; a file's own name may hold a '#' too.
    SELECT
        unnest([
            array_to_string(string_split(path, '#')[:n], '#') FOR n IN range(1, len(string_split(path, '#')))
        ])
    FROM used
    WHERE contains(path, '#')
)

SELECT f.path
FROM input_files AS f
ANTI JOIN files AS u ON f.path = u.path
