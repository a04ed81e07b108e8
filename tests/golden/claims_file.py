"""The table of claims: every claim that a run finds, one a line, to be read by eye.

Belongs here: how a claim is written down. Does not belong here: judging it.
`python -m tests.golden DATABASE claims > before.tsv` and the same after a change show what changed.
"""

from pipeline.warehouse import Warehouse

COLUMNS = (
    "path",
    "start",
    "standalone",
    "subject",
    "predicate",
    "object",
    "polarity",
    "modality",
    "attribution",
    "speakers",
    "quantities",
    "worth",
)


def claims_table(warehouse: Warehouse) -> str:
    """The claims of all current documents as tab-separated lines, by path and place."""
    rows = warehouse.rows(
        """
        SELECT
            r.path, c.start_char, c.standalone_text, c.subject, c.predicate, c.object,
            c.polarity, c.modality, c.attribution,
            (
                SELECT string_agg(
                    coalesce(a.source_name, '') || CASE WHEN a.is_anonymous THEN '?' ELSE '' END,
                    ' < ' ORDER BY a.level
                )
                FROM attributions AS a WHERE a.claim_id = c.claim_id
            ),
            (
                SELECT string_agg(
                    q.comparator || q.stated::TEXT || coalesce(' ' || q.unit, '')
                    || coalesce(' ' || q.measures, ''), '; ' ORDER BY q.start_char
                )
                FROM quantities AS q WHERE q.claim_id = c.claim_id
            ),
            c.check_worthiness >= 0.5
        FROM claims AS c
        INNER JOIN raw_documents AS r ON c.document_id = r.document_id
        WHERE r.is_current
        ORDER BY r.path, c.start_char, c.end_char, c.ordinal
        """
    )
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join(_cell(value) for value in row) for row in rows]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
