-- materialized
-- Claims of current documents that do not stand alone: another claim answers the same question. A helper,
-- stored because the views over answers would otherwise join all claims each time.
-- column: claim_id: claims.claim_id
-- column: document_id: documents.document_id
-- column: source_id: sources.source_id of the document
-- column: is_named_source: false where nobody knows who published the document
-- column: published_at: documents.published_at
-- column: published_earliest: the earliest that the evidence allows; NULL where undated
-- column: published_latest: the latest that the evidence allows; NULL where undated
-- column: proposition_id: the proposition that the claim says
-- column: similarity: how close the claim is to it, 0..1
-- column: question_id: the question that it answers
-- column: story_id: the story of that question, else of the claim's document
-- column: origin_id: the most probable origin
-- column: origin_kind: its kind
-- column: is_certain: the link to the origin is at least 0.75 probable
-- column: named_speaker: who said it by name (level 1 of the chain); NULL where narrated or unnamed
WITH said_often AS (
    SELECT proposition_id
    FROM claim_propositions
    GROUP BY proposition_id
    HAVING count(*) > 1
),

answered_often AS (
    SELECT question_id
    FROM propositions
    GROUP BY question_id
    HAVING count(*) > 1
),

compared AS (
    SELECT
        p.proposition_id,
        p.question_id
    FROM propositions AS p
    LEFT JOIN said_often AS s ON p.proposition_id = s.proposition_id
    LEFT JOIN answered_often AS a ON p.question_id = a.question_id
    WHERE s.proposition_id IS NOT NULL OR a.question_id IS NOT NULL
),

members AS (
    SELECT
        m.claim_id,
        c.document_id,
        m.proposition_id,
        m.similarity,
        p.question_id
    FROM claim_propositions AS m
    INNER JOIN compared AS p ON m.proposition_id = p.proposition_id
    INNER JOIN claims AS c ON m.claim_id = c.claim_id
)

SELECT
    m.claim_id,
    m.document_id,
    d.source_id,
    d.is_named_source,
    d.published_at,
    d.published_earliest,
    d.published_latest,
    m.proposition_id,
    m.similarity,
    m.question_id,
    coalesce(q.story_id, d.story_id) AS story_id,
    o.origin_id,
    o.kind AS origin_kind,
    coalesce(o.is_certain, false) AS is_certain,
    w.source_name AS named_speaker
FROM members AS m
INNER JOIN document_context AS d ON m.document_id = d.document_id
LEFT JOIN questions AS q ON m.question_id = q.question_id
LEFT JOIN main_origins AS o ON m.claim_id = o.claim_id
LEFT JOIN attributions AS w
    ON m.claim_id = w.claim_id AND w.level = 1 AND NOT w.is_anonymous
