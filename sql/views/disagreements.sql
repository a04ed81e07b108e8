-- materialized
-- Pairs of claims that contradict, correct or update each other, in the order in which an editor wants
-- to see them: one pair of every two answers before the repetitions of any; contradictions before
-- corrections before updates; different sources before one source; then by score, by how much the
-- lesser of the two is worth checking, and by how many origins stand behind the two.
-- column: claim_a: the later one of an update or correction, else the smaller id
-- column: claim_b: the other one
-- column: text_a: claim_a readable without its context
-- column: text_b: claim_b readable without its context
-- column: source_a: sources.source_id of claim_a
-- column: source_b: sources.source_id of claim_b
-- column: published_a: when claim_a was published
-- column: published_b: when claim_b was published
-- column: question_id: the question that both answer
-- column: story_id: its story
-- column: relation: contradicts, corrects or updates
-- column: kind: why they differ
-- column: reason: the same for a reader
-- column: score: how sure the relation is, 0..1
-- column: name_a: sources.name of source_a
-- column: name_b: sources.name of source_b
WITH differing AS (
    SELECT *
    FROM claim_relations
    WHERE relation IN ('contradicts', 'corrects', 'updates')
),

sides AS (
    SELECT
        c.claim_id,
        c.standalone_text,
        c.check_worthiness,
        d.source_id,
        d.source AS name,
        d.published_at,
        m.proposition_id,
        p.question_id,
        p.story_id,
        p.origins
    FROM claims AS c
    SEMI JOIN (
        SELECT claim_a AS claim_id FROM differing
        UNION
        SELECT claim_b FROM differing
    ) AS f ON c.claim_id = f.claim_id
    INNER JOIN document_context AS d ON c.document_id = d.document_id
    LEFT JOIN claim_propositions AS m ON c.claim_id = m.claim_id
    LEFT JOIN proposition_support AS p ON m.proposition_id = p.proposition_id
)

SELECT
    f.claim_a,
    f.claim_b,
    a.standalone_text AS text_a,
    b.standalone_text AS text_b,
    a.source_id AS source_a,
    b.source_id AS source_b,
    a.published_at AS published_a,
    b.published_at AS published_b,
    coalesce(a.question_id, b.question_id) AS question_id,
    coalesce(a.story_id, b.story_id) AS story_id,
    f.relation,
    f.kind,
    f.reason,
    f.score,
    a.name AS name_a,
    b.name AS name_b
FROM differing AS f
INNER JOIN sides AS a ON f.claim_a = a.claim_id
INNER JOIN sides AS b ON f.claim_b = b.claim_id
ORDER BY
    row_number() OVER (
        PARTITION BY
            f.relation,
            coalesce(least(a.proposition_id, b.proposition_id), f.claim_a),
            coalesce(greatest(a.proposition_id, b.proposition_id), f.claim_b)
        ORDER BY a.source_id = b.source_id, f.score DESC NULLS LAST, f.claim_a, f.claim_b
    ) > 1,
    list_position(['contradicts', 'corrects', 'updates'], f.relation),
    a.source_id = b.source_id,
    coalesce(f.score, 0) * coalesce(least(a.check_worthiness, b.check_worthiness), 0)
    * ln(1 + coalesce(a.origins, 1) + coalesce(b.origins, 1)) DESC,
    f.claim_a,
    f.claim_b
