"""Live reports: several dated posts in one document."""

from datetime import datetime

import pytest

from tests.cleaning.raw_items import assert_receipts, cleaned

PROSE = [
    "Schools on both islands will be closed on Tuesday, the municipality said in a statement.",
    "The storm, the third this winter, has cut off two islands with some 400 people since Sunday.",
    "A spokesman for the harbour board, Odd Lien, said the crews had been told to rest and wait.",
]
LIVE = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "datePublished": "%s"}</script>'
PAGE = (
    "<html lang='en'><head><title>Storm live</title>{head}</head>"
    "<body><main><h1>Storm live</h1>{posts}</main></body></html>"
)


def times_of(markup: str, media_type: str = "text/html") -> dict[str, datetime | None]:
    """The time of each body block by its first word."""
    document = cleaned(markup, media_type)
    assert_receipts(document, markup)
    return {
        document.text[b.start_char : b.end_char].split()[0]: b.posted_at
        for b in document.blocks
        if b.section == "body"
    }


def post(number: int, time: str) -> str:
    return f"<div class='live-post'>{time}<h2>Part {number}</h2><p>{PROSE[number]}</p></div>"


def test_the_times_that_the_markup_gives() -> None:
    stamps = ["2024-03-06T00:20:00Z", "2024-03-05T23:11:00Z", "2024-03-05T12:12:00Z"]
    shown = ["1h ago", "2h ago", "13h ago"]
    posts = "".join(
        post(n, f"<time datetime='{stamps[n]}'>{shown[n]}</time>") for n in range(len(PROSE))
    )
    assert times_of(PAGE.format(head=LIVE % "2024-03-05T08:00:00Z", posts=posts)) == {
        "Schools": datetime(2024, 3, 6, 0, 20),
        "The": datetime(2024, 3, 5, 23, 11),
        "A": datetime(2024, 3, 5, 12, 12),
    }


@pytest.mark.parametrize(
    ("clocks", "times"),
    [
        (("00:20 GMT", "23:11 GMT", "12:12 GMT"), [(6, 0, 20), (5, 23, 11), (5, 12, 12)]),
        (("9 am", "3.15 p.m.", "11 p.m."), [(5, 9, 0), (5, 15, 15), (5, 23, 0)]),
    ],
)
def test_clocks_count_on_from_the_day_of_publication(
    clocks: tuple[str, ...], times: list[tuple[int, int, int]]
) -> None:
    posts = "".join(post(n, f"<p class='block-time'>{clocks[n]}</p>") for n in range(len(PROSE)))
    text = "\n\n".join(f"{clocks[n]}\n{PROSE[n]}" for n in range(len(PROSE)))
    wanted = [datetime(2024, 3, *time) for time in times]
    for markup, kind in (
        (PAGE.format(head=LIVE % "2024-03-05T08:00:00Z", posts=posts), "text/html"),
        (f"Storm live\n5 March 2024\n\n{text}\n", "text/plain"),
    ):
        found = times_of(markup, kind)
        assert [found[line.split()[0]] for line in PROSE] == wanted


def test_each_post_keeps_its_time_as_a_credit() -> None:
    posts = "".join(post(n, f"<time>{14 - n}:10</time>") for n in range(len(PROSE)))
    document = cleaned(PAGE.format(head="", posts=posts), "text/html")
    credits = [
        document.text[b.start_char : b.end_char] for b in document.blocks if b.section == "credit"
    ]
    assert credits == ["14:10", "13:10", "12:10"]


def test_two_clocks_make_no_live_report() -> None:
    text = f"Storm\n5 March 2024\n\n14:10\n{PROSE[0]}\n\n13:10\n{PROSE[1]}\n"
    assert set(times_of(text, "text/plain").values()) == {None}


def test_times_of_other_articles_are_none_of_posts() -> None:
    cards = "".join(
        f"<div class='related-card'><time datetime='2019-01-0{n}T08:00:00Z'>{n} January</time>"
        f"<a href='/{n}'>Older {n}</a></div>"
        for n in range(1, 5)
    )
    body = "".join(f"<p>{line}</p>" for line in PROSE)
    assert set(times_of(PAGE.format(head="", posts=body + cards + body)).values()) == {None}
