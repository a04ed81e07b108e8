"""Title, publisher, date and language, and the order of what tells them."""

from datetime import datetime

import pytest

from pipeline.records import ManifestEntry
from tests.cleaning.raw_items import cleaned

PROSE = (
    "The harbour board said on Monday that four ferries would stay in port until the storm is over."
)
GERMAN = "Die Hafenbehörde teilte am Montag mit, dass vier Fähren im Hafen bleiben, bis alles vorbei ist."
HEAD = "<html lang='en-GB'><head><title>Ferries stay | Fjord Courier</title>{head}</head><body>"
BODY = f"<article><h1>Ferries stay</h1>{{top}}<p>{PROSE}</p><p>{PROSE[::-1]}</p></article></body></html>"
DECLARED = '<meta property="article:published_time" content="2024-03-05T08:30:00+01:00">'


MODIFIED = '<meta property="article:modified_time" content="2024-06-09T08:30:00+01:00">'
LD = '<script type="application/ld+json">%s</script>'
OTHER_ARTICLE = (
    '{"@type": "NewsArticle", "headline": "Storm of the year", "datePublished": "2019-01-02"}'
)
OWN_ARTICLE = '{"@type": "NewsArticle", "headline": "Ferries stay", "datePublished": "2024-03-05"}'


DAY, MINUTE = datetime(2024, 3, 5), datetime(2024, 3, 5, 8, 30)


def document(head: str = "", top: str = "", path: str = "a.html", **more: object):  # type: ignore[no-untyped-def]
    return cleaned(HEAD.format(head=head) + BODY.format(top=top), "text/html", path, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "top", "path", "at", "by"),
    [
        (DECLARED, "", "a.html", datetime(2024, 3, 5, 8, 30), "metadata"),
        ("", "<p>5 March 2024</p>", "a.html", datetime(2024, 3, 5), "text"),
        ("", "<p>By Anna Brekke - Mar 5, 2024</p>", "a.html", datetime(2024, 3, 5), "text"),
        ("", "<p>Published 05/03/2024</p>", "a.html", datetime(2024, 3, 5), "text"),
        ("", "<time datetime='2024-03-05'>Tuesday</time>", "a.html", datetime(2024, 3, 5), "metadata"),
        ("", "", "fjord/2024-03-05_x.html", datetime(2024, 3, 5), "path"),
        ("<link rel=canonical href='https://f.example/2024/03/05/x'>", "", "a.html", datetime(2024, 3, 5), "metadata"),
        (DECLARED.replace("2024-03-05T08:30:00+01:00", "2999-01-01"), "", "a.html", None, None),
        (DECLARED.replace("2024-03-05T08:30:00+01:00", "1970-01-01"), "", "a.html", None, None),
        (DECLARED, "<p>Dec 30, 2013</p>", "a.html", datetime(2013, 12, 30), "text"),
        ("", "", "a.html", None, None),
    ],
)  # fmt: skip
def test_date(head: str, top: str, path: str, at: datetime | None, by: str | None) -> None:
    found = document(head, top, path)
    assert (found.published_at, found.published_by) == (at, by)
    if at:
        assert found.published_earliest <= at <= found.published_latest


@pytest.mark.parametrize(
    ("head", "top", "at"),
    [
        ("", "<p>Published: 05/03/24</p>", DAY),
        ("", "<p>Last updated 6 June 2024, originally created 5 March 2024</p>", DAY),
        ("", "<h2>All wait for the wind.<span class='head__date'>5 March 2024</span></h2>", DAY),
        ("", f"<p>{PROSE}</p><p>This entry was posted in Sea on March 5, 2024 by Anna.</p>", DAY),
        (DECLARED.replace("2024-03-05T08:30:00+01:00", "1709627400"), "", MINUTE),
        (LD % OWN_ARTICLE.replace('"2024-03-05"', "1709627400"), "", MINUTE),
        (LD % f"[{OTHER_ARTICLE}, {OWN_ARTICLE}]", "", DAY),
        (LD % f'{{"@graph": [{OTHER_ARTICLE}, {OWN_ARTICLE}]}}', "", DAY),
        (DECLARED + MODIFIED, "<p>9 June 2024</p>", datetime(2024, 6, 9)),
        (DECLARED + MODIFIED, "<p>Updated 9 June 2024</p>", MINUTE),
        (DECLARED + MODIFIED, "<p>2 July 2024</p>", MINUTE),
        (DECLARED, "<p>6 March 2024</p>", MINUTE),
    ],
)
def test_which_date_counts(head: str, top: str, at: datetime) -> None:
    assert document(head, top).published_at == at


def test_dates_of_other_articles_are_no_evidence() -> None:
    related = "<aside><p>Older: Storm of the year</p><p>January 2, 2019</p></aside>"
    markup = HEAD.format(head="") + BODY.format(top="") + related
    assert cleaned(markup, "text/html", "a.html").published_at is None


def test_the_own_entry_in_a_list_of_latest_pages() -> None:
    entries = "".join(
        f"<div><h4><a href='/{n}'>{title}</a></h4><time>{day}</time></div>"
        for n, (title, day) in enumerate(
            [("Ferries stay", "5 March 2024"), ("Storm of the year", "2 January 2019")]
        )
    )
    markup = HEAD.format(head="") + BODY.format(top="") + f"<footer>{entries}</footer>"
    assert cleaned(markup, "text/html", "a.html").published_at == datetime(2024, 3, 5)


def test_manifest_wins() -> None:
    entry = ManifestEntry("*", source="Sound Post", date="2024-04-01")
    found = document(DECLARED, manifest=(entry,))
    assert (found.source.name, found.source.named_by) == ("Sound Post", "manifest")
    assert (found.published_at, found.published_by) == (datetime(2024, 4, 1), "manifest")


@pytest.mark.parametrize(
    ("text", "name", "named_by"),
    [
        (f"Ferries stay\nFjord Courier, 2024-03-05\n\n{PROSE}", "Fjord Courier", "text"),
        (f"Ferries stay\nBy Anna Brekke, Associated Press\n\n{PROSE}", "unknown", "unknown"),
        (f"OSLO (Reuters) - {PROSE}", "unknown", "unknown"),
        (f"{PROSE} He told CNN so.\n\nVia Associated Press", "unknown", "unknown"),
        (f"{PROSE}\n\nThis article originally appeared at Sound Post.", "unknown", "unknown"),
    ],
)
def test_publisher_of_plain_text(text: str, name: str, named_by: str) -> None:
    source = cleaned(text).source
    assert (source.name, source.named_by) == (name, named_by)


@pytest.mark.parametrize(
    ("path", "name", "named_by"),
    [
        ("fjordcourier/1.txt", "Fjord Courier", "file_name"),
        ("soundpost/1.txt", "unknown", "unknown"),
        ("thenewyorktimes/1.txt", "New York Times", "file_name"),
        ("fjord.example/1.txt", "fjord.example", "file_name"),
    ],
)
def test_the_folder_settles_which_name_is_the_publisher(
    path: str, name: str, named_by: str
) -> None:
    source = cleaned(f"Ferries stay\n\nBy News Desk, Fjord Courier\n\n{PROSE}", path=path).source
    assert (source.name, source.named_by) == (name, named_by)


def test_unknown_publishers_are_apart() -> None:
    one, other = cleaned(PROSE, path="a.txt"), cleaned(PROSE, path="b.txt")
    assert one.source.source_id != other.source.source_id


def test_name_and_domain_of_one_outlet_are_one_source() -> None:
    named = cleaned(f"Ferries stay\nThe New York Times, 2024-03-05\n\n{PROSE}")
    linked = document("<link rel='canonical' href='https://www.nytimes.com/2024/03/05/x.html'>")
    assert named.source.source_id == linked.source.source_id
    assert linked.source.family == "New York Times Company"


def test_a_copy_that_names_its_original_as_canonical_is_of_the_copier() -> None:
    links = "".join(f"<a href='https://portal.example/{n}'>More</a>" for n in range(12))
    head = "<link rel='canonical' href='https://fjordcourier.example/a'>"
    assert document(head, links).source.domain == "portal.example"


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        ("<meta property='og:title' content='Ferries stay - Fjord Courier'>", "", "Ferries stay"),
        (
            "<meta property='og:title' content='Boats, storms: what you need to know'>",
            "",
            "Ferries stay",
        ),
    ],
)
def test_title(head: str, top: str, title: str) -> None:
    assert document(head, top).title == title


def test_container_hints_count_as_metadata() -> None:
    hints = {"title": "Boats", "source": "Sound Post", "date": "2024-03-05", "byline": "A. Brekke"}
    found = cleaned(PROSE, hints=hints)
    assert (found.title, found.title_by, found.byline) == ("Boats", "metadata", "A. Brekke")
    assert (found.source.name, found.published_at) == ("Sound Post", datetime(2024, 3, 5))


@pytest.mark.parametrize(
    ("text", "language", "analysis"),
    [
        (PROSE, "en", "full"),
        (GERMAN, "de", "no_parser"),
        ("12 34", None, "full"),
    ],
)  # fmt: skip
def test_language(text: str, language: str | None, analysis: str) -> None:
    found = cleaned(text)
    assert (found.language, found.analysis) == (language, analysis)


def test_lone_surrogates_in_json_ld_are_left_out() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "headline": "A \\ud800b c d"}</script>'
    markup = f"<html><head>{head}</head><body><p>{PROSE}</p></body></html>"
    assert cleaned(markup, "text/html", "a.html").title == "A b c d"
