-- Every table of the warehouse; the only place where a table is written down. Comments follow at the end.

CREATE TABLE IF NOT EXISTS runs (
    run_id TEXT PRIMARY KEY,
    finished_at TIMESTAMP,
    code_version TEXT,
    settings_sha256 TEXT,
    models TEXT,
    schema_version TEXT,
    documents BIGINT,
    rejected BIGINT
);

CREATE TABLE IF NOT EXISTS raw_documents (
    document_id TEXT PRIMARY KEY,
    path TEXT,
    media_type TEXT,
    encoding TEXT,
    byte_size BIGINT,
    content_sha256 TEXT,
    content BLOB,
    hints TEXT,
    first_seen_at TIMESTAMP,
    last_seen_at TIMESTAMP,
    revision INTEGER,
    is_current BOOLEAN
);

CREATE TABLE IF NOT EXISTS input_files (
    path TEXT PRIMARY KEY,
    byte_size BIGINT,
    modified_ns BIGINT,
    content_sha256 TEXT,
    reader_version TEXT
);

CREATE TABLE IF NOT EXISTS rejected_documents (
    path TEXT,
    content_sha256 TEXT,
    stage TEXT,
    reason TEXT,
    detail TEXT,
    seen_at TIMESTAMP,
    is_current BOOLEAN,
    attempts INTEGER,
    code_version TEXT,
    PRIMARY KEY (path, content_sha256, stage)
);

CREATE TABLE IF NOT EXISTS stage_documents (
    stage TEXT,
    document_id TEXT,
    code_version TEXT,
    PRIMARY KEY (stage, document_id)
);

CREATE TABLE IF NOT EXISTS stage_inputs (
    stage TEXT PRIMARY KEY,
    fingerprint TEXT
);

CREATE TABLE IF NOT EXISTS sources (
    source_id TEXT PRIMARY KEY,
    name TEXT,
    domain TEXT,
    family TEXT,
    named_by TEXT
);

CREATE TABLE IF NOT EXISTS document_sources (
    document_id TEXT PRIMARY KEY,
    source_id TEXT,
    name TEXT,
    domain TEXT,
    family TEXT,
    named_by TEXT
);

CREATE TABLE IF NOT EXISTS documents (
    document_id TEXT PRIMARY KEY,
    source_id TEXT,
    title TEXT,
    byline TEXT,
    published_at TIMESTAMP,
    published_earliest TIMESTAMP,
    published_latest TIMESTAMP,
    published_by TEXT,
    language TEXT,
    analysis TEXT,
    text TEXT,
    word_count BIGINT,
    title_by TEXT,
    byline_by TEXT,
    language_by TEXT
);

CREATE TABLE IF NOT EXISTS text_map (
    document_id TEXT,
    start_char INTEGER,
    end_char INTEGER,
    raw_start INTEGER,
    raw_end INTEGER
);

CREATE TABLE IF NOT EXISTS text_blocks (
    document_id TEXT,
    ordinal INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    section TEXT
);

CREATE TABLE IF NOT EXISTS omitted_passages (
    document_id TEXT,
    raw_start INTEGER,
    raw_end INTEGER,
    reason TEXT
);

CREATE TABLE IF NOT EXISTS sentences (
    sentence_id TEXT PRIMARY KEY,
    document_id TEXT,
    ordinal INTEGER,
    start_char INTEGER,
    end_char INTEGER,
    text TEXT,
    section TEXT,
    language TEXT
);

CREATE TABLE IF NOT EXISTS boilerplate_lines (
    source_id TEXT,
    line TEXT,
    documents BIGINT,
    share DOUBLE
);

CREATE TABLE IF NOT EXISTS claims (
    claim_id TEXT PRIMARY KEY,
    document_id TEXT,
    sentence_id TEXT,
    ordinal INTEGER,
    text TEXT,
    start_char INTEGER,
    end_char INTEGER,
    raw_start INTEGER,
    raw_end INTEGER,
    subject TEXT,
    predicate TEXT,
    object TEXT,
    standalone_text TEXT,
    polarity TEXT,
    modality TEXT,
    attribution TEXT,
    speaker TEXT,
    event_start DATE,
    event_end DATE,
    check_worthiness DOUBLE,
    confidence DOUBLE,
    tense TEXT
);

CREATE TABLE IF NOT EXISTS attributions (
    claim_id TEXT,
    level INTEGER,
    source_text TEXT,
    source_name TEXT,
    source_start INTEGER,
    source_end INTEGER,
    source_raw_start INTEGER,
    source_raw_end INTEGER,
    cue_text TEXT,
    cue_start INTEGER,
    cue_end INTEGER,
    cue_raw_start INTEGER,
    cue_raw_end INTEGER,
    is_anonymous BOOLEAN,
    is_outlet BOOLEAN
);

CREATE TABLE IF NOT EXISTS quantities (
    claim_id TEXT,
    text TEXT,
    start_char INTEGER,
    end_char INTEGER,
    stated DOUBLE,
    low DOUBLE,
    high DOUBLE,
    comparator TEXT,
    unit TEXT,
    measures TEXT,
    aggregation TEXT,
    period_start DATE,
    period_end DATE,
    scope TEXT
);

CREATE TABLE IF NOT EXISTS entities (
    claim_id TEXT,
    text TEXT,
    start_char INTEGER,
    end_char INTEGER,
    kind TEXT,
    entity TEXT
);

CREATE TABLE IF NOT EXISTS reuse_spans (
    document_a TEXT,
    document_b TEXT,
    a_start INTEGER,
    a_end INTEGER,
    b_start INTEGER,
    b_end INTEGER,
    similarity DOUBLE,
    kind TEXT,
    copier TEXT,
    direction_certainty DOUBLE
);

CREATE TABLE IF NOT EXISTS document_shingles (
    document_id TEXT PRIMARY KEY,
    source_id TEXT,
    shingles BLOB,
    basis TEXT
);

CREATE TABLE IF NOT EXISTS judged_boilerplate (
    source_id TEXT,
    line TEXT
);

CREATE TABLE IF NOT EXISTS origins (
    origin_id TEXT PRIMARY KEY,
    name TEXT,
    kind TEXT,
    document_id TEXT
);

CREATE TABLE IF NOT EXISTS document_origins (
    document_id TEXT PRIMARY KEY,
    origin_id TEXT,
    reason TEXT,
    copied_share DOUBLE
);

CREATE TABLE IF NOT EXISTS claim_origins (
    claim_id TEXT,
    origin_id TEXT,
    reason TEXT,
    probability DOUBLE,
    PRIMARY KEY (claim_id, origin_id)
);

CREATE TABLE IF NOT EXISTS upstream_credits (
    document_id TEXT,
    upstream TEXT,
    upstream_source_id TEXT,
    start_char INTEGER,
    end_char INTEGER,
    found_in TEXT
);

CREATE TABLE IF NOT EXISTS source_dependence (
    source_a TEXT,
    source_b TEXT,
    probability DOUBLE,
    low DOUBLE,
    high DOUBLE,
    p_a_from_b DOUBLE,
    p_b_from_a DOUBLE,
    p_common_parent DOUBLE,
    parent TEXT,
    shared_text BIGINT,
    shared_credits BIGINT,
    shared_rare_claims BIGINT
);

CREATE TABLE IF NOT EXISTS stories (
    story_id TEXT PRIMARY KEY,
    title TEXT,
    first_published_at TIMESTAMP,
    last_published_at TIMESTAMP
);

CREATE TABLE IF NOT EXISTS document_stories (
    document_id TEXT PRIMARY KEY,
    story_id TEXT,
    similarity DOUBLE
);

CREATE TABLE IF NOT EXISTS judged_stories (
    document_id TEXT PRIMARY KEY,
    story_id TEXT
);

CREATE TABLE IF NOT EXISTS questions (
    question_id TEXT PRIMARY KEY,
    story_id TEXT,
    text TEXT,
    answer_kind TEXT,
    unit TEXT,
    scope TEXT,
    since DATE
);

CREATE TABLE IF NOT EXISTS propositions (
    proposition_id TEXT PRIMARY KEY,
    question_id TEXT,
    text TEXT,
    as_of_start DATE,
    as_of_end DATE,
    first_seen_at TIMESTAMP
);

CREATE TABLE IF NOT EXISTS claim_propositions (
    claim_id TEXT,
    proposition_id TEXT,
    similarity DOUBLE,
    PRIMARY KEY (claim_id, proposition_id)
);

CREATE TABLE IF NOT EXISTS claim_relations (
    claim_a TEXT,
    claim_b TEXT,
    relation TEXT,
    kind TEXT,
    ordered_by TEXT,
    score DOUBLE,
    reason TEXT
);

CREATE TABLE IF NOT EXISTS review_overrides (
    claim_a TEXT,
    claim_b TEXT,
    verdict TEXT,
    decided_by TEXT,
    decided_at TIMESTAMP,
    why TEXT,
    sha256_a TEXT,
    quote_a TEXT,
    sha256_b TEXT,
    quote_b TEXT
);
