-- The paths at which bytes with this hash were ever read or rejected.
SELECT path FROM raw_documents
WHERE content_sha256 = $sha256
UNION
SELECT path FROM rejected_documents
WHERE content_sha256 = $sha256
ORDER BY path
