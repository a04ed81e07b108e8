"""Plain text: what each line becomes."""

import pytest

from tests.cleaning.raw_items import assert_receipts, cleaned, sections

PROSE = (
    "The harbour board said on Monday that four ferries would stay in port until the storm is over."
)
MORE = (
    "A spokesman for the board, Odd Lien, said the crews had been told to rest and wait for news."
)
WRAPPED = "The board said that all of its ferries would\nstay in port until the storm is over and\nthe sea is calm."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{PROSE}\n\n{MORE}", [("body", PROSE), ("body", MORE)]),
        (
            f"Ferries stay in port\n\nFerries stay in port\n\n{PROSE}",
            [("headline", "Ferries stay in port"), ("body", PROSE)],
        ),
        (
            f"Ferries stay in port\nBy Anna Brekke\nFjord Courier, 2024-03-05\n\n{PROSE}",
            [
                ("headline", "Ferries stay in port"),
                ("credit", "By Anna Brekke"),
                ("credit", "Fjord Courier, 2024-03-05"),
                ("body", PROSE),
            ],
        ),
        (f" date 2024-03-05 {PROSE}", [("credit", "date 2024-03-05"), ("body", PROSE)]),
        (f"{PROSE}\n\nVia Associated Press", [("body", PROSE), ("credit", "Via Associated Press")]),
        (f'{PROSE}\n"*" indicates required fields', [("body", PROSE)]),
        (f"{PROSE}\n\nREAD MORE: Ten storms that changed the coast\n\n{MORE}", [("body", PROSE), ("body", MORE)]),
        (f"{PROSE}\n\n( See also: Ten storms on film)\n\n{MORE}", [("body", PROSE), ("body", MORE)]),
        (f"{PROSE}\n\nMore:Ten storms on film\n\n{MORE}", [("body", PROSE), ("body", MORE)]),
        (f"This article is more than 5 months old\n\n{PROSE}", [("body", PROSE)]),
        (
            f"{PROSE}\n\nA ferry in port. (Photo: Anna Brekke for Fjord Courier)\n\nFILE - A ferry in May.",
            [
                ("body", PROSE),
                ("credit", "A ferry in port. (Photo: Anna Brekke for Fjord Courier)"),
                ("credit", "FILE - A ferry in May."),
            ],
        ),
        (
            f"{PROSE}\n\nWhat the crews say\n\n{MORE}",
            [("body", PROSE), ("subhead", "What the crews say"), ("body", MORE)],
        ),
        (
            f"{PROSE}\n\nStay in, all of you! — Port Office (@portoffice) March 5, 2024",
            [("body", PROSE), ("embed", "Stay in, all of you! — Port Office (@portoffice) March 5, 2024")],
        ),
        (
            f"{PROSE}\n\nMayor Quits Over Bridge\n\nSnow Closes Schools\n\nOil Price Falls Again",
            [("body", PROSE)],
        ),
        ("A single line about ferries", [("body", "A single line about ferries")]),
        (
            WRAPPED,
            [("body", WRAPPED)],
        ),
    ],
)  # fmt: skip
def test_lines(text: str, expected: list[tuple[str, str]]) -> None:
    document = cleaned(text)
    assert sections(document) == expected
    assert_receipts(document, text)


def test_what_is_left_out_is_listed_with_its_place() -> None:
    text = f"{PROSE}\n\nAdvertisement\n\n{MORE}\n\nRead more: a thing\n"
    document = cleaned(text)
    assert [(text[o.raw_start : o.raw_end], o.reason) for o in document.omissions] == [
        ("Advertisement", "advertisement"),
        ("Read more: a thing", "related"),
    ]


def test_prose_that_begins_like_furniture_stays() -> None:
    lines = [
        "More on the storm will be known on Friday, the board said, when the count is done.",
        "By Monday the war of words was over, and both sides went home without a deal.",
        "Share prices fell by four per cent after the news, the exchange said on Tuesday.",
        "Source close to the board said four ferries were damaged by the storm last week.",
    ]
    assert [s for s, _ in sections(cleaned("\n\n".join(lines)))] == ["body"] * 4


def test_markdown_headings_lose_their_marks() -> None:
    text = f"# Ferries stay\n\n{PROSE}\n\n## What now?\n\n{MORE}"
    document = cleaned(text, "text/markdown", "a.md")
    assert sections(document)[0] == ("headline", "Ferries stay")
    assert ("subhead", "What now?") in sections(document)
    assert_receipts(document, text)


def test_controls_go_and_invisible_marks_stay() -> None:
    text = "The may\x00or said \u202eno\u202c to the ﬁne,\u00ad twice."
    document = cleaned(text)
    assert document.text == "The mayor said \u202eno\u202c to the ﬁne,\u00ad twice."
    assert_receipts(document, text)
