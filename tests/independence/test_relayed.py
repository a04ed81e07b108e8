"""A claim that credits an outlet passes on what stands in the outlet's own article."""

from datetime import datetime

import polars as pl
import pytest

from pipeline.independence.relayed import OwnStatements

SCOOP = datetime(2026, 3, 2)
STATEMENTS = {
    "scoop": ("ledger-1", "The lender has concealed losses of 340 million marks on property loans"),
    "other": ("ledger-1", "Its shares belong to a family foundation in the north"),
    "later": ("ledger-2", "The lender hid losses of 340 million marks on property loans for years"),
    "relay": ("courier-1", "the lender had hidden 340 million marks of losses on property loans"),
    "apart": ("courier-1", "customers lined up outside the branch"),
    "rival": ("herald-1", "The lender concealed losses of 340 million marks on property loans"),
}
DOCUMENTS = {
    "ledger-1": ("Open Ledger", SCOOP),
    "ledger-2": ("Open Ledger", datetime(2026, 3, 9)),
    "courier-1": ("The Ansel Courier", datetime(2026, 3, 3)),
    "herald-1": ("Harbour Herald", SCOOP),
}


def read(statements: dict[str, tuple[str, str]]) -> OwnStatements:
    claims = pl.DataFrame(
        [(claim, *rest) for claim, rest in statements.items()],
        schema=["claim_id", "document_id", "text"],
        orient="row",
    )
    documents = pl.DataFrame(
        [(one, name, day, day) for one, (name, day) in DOCUMENTS.items()],
        schema=["document_id", "source_name", "published_earliest", "published_latest"],
        orient="row",
    )
    return OwnStatements(claims, documents, ["Open Ledger"])


@pytest.fixture
def own() -> OwnStatements:
    return read(STATEMENTS)


@pytest.mark.parametrize(
    ("claim", "outlet", "statement"),
    [
        ("relay", "Open Ledger", "scoop"),
        ("relay", "the Open Ledger", "scoop"),
        ("apart", "Open Ledger", None),
        ("relay", "Harbour Herald", None),  # no claim credits it
        ("scoop", "Open Ledger", None),  # nothing earlier than itself
    ],
)
def test_passed_on_by(own: OwnStatements, claim: str, outlet: str, statement: str | None) -> None:
    assert own.passed_on_by(claim, outlet) == statement


def test_other_statements_have_no_say() -> None:
    half = {"half": ("courier-1", "lender admits losses on property loans, traders shout loudly")}
    more = {
        f"more {n}": ("ledger-2", f"The lender has losses on property loans, day {n}")
        for n in range(300)
    }
    for known in (STATEMENTS, STATEMENTS | more):
        assert read(known | half).passed_on_by("half", "Open Ledger") == "scoop"
