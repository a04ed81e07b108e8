"""What a person wants to know at the end of a run, as a few lines of text.

Belongs here: the wording. Does not belong here: the counts (SQL in `sql/queries/summary_*.sql`).
"""

from pathlib import Path

from pipeline.warehouse import read_published


def summary_of(published: Path) -> str:
    """Documents, claims, propositions by origins, the most disputed questions, and where the file is."""
    with read_published(published) as warehouse:
        counts = warehouse.query("summary_counts").row(0, named=True)
        support = warehouse.query("summary_support").rows()
        disputed = warehouse.query("summary_disputed").rows()
    lines = [
        f"documents     {counts['documents']:>9,}   of {counts['sources']:,} sources; "
        f"{counts['rejected']:,} rejected",
        f"sentences     {counts['sentences']:>9,}",
        f"claims        {counts['claims']:>9,}   {counts['attributed']:,} of them attributed",
        f"propositions  {counts['propositions']:>9,}   by independent origins: "
        + (", ".join(f"{origins}: {number:,}" for origins, number in support) or "none"),
    ]
    if disputed:
        lines += ["", "most disputed:"]
        lines += [f"  {number}. {_line(*row)}" for number, row in enumerate(disputed, 1)]
    return "\n".join([*lines, "", f"database: {published}"])


def _line(relation: str, text_a: str, source_a: str, text_b: str, source_b: str) -> str:
    verb = {"contradicts": "contradicts", "corrects": "corrects", "updates": "updates"}[relation]
    return f"“{text_a}” ({source_a}) {verb} “{text_b}” ({source_b})"
