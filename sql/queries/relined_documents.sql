-- Documents that hold a line that has become, or is no longer, one that their source repeats.
WITH changed_lines AS (
    (
        SELECT source_id, line FROM boilerplate_lines
        EXCEPT
        SELECT source_id, line FROM judged_boilerplate
    )
    UNION ALL
    (
        SELECT source_id, line FROM judged_boilerplate
        EXCEPT
        SELECT source_id, line FROM boilerplate_lines
    )
)

SELECT DISTINCT d.document_id
FROM changed_lines AS c
INNER JOIN documents AS d ON c.source_id = d.source_id AND contains(d.text, c.line)
ORDER BY d.document_id
