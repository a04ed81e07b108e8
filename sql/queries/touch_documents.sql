-- Every current raw item was seen in this run.
-- Reads: moment (seen_at).
UPDATE raw_documents SET last_seen_at = (SELECT seen_at FROM moment) WHERE is_current;
