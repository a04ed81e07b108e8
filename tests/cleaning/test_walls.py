"""Pages that stand in front of the document."""

import pytest

from pipeline.cleaning.clean import clean
from pipeline.records import Document, Rejection
from tests.cleaning.raw_items import raw_item

PROSE = (
    "The harbour board said on Monday that four ferries would stay in port until the storm is over."
)
CONSENT = [
    "We and our 842 partners store and access personal data, like unique identifiers, on your device.",
    "Selecting “I accept” enables tracking technologies for the purposes that we show you below.",
    "You can change your mind at any time by clicking the “Privacy settings” link below.",
]
LAW = [
    "The parliament voted on Monday for a law that bans cookies without consent on public websites.",
    "Ministers said that trackers had collected personal data of 4 million people since 2019.",
    "The opposition leader, Anna Brekke, called the law a gift to advertisers and lawyers.",
]


def found(*texts: str, tag: str = "p", around: str = "main") -> Document | Rejection:
    body = "".join(f"<{tag}>{text}</{tag}>" for text in texts)
    page = f"<html lang='en'><title>Fjord Courier</title><body><{around}>{body}</{around}></body></html>"
    return clean(raw_item(page, "text/html", "a.html"), ())


@pytest.mark.parametrize(
    ("texts", "around", "told"),
    [
        (CONSENT, "main", "a consent dialog"),
        (CONSENT, "div role='dialog' class='consent'", "a consent dialog"),
        (["Before you continue to Fjord Courier", "We use cookies and data to maintain our services.",
          "If you accept all, we will also show you personalised ads."], "form", "a consent dialog"),
        (["Checking your browser before accessing fjord.example.", "Please wait."], "main", "an access check"),
        (["404", "The page you requested could not be found."], "main", "an access check"),
    ],
)  # fmt: skip
def test_walls_are_named(texts: list[str], around: str, told: str) -> None:
    wall = found(*texts, around=around)
    assert isinstance(wall, Rejection)
    assert (wall.reason, wall.detail.startswith(told)) == ("no_text", True)


@pytest.mark.parametrize(
    "texts", [LAW, [*LAW, CONSENT[0]], [PROSE, CONSENT[2]], ["Page not found", *LAW * 3]]
)
def test_a_report_on_consent_is_a_document(texts: list[str]) -> None:
    assert isinstance(found(*texts), Document)


@pytest.mark.parametrize(
    ("notice", "analysis"),
    [
        ("Subscribe to continue reading.", "stub"),
        ("This article is for subscribers only. Log in to read on.", "stub"),
        ("You have reached your limit of free articles this month.", "stub"),
        ("Already a subscriber? Log in", "stub"),
        ("The board will meet again on Friday.", "full"),
    ],
)
def test_what_a_paywall_leaves_is_a_stub(notice: str, analysis: str) -> None:
    page = found(PROSE, notice)
    text = clean(raw_item(f"Ferries stay\n\n{PROSE}\n\n{notice}\n"), ())
    for document in (page, text):
        assert isinstance(document, Document)
        assert document.analysis == analysis
        assert (notice in document.text) is (analysis == "full")


def test_a_whole_article_above_an_offer_is_no_stub() -> None:
    document = found(*[PROSE.replace("four", str(n)) for n in range(20)], "Subscribe to read more.")
    assert isinstance(document, Document)
    assert document.analysis == "full"
