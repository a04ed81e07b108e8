-- The stamps of the files that were read in this run.
-- Reads: stamps (columns of input_files).
INSERT OR REPLACE INTO input_files BY NAME SELECT * FROM stamps;
