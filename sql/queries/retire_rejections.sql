-- Rejections of reading that no longer stand: of files that were read again, or that are gone.
-- Reads: reread (file).
UPDATE rejected_documents
SET is_current = false
WHERE
    is_current
    AND stage = 'reading'
    AND (path IN (SELECT file FROM reread) OR split_part(path, '#', 1) IN (SELECT file FROM reread));
