"""HTML: what of a page is the article, and where its characters stand."""

import pytest

from pipeline.cleaning.clean import clean
from pipeline.records import Rejection
from tests.cleaning.raw_items import assert_receipts, cleaned, raw_item, sections

PARAGRAPHS = [
    "The harbour board said on Monday that four ferries would stay in port until the storm is over.",
    "A spokesman for the board, Odd Lien, said the crews had been told to rest &amp; wait for news.",
    "The storm, the third this winter, has cut off two islands with some 400&nbsp;people since Sunday.",
]
PAGE = """<!doctype html><html lang="en"><head><title>Ferries stay in port - Fjord Courier</title>
<meta property="og:site_name" content="Fjord Courier"></head><body>
<nav><a href="/">Home</a> <a href="/sea">Sea</a> <a href="/land">Land</a></nav>
<main><article><h1>Ferries stay in port</h1>
<p class="by">By Anna Brekke</p><p>March 5, 2024</p>
{body}
</article></main>
<footer><p>Privacy policy</p><p>© 2024 Fjord Courier. All rights reserved.</p></footer></body></html>"""


def page(*inner: str) -> str:
    return PAGE.format(body="\n".join(inner))


def paragraphs() -> list[str]:
    return [f"<p>{text}</p>" for text in PARAGRAPHS]


def body(markup: str) -> list[str]:
    document = cleaned(markup, "text/html", "a.html")
    assert_receipts(document, markup)
    return [text for section, text in sections(document) if section in ("body", "subhead")]


def test_the_article_and_its_head() -> None:
    markup = page(*paragraphs())
    document = cleaned(markup, "text/html", "a.html")
    assert sections(document)[:3] == [
        ("headline", "Ferries stay in port"),
        ("credit", "By Anna Brekke"),
        ("credit", "March 5, 2024"),
    ]
    assert body(markup) == [
        PARAGRAPHS[0],
        PARAGRAPHS[1].replace("&amp;", "&"),
        PARAGRAPHS[2].replace("&nbsp;", " "),
    ]


@pytest.mark.parametrize(
    ("inner", "is_kept"),
    [
        ("<h2>What the crews say</h2>", True),
        ("<h2><button>What do the crews say?</button></h2>", True),
        ("<ul><li>Line one is shut</li><li>Line two is shut</li></ul>", True),
        ("<aside><p>Sign up for our newsletter and get all news of the sea.</p></aside>", False),
        (
            '<div class="related"><p><a href="/x">Ten storms that changed the coast</a></p></div>',
            False,
        ),
        ("<p>Advertisement</p>", False),
        ("<script>var words = 'The board said nothing of the kind';</script>", False),
        ("<!-- The board said nothing of the kind -->", False),
    ],
)
def test_between_paragraphs(inner: str, is_kept: bool) -> None:
    first, *rest = paragraphs()
    assert (len(body(page(first, inner, *rest))) > len(PARAGRAPHS)) is is_kept


def test_captions_and_posts_are_sections_of_their_own() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>Ferries in port on Monday.</figcaption></figure>"
    post = (
        '<blockquote class="twitter-tweet"><p>Stay in, all of you, the sea is rough!</p>'
        "— Port Office (@portoffice) March 5, 2024</blockquote>"
    )
    first, *rest = paragraphs()
    found = {
        text: section
        for section, text in sections(cleaned(page(first, figure, post, *rest), "text/html"))
    }
    assert found.get("Ferries in port on Monday.", "credit") == "credit"
    assert found.get("Stay in, all of you, the sea is rough!", "embed") == "embed"


def test_an_inline_tag_parts_no_word() -> None:
    markup = page(
        "<p>Four <b>fer</b>ries of the board <i>stayed</i> in port on Monday morning, it said.</p>"
    )
    assert "Four ferries of the board stayed in port on Monday morning, it said." in body(markup)


def test_what_stands_twice_in_a_row_counts_once() -> None:
    first, *rest = paragraphs()
    assert body(page(first, first, *rest)) == body(page(first, *rest))
    headed = "<main><h1>Ferries stay in port</h1>{}" + "".join(paragraphs()) + "</main>"
    assert body(headed.format("<h2>Ferries stay in port</h2>")) == body(headed.format(""))


def test_empty_lines_part_the_paragraphs_of_preformatted_text() -> None:
    markup = "<pre>Ferries stay\n\n" + "\r\n \r\n".join(PARAGRAPHS) + "</pre>"
    assert body(markup)[-3:] == body("".join(paragraphs()))


def test_a_page_of_which_nothing_is_an_article_still_gives_its_words() -> None:
    assert body("<div><div>Ferries stay in port") == ["Ferries stay in port"]


@pytest.mark.parametrize(
    ("body", "is_read"),
    [
        ("<div id=a><button>Accept</button><button>Manage choices</button></div>", False),
        ("<div><button>Accept</button> | <button><span>Manage</span></button></div>", False),
        ("<p><button>What now?</button></p><p>The harbour board said no on Monday.</p>", True),
        ("<p>The harbour board said <button>Listen</button> no on Monday.</p>", True),
    ],
)
def test_a_page_of_mere_buttons_has_no_text(body: str, is_read: bool) -> None:
    page = f"<title>Before you continue</title><body>{body}</body>"
    found = clean(raw_item(page, "text/html", "a.html"), ())
    if isinstance(found, Rejection):
        assert (found.reason, is_read) == ("no_text", False)
    else:
        assert is_read
        assert "no on Monday." in found.text


def test_a_wall_makes_a_stub() -> None:
    markup = page(
        "<p>The harbour board said on Monday that four ferries would stay in port this week.</p>",
        "<p>To continue reading, subscribe or log in for full access.</p>",
    )
    assert cleaned(markup, "text/html", "a.html").analysis == "stub"
    assert cleaned(page(*paragraphs() * 9), "text/html", "a.html").analysis == "full"


def test_stray_quotes_and_open_tags_lose_nothing() -> None:
    markup = page(
        '<p>One "quote <img src="x" alt"> of the board was lost at sea, they said.', *paragraphs()
    )
    assert any("lost at sea" in text for text in body(markup))
