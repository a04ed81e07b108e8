-- sqlfluff:max_line_length:200
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
    section TEXT,
    posted_at TIMESTAMP
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

CREATE TABLE IF NOT EXISTS credited_documents (
    document_id TEXT PRIMARY KEY,
    basis TEXT
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

CREATE TABLE IF NOT EXISTS boilerplate_claims (
    claim_id TEXT PRIMARY KEY,
    document_id TEXT
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

CREATE TABLE IF NOT EXISTS audit_verdicts (
    item TEXT,
    kind TEXT,
    stratum TEXT,
    population BIGINT,
    inclusion_probability DOUBLE,
    verdict TEXT,
    judge TEXT,
    note TEXT
);

COMMENT ON TABLE runs IS 'One published run: when, and by which code, settings and models.';
COMMENT ON COLUMN runs.run_id IS 'key';
COMMENT ON COLUMN runs.finished_at IS 'when the run was published, UTC';
COMMENT ON COLUMN runs.code_version IS 'hash of all code and SQL of the project';
COMMENT ON COLUMN runs.settings_sha256 IS 'hash of the settings that change results; where files lie is none of them';
COMMENT ON COLUMN runs.models IS 'the models used, by name and hash, as JSON';
COMMENT ON COLUMN runs.schema_version IS 'hash of the tables'' columns and keys';
COMMENT ON COLUMN runs.documents IS 'current documents in it';
COMMENT ON COLUMN runs.rejected IS 'raw items that could not be used and still cannot';

COMMENT ON TABLE raw_documents IS 'One version of one raw item: a file, or a record inside a container file.';
COMMENT ON COLUMN raw_documents.document_id IS 'key; a hash of path and bytes';
COMMENT ON COLUMN raw_documents.path IS 'relative to the input folder, each byte that is no UTF-8 as %XX; of a record the file''s path, ''#'' and its id or line';
COMMENT ON COLUMN raw_documents.media_type IS 'what the item was before container and compression were undone';
COMMENT ON COLUMN raw_documents.encoding IS 'by which content decodes strictly';
COMMENT ON COLUMN raw_documents.byte_size IS 'bytes of the file, or of a record''s content';
COMMENT ON COLUMN raw_documents.content_sha256 IS 'hash of the file''s bytes; of a record, of its content';
COMMENT ON COLUMN raw_documents.content IS 'what a text reader sees once container and compression are undone';
COMMENT ON COLUMN raw_documents.hints IS 'what the container says of the record (title, url, date, publisher, byline), and the field of its text where crossclaim-fields.toml names it, as JSON';
COMMENT ON COLUMN raw_documents.first_seen_at IS 'the first run that saw this version, UTC';
COMMENT ON COLUMN raw_documents.last_seen_at IS 'the last run that saw it, UTC';
COMMENT ON COLUMN raw_documents.revision IS '1, 2, ... at one path; a path that returns to earlier bytes gets that revision back';
COMMENT ON COLUMN raw_documents.is_current IS 'false once replaced, or gone from the folder';

COMMENT ON TABLE input_files IS 'One file of the input folder as it was last read; lets a run skip what has not changed.';
COMMENT ON COLUMN input_files.path IS 'key; as in raw_documents';
COMMENT ON COLUMN input_files.byte_size IS 'bytes';
COMMENT ON COLUMN input_files.modified_ns IS 'time of last change, nanoseconds since 1970';
COMMENT ON COLUMN input_files.content_sha256 IS 'hash of the file''s bytes; NULL where it was not needed';
COMMENT ON COLUMN input_files.reader_version IS 'hash of the code that read it';

COMMENT ON TABLE rejected_documents IS 'One raw item that could not be used, and why.';
COMMENT ON COLUMN rejected_documents.path IS 'as in raw_documents';
COMMENT ON COLUMN rejected_documents.content_sha256 IS 'hash of its bytes; empty where they were not read';
COMMENT ON COLUMN rejected_documents.stage IS 'where it was rejected: reading, cleaning, sentences, claims';
COMMENT ON COLUMN rejected_documents.reason IS 'empty, too_large, binary, undecodable, malformed, no_text, unsupported, outside, unreadable, vanished, timeout or crashed';
COMMENT ON COLUMN rejected_documents.detail IS 'the same for a reader';
COMMENT ON COLUMN rejected_documents.seen_at IS 'when it was last rejected, UTC';
COMMENT ON COLUMN rejected_documents.is_current IS 'false once the file is gone or could be used';
COMMENT ON COLUMN rejected_documents.attempts IS 'how often it was tried';
COMMENT ON COLUMN rejected_documents.code_version IS 'hash of the stage''s code that rejected it';

COMMENT ON TABLE stage_documents IS 'Which stage has done which document, and by which code; what is missing here is due.';
COMMENT ON COLUMN stage_documents.stage IS 'the stage';
COMMENT ON COLUMN stage_documents.document_id IS 'documents.document_id';
COMMENT ON COLUMN stage_documents.code_version IS 'hash of the stage''s code';

COMMENT ON TABLE stage_inputs IS 'What each stage across documents, view, check or page was last made from.';
COMMENT ON COLUMN stage_inputs.stage IS 'key; the stage, or ''view NAME'', ''check NAME''';
COMMENT ON COLUMN stage_inputs.fingerprint IS 'hash of all that it reads; of the manifest its lines';

COMMENT ON TABLE sources IS 'One publisher, from the best evidence that its documents give.';
COMMENT ON COLUMN sources.source_id IS 'key';
COMMENT ON COLUMN sources.name IS 'its name';
COMMENT ON COLUMN sources.domain IS 'its web domain, where known';
COMMENT ON COLUMN sources.family IS 'its owner; itself where unknown';
COMMENT ON COLUMN sources.named_by IS 'manifest, metadata, text, file_name or unknown: then each document is a source of its own, left out of views over sources';

COMMENT ON TABLE document_sources IS 'What one document says of its publisher; sources is made from these.';
COMMENT ON COLUMN document_sources.document_id IS 'key';
COMMENT ON COLUMN document_sources.source_id IS 'sources.source_id';
COMMENT ON COLUMN document_sources.name IS 'the publisher''s name as found in or with this document';
COMMENT ON COLUMN document_sources.domain IS 'its web domain, where known';
COMMENT ON COLUMN document_sources.family IS 'its owner; itself where unknown';
COMMENT ON COLUMN document_sources.named_by IS 'the evidence for the name';

COMMENT ON TABLE documents IS 'One readable document, cleaned.';
COMMENT ON COLUMN documents.document_id IS 'key; raw_documents.document_id';
COMMENT ON COLUMN documents.source_id IS 'who published this copy; sources.source_id';
COMMENT ON COLUMN documents.title IS 'its title';
COMMENT ON COLUMN documents.byline IS 'who wrote it, as printed';
COMMENT ON COLUMN documents.published_at IS 'the best single time, the clock as printed and not shifted to UTC; NULL where nothing tells';
COMMENT ON COLUMN documents.published_earliest IS 'the earliest that the evidence allows; a date without an hour spans its day';
COMMENT ON COLUMN documents.published_latest IS 'the latest that the evidence allows';
COMMENT ON COLUMN documents.published_by IS 'where the time was found: metadata, dateline, text, manifest or path';
COMMENT ON COLUMN documents.language IS 'ISO 639-1 code';
COMMENT ON COLUMN documents.analysis IS 'full; no_parser: no claims, since no parser knows the language; stub: a teaser of a text that is elsewhere';
COMMENT ON COLUMN documents.text IS 'the clean text that all offsets count in';
COMMENT ON COLUMN documents.word_count IS 'words in it';
COMMENT ON COLUMN documents.title_by IS 'where the title was found';
COMMENT ON COLUMN documents.byline_by IS 'where the byline was found';
COMMENT ON COLUMN documents.language_by IS 'how the language was told';

COMMENT ON TABLE text_map IS 'One run of clean text that was copied from one run of raw text.';
COMMENT ON COLUMN text_map.document_id IS 'documents.document_id';
COMMENT ON COLUMN text_map.start_char IS 'start in documents.text';
COMMENT ON COLUMN text_map.end_char IS 'end in documents.text, exclusive';
COMMENT ON COLUMN text_map.raw_start IS 'start in the decoded content';
COMMENT ON COLUMN text_map.raw_end IS 'end in the decoded content, exclusive';

COMMENT ON TABLE text_blocks IS 'One paragraph, heading, list item, credit or embedded post of the clean text.';
COMMENT ON COLUMN text_blocks.document_id IS 'documents.document_id';
COMMENT ON COLUMN text_blocks.ordinal IS 'its place in the document, from 0';
COMMENT ON COLUMN text_blocks.start_char IS 'start in documents.text';
COMMENT ON COLUMN text_blocks.end_char IS 'end in documents.text, exclusive';
COMMENT ON COLUMN text_blocks.section IS 'headline, subhead, body, credit or embed';
COMMENT ON COLUMN text_blocks.posted_at IS 'the time of the post that it stands in, as printed; NULL outside live reports';

COMMENT ON TABLE omitted_passages IS 'A passage of the raw text that the clean text leaves out.';
COMMENT ON COLUMN omitted_passages.document_id IS 'documents.document_id';
COMMENT ON COLUMN omitted_passages.raw_start IS 'start in the decoded content';
COMMENT ON COLUMN omitted_passages.raw_end IS 'end in the decoded content, exclusive';
COMMENT ON COLUMN omitted_passages.reason IS 'why it was left out';

COMMENT ON TABLE sentences IS 'One sentence.';
COMMENT ON COLUMN sentences.sentence_id IS 'key';
COMMENT ON COLUMN sentences.document_id IS 'documents.document_id';
COMMENT ON COLUMN sentences.ordinal IS 'its place in the document, from 0';
COMMENT ON COLUMN sentences.start_char IS 'start in documents.text';
COMMENT ON COLUMN sentences.end_char IS 'end in documents.text, exclusive';
COMMENT ON COLUMN sentences.text IS 'exactly that slice; may hold line breaks';
COMMENT ON COLUMN sentences.section IS 'headline, subhead, body, credit or embed';
COMMENT ON COLUMN sentences.language IS 'ISO 639-1 code; NULL where it is the document''s';

COMMENT ON TABLE boilerplate_lines IS 'A line that stands in so many documents of one source that it is no news.';
COMMENT ON COLUMN boilerplate_lines.source_id IS 'sources.source_id';
COMMENT ON COLUMN boilerplate_lines.line IS 'the line';
COMMENT ON COLUMN boilerplate_lines.documents IS 'documents of the source that have it';
COMMENT ON COLUMN boilerplate_lines.share IS 'of the source''s documents, those that have it';

COMMENT ON TABLE claims IS 'One statement that a document makes or reports, at one place.';
COMMENT ON COLUMN claims.claim_id IS 'key; a hash of document, raw span, subject, predicate and object';
COMMENT ON COLUMN claims.document_id IS 'documents.document_id';
COMMENT ON COLUMN claims.sentence_id IS 'sentences.sentence_id';
COMMENT ON COLUMN claims.ordinal IS 'its place in the document, from 0';
COMMENT ON COLUMN claims.text IS 'its words; exactly the slice from start_char to end_char';
COMMENT ON COLUMN claims.start_char IS 'start in documents.text';
COMMENT ON COLUMN claims.end_char IS 'end in documents.text, exclusive';
COMMENT ON COLUMN claims.raw_start IS 'start in the decoded content';
COMMENT ON COLUMN claims.raw_end IS 'end in the decoded content, exclusive';
COMMENT ON COLUMN claims.subject IS 'words of the sentence: who or what';
COMMENT ON COLUMN claims.predicate IS 'words of the sentence: does or is';
COMMENT ON COLUMN claims.object IS 'words of the sentence that follow: object, complement or adverbial';
COMMENT ON COLUMN claims.standalone_text IS 'readable with no context: pronouns and ''Tuesday'' resolved, odd characters repaired';
COMMENT ON COLUMN claims.polarity IS 'affirmed or negated';
COMMENT ON COLUMN claims.modality IS 'asserted, possible, planned, conditional, question or denied';
COMMENT ON COLUMN claims.attribution IS 'narrated (the document says it), direct, indirect or mixed (somebody else is said to have said it)';
COMMENT ON COLUMN claims.speaker IS 'canonical name of who said it; NULL where narrated';
COMMENT ON COLUMN claims.event_start IS 'first day of what it tells of';
COMMENT ON COLUMN claims.event_end IS 'last day of what it tells of';
COMMENT ON COLUMN claims.check_worthiness IS 'how much a fact checker would want it checked, 0..1';
COMMENT ON COLUMN claims.confidence IS 'the chance that a reader accepts text, arguments and speaker, 0..1';
COMMENT ON COLUMN claims.tense IS 'past, present or future; NULL where the verb tells none';

COMMENT ON TABLE attributions IS 'One link of a claim''s chain of who says so; joint speakers are one link.';
COMMENT ON COLUMN attributions.claim_id IS 'claims.claim_id';
COMMENT ON COLUMN attributions.level IS '1: who said it; 2: who reported that; the document''s own source is no level';
COMMENT ON COLUMN attributions.source_text IS 'the speaker as worded; NULL where the text has none';
COMMENT ON COLUMN attributions.source_name IS 'canonical name';
COMMENT ON COLUMN attributions.source_start IS 'start of source_text in documents.text';
COMMENT ON COLUMN attributions.source_end IS 'end of source_text, exclusive';
COMMENT ON COLUMN attributions.source_raw_start IS 'the same in the decoded content';
COMMENT ON COLUMN attributions.source_raw_end IS 'the same in the decoded content, exclusive';
COMMENT ON COLUMN attributions.cue_text IS 'the words that tell the saying';
COMMENT ON COLUMN attributions.cue_start IS 'start of cue_text in documents.text';
COMMENT ON COLUMN attributions.cue_end IS 'end of cue_text, exclusive';
COMMENT ON COLUMN attributions.cue_raw_start IS 'the same in the decoded content';
COMMENT ON COLUMN attributions.cue_raw_end IS 'the same in the decoded content, exclusive';
COMMENT ON COLUMN attributions.is_anonymous IS 'nobody is named';
COMMENT ON COLUMN attributions.is_outlet IS 'it is a news outlet';

COMMENT ON TABLE quantities IS 'One number in a claim, as the interval that its wording admits.';
COMMENT ON COLUMN quantities.claim_id IS 'claims.claim_id';
COMMENT ON COLUMN quantities.text IS 'its words';
COMMENT ON COLUMN quantities.start_char IS 'start in documents.text';
COMMENT ON COLUMN quantities.end_char IS 'end in documents.text, exclusive';
COMMENT ON COLUMN quantities.stated IS 'the number as worded';
COMMENT ON COLUMN quantities.low IS 'least value that the wording admits; NULL is open';
COMMENT ON COLUMN quantities.high IS 'greatest value that the wording admits; NULL is open';
COMMENT ON COLUMN quantities.comparator IS '=, >, >=, <, <= or ~';
COMMENT ON COLUMN quantities.unit IS 'its unit';
COMMENT ON COLUMN quantities.measures IS 'lemma of what is counted or measured';
COMMENT ON COLUMN quantities.aggregation IS 'event (of one event), cumulative (a running count), level (a state) or rate';
COMMENT ON COLUMN quantities.period_start IS 'first day of the period that it counts over';
COMMENT ON COLUMN quantities.period_end IS 'last day of that period';
COMMENT ON COLUMN quantities.scope IS 'the event, population or place that it is limited to';

COMMENT ON TABLE entities IS 'One mention of a named thing in a claim.';
COMMENT ON COLUMN entities.claim_id IS 'claims.claim_id';
COMMENT ON COLUMN entities.text IS 'its words';
COMMENT ON COLUMN entities.start_char IS 'start in documents.text';
COMMENT ON COLUMN entities.end_char IS 'end in documents.text, exclusive';
COMMENT ON COLUMN entities.kind IS 'what sort of thing';
COMMENT ON COLUMN entities.entity IS 'canonical name';

COMMENT ON TABLE reuse_spans IS 'One passage that two documents share, word for word or reworded.';
COMMENT ON COLUMN reuse_spans.document_a IS 'documents.document_id; less than document_b';
COMMENT ON COLUMN reuse_spans.document_b IS 'documents.document_id';
COMMENT ON COLUMN reuse_spans.a_start IS 'start in the text of document_a';
COMMENT ON COLUMN reuse_spans.a_end IS 'end in it, exclusive';
COMMENT ON COLUMN reuse_spans.b_start IS 'start in the text of document_b';
COMMENT ON COLUMN reuse_spans.b_end IS 'end in it, exclusive';
COMMENT ON COLUMN reuse_spans.similarity IS 'of the two passages, 0..1';
COMMENT ON COLUMN reuse_spans.kind IS 'verbatim, reworded or quote_only (only what somebody is quoted with)';
COMMENT ON COLUMN reuse_spans.copier IS 'a or b; NULL where unknown, or where both copied a third';
COMMENT ON COLUMN reuse_spans.direction_certainty IS 'the chance that the copier is told rightly, 0..1';

COMMENT ON TABLE document_shingles IS 'The word sequences of a document by which shared text is looked for; kept so that only new documents are read.';
COMMENT ON COLUMN document_shingles.document_id IS 'key';
COMMENT ON COLUMN document_shingles.source_id IS 'sources.source_id';
COMMENT ON COLUMN document_shingles.shingles IS 'packed hashes of the sequences';
COMMENT ON COLUMN document_shingles.basis IS 'hash of what they were made from';

COMMENT ON TABLE judged_boilerplate IS 'The boilerplate lines that stood when shared text was last looked for.';
COMMENT ON COLUMN judged_boilerplate.source_id IS 'sources.source_id';
COMMENT ON COLUMN judged_boilerplate.line IS 'the line';

COMMENT ON TABLE origins IS 'One origin: where a text, or what a claim reports, first came from as far as can be known.';
COMMENT ON COLUMN origins.origin_id IS 'key';
COMMENT ON COLUMN origins.name IS 'what to call it';
COMMENT ON COLUMN origins.kind IS 'person, organisation, outlet, document or anonymous';
COMMENT ON COLUMN origins.document_id IS 'the original, where it is in the corpus';

COMMENT ON TABLE document_origins IS 'Which origin a document''s text came from; of several the largest.';
COMMENT ON COLUMN document_origins.document_id IS 'key';
COMMENT ON COLUMN document_origins.origin_id IS 'origins.origin_id';
COMMENT ON COLUMN document_origins.reason IS 'copy (of another document), shared_upstream (with others, of an absent text) or own';
COMMENT ON COLUMN document_origins.copied_share IS 'of the letters of its body sentences, those that were copied, 0..1; passages that are only quotes do not count';

COMMENT ON TABLE claim_origins IS 'One origin that a claim may rest on.';
COMMENT ON COLUMN claim_origins.claim_id IS 'claims.claim_id';
COMMENT ON COLUMN claim_origins.origin_id IS 'origins.origin_id';
COMMENT ON COLUMN claim_origins.reason IS 'chain (somebody said it), copied_text (the passage comes from there) or own';
COMMENT ON COLUMN claim_origins.probability IS 'the chance that the claim rests on it, 0..1';

COMMENT ON TABLE upstream_credits IS 'One place at which a document credits another outlet with what it says.';
COMMENT ON COLUMN upstream_credits.document_id IS 'documents.document_id';
COMMENT ON COLUMN upstream_credits.upstream IS 'the outlet''s canonical name';
COMMENT ON COLUMN upstream_credits.upstream_source_id IS 'sources.source_id, where the outlet is a source of the corpus';
COMMENT ON COLUMN upstream_credits.start_char IS 'start in documents.text; NULL where it stands in the byline''s field';
COMMENT ON COLUMN upstream_credits.end_char IS 'end in documents.text, exclusive';
COMMENT ON COLUMN upstream_credits.found_in IS 'byline (speaks for the whole text), text (for the sentence around it) or claim (for the claim whose chain names it)';

COMMENT ON TABLE source_dependence IS 'One pair of sources: how likely one depends on the other, or both on a third.';
COMMENT ON COLUMN source_dependence.source_a IS 'sources.source_id; less than source_b';
COMMENT ON COLUMN source_dependence.source_b IS 'sources.source_id';
COMMENT ON COLUMN source_dependence.probability IS 'the chance of dependence, 0..1';
COMMENT ON COLUMN source_dependence.low IS 'lower bound of its 95 % interval; wide where little is known: one shared passage between two sources of one document each gives 0.11 to 1.00';
COMMENT ON COLUMN source_dependence.high IS 'upper bound of its 95 % interval';
COMMENT ON COLUMN source_dependence.p_a_from_b IS 'the part of it that source_a takes from source_b';
COMMENT ON COLUMN source_dependence.p_b_from_a IS 'the part of it that source_b takes from source_a';
COMMENT ON COLUMN source_dependence.p_common_parent IS 'the part of it that both take from a third';
COMMENT ON COLUMN source_dependence.parent IS 'that third, where it is credited';
COMMENT ON COLUMN source_dependence.shared_text IS 'pairs of their documents that share copied text';
COMMENT ON COLUMN source_dependence.shared_credits IS 'documents that credit the other or relay one outlet beside one of the other, copied text left out';
COMMENT ON COLUMN source_dependence.shared_rare_claims IS 'propositions that both tell as their own, with at most one more source and at most half of those that told the story';

COMMENT ON TABLE stories IS 'One event or affair that documents cover.';
COMMENT ON COLUMN stories.story_id IS 'key';
COMMENT ON COLUMN stories.title IS 'of its most central document';
COMMENT ON COLUMN stories.first_published_at IS 'earliest publication';
COMMENT ON COLUMN stories.last_published_at IS 'latest publication';

COMMENT ON TABLE document_stories IS 'Which story a document covers.';
COMMENT ON COLUMN document_stories.document_id IS 'key';
COMMENT ON COLUMN document_stories.story_id IS 'stories.story_id';
COMMENT ON COLUMN document_stories.similarity IS 'to the story, 0..1';

COMMENT ON TABLE boilerplate_claims IS 'A claim in a line that its source repeats from story to story, as of when claims were last compared; it is compared with nothing and is in no proposition.';
COMMENT ON COLUMN boilerplate_claims.claim_id IS 'claims.claim_id; key';
COMMENT ON COLUMN boilerplate_claims.document_id IS 'documents.document_id';
COMMENT ON TABLE judged_stories IS 'The story of each document when claims were last compared; pairs are judged again where it changed.';
COMMENT ON COLUMN judged_stories.document_id IS 'key';
COMMENT ON COLUMN judged_stories.story_id IS 'stories.story_id';

COMMENT ON TABLE questions IS 'One thing that has one answer at one time.';
COMMENT ON COLUMN questions.question_id IS 'key';
COMMENT ON COLUMN questions.story_id IS 'stories.story_id';
COMMENT ON COLUMN questions.text IS 'the question for a reader';
COMMENT ON COLUMN questions.answer_kind IS 'number, yes_no, name, time or open';
COMMENT ON COLUMN questions.unit IS 'unit of a number';
COMMENT ON COLUMN questions.scope IS 'the event, population or place that it is limited to';
COMMENT ON COLUMN questions.since IS 'start of a running count; NULL for a level';

COMMENT ON TABLE propositions IS 'One answer to a question: what one or more claims say alike.';
COMMENT ON COLUMN propositions.proposition_id IS 'key';
COMMENT ON COLUMN propositions.question_id IS 'questions.question_id';
COMMENT ON COLUMN propositions.text IS 'its most central claim';
COMMENT ON COLUMN propositions.as_of_start IS 'from when it is said to hold';
COMMENT ON COLUMN propositions.as_of_end IS 'until when';
COMMENT ON COLUMN propositions.first_seen_at IS 'publication of its first claim';

COMMENT ON TABLE claim_propositions IS 'Which proposition a claim says.';
COMMENT ON COLUMN claim_propositions.claim_id IS 'claims.claim_id';
COMMENT ON COLUMN claim_propositions.proposition_id IS 'propositions.proposition_id';
COMMENT ON COLUMN claim_propositions.similarity IS 'to the proposition, 0..1';

COMMENT ON TABLE claim_relations IS 'One related pair of claims of different documents, or of one document at different times or by different speakers.';
COMMENT ON COLUMN claim_relations.claim_a IS 'claims.claim_id: the more specific (refines) or later (updates, corrects) one, else the smaller id';
COMMENT ON COLUMN claim_relations.claim_b IS 'claims.claim_id';
COMMENT ON COLUMN claim_relations.relation IS 'same, refines, updates, corrects, contradicts or related';
COMMENT ON COLUMN claim_relations.kind IS 'why they differ: quantity, polarity, time, place, agent, speaker or scope; NULL for same';
COMMENT ON COLUMN claim_relations.ordered_by IS 'how their order is known: publication, as_of, count or unknown';
COMMENT ON COLUMN claim_relations.score IS 'how sure the relation is, 0..1';
COMMENT ON COLUMN claim_relations.reason IS 'the same in a sentence that a reader understands';

COMMENT ON TABLE review_overrides IS 'One verdict of a human on a pair of claims, kept by every later run; read from crossclaim-overrides.csv.';
COMMENT ON COLUMN review_overrides.claim_a IS 'claims.claim_id';
COMMENT ON COLUMN review_overrides.claim_b IS 'claims.claim_id';
COMMENT ON COLUMN review_overrides.verdict IS 'same, not_same, refines, updates, corrects, contradicts or related';
COMMENT ON COLUMN review_overrides.decided_by IS 'who decided';
COMMENT ON COLUMN review_overrides.decided_at IS 'when';
COMMENT ON COLUMN review_overrides.why IS 'the reason given';
COMMENT ON COLUMN review_overrides.sha256_a IS 'anchor of claim_a: hash of its file''s bytes';
COMMENT ON COLUMN review_overrides.quote_a IS 'anchor of claim_a: its words';
COMMENT ON COLUMN review_overrides.sha256_b IS 'anchor of claim_b: hash of its file''s bytes';
COMMENT ON COLUMN review_overrides.quote_b IS 'anchor of claim_b: its words';

COMMENT ON TABLE audit_verdicts IS 'One verdict of a human on an item of the random sample; read from crossclaim-audit.csv. Only these feed estimates.';
COMMENT ON COLUMN audit_verdicts.item IS 'what was judged: a claim''s id; the two of a relation; the two sources and the question of an agreement';
COMMENT ON COLUMN audit_verdicts.kind IS 'claim, relation or agreement';
COMMENT ON COLUMN audit_verdicts.stratum IS 'the part of the population that the item was drawn from';
COMMENT ON COLUMN audit_verdicts.population IS 'items in that stratum when it was drawn';
COMMENT ON COLUMN audit_verdicts.inclusion_probability IS 'the chance with which the item was drawn';
COMMENT ON COLUMN audit_verdicts.verdict IS 'yes or no; of an agreement the outcome that the judge finds';
COMMENT ON COLUMN audit_verdicts.judge IS 'who judged';
COMMENT ON COLUMN audit_verdicts.note IS 'what the judge had to say';
COMMENT ON TABLE credited_documents IS 'A current document whose text was read for credits.';
COMMENT ON COLUMN credited_documents.document_id IS 'key';
COMMENT ON COLUMN credited_documents.basis IS 'hash of code, publisher, byline and the names of all publishers that it was read with';
