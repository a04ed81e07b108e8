-- Documents of files that are gone from the input folder are no longer current.
-- Reads: gone (path: a file, or a record's path).
UPDATE raw_documents SET is_current = false
WHERE is_current AND path IN (SELECT path FROM gone);
DELETE FROM input_files WHERE path IN (SELECT file FROM gone);
