"""The page as a reader uses it, in a real browser, opened from disk."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.report.build import write_report

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
if BROWSER is None and os.environ.get("CROSSCLAIM_BROWSER_REQUIRED"):
    pytest.fail("a browser is required here and none is installed", pytrace=False)
browser_needed = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
PAGES = (
    "",
    "disagreements",
    "stories",
    "story/y1",
    "document/d3/c3",
    "sources",
    "source/s3",
    "agreement",
    "coverage",
)


class Reader:
    """A browser tab with what went wrong in it."""

    def __init__(self, page, index: Path) -> None:
        self.page = page
        self.index = index
        self.problems: list[str] = []
        page.on("console", lambda m: self.problems.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on(
            "request",
            lambda r: None if r.url.startswith(("file:", "data:")) else self.problems.append(r.url),
        )

    def open(self, place: str) -> None:
        self.page.goto(f"{self.index.as_uri()}#/{place}")
        self.page.wait_for_function("document.querySelector('main h1') !== null")
        self.page.wait_for_timeout(150)


@pytest.fixture
def reader(disputed_dam, tmp_path) -> Iterator[Reader]:
    from playwright.sync_api import sync_playwright

    summary = write_report(disputed_dam, tmp_path / "report")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        yield Reader(browser.new_page(), summary.index)
        browser.close()


def test_the_folder_holds_a_script_for_each_page(disputed_dam, tmp_path) -> None:
    summary = write_report(disputed_dam, tmp_path / "report")
    assert (summary.stories, summary.sources, summary.documents, summary.disagreements) == (
        1,
        3,
        3,
        1,
    )
    names = {file.name for file in (tmp_path / "report" / "data").iterdir()}
    assert names == {
        "overview.js",
        "story-y1.js",
        *(f"source-s{n}.js" for n in (1, 2, 3)),
        *(f"document-d{n}.js" for n in (1, 2, 3)),
    }


def test_the_same_rows_give_the_same_bytes(disputed_dam, tmp_path) -> None:
    for name in ("one", "two"):
        write_report(disputed_dam, tmp_path / name)
    files = sorted(
        p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file()
    )
    assert files
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


@browser_needed
def test_no_page_errs_asks_the_network_or_runs_what_a_document_says(reader: Reader) -> None:
    for place in PAGES:
        reader.open(place)
        assert reader.page.title().endswith("– Crossclaim")
        assert reader.page.locator("main img").count() == 0
    assert reader.problems == []


@browser_needed
def test_pages_are_accessible(reader: Reader) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for scheme in ("light", "dark"):
        reader.page.emulate_media(color_scheme=scheme)
        for place in PAGES:
            reader.open(place)
            found = Axe().run(reader.page).response["violations"]
            serious = [
                (v["id"], v["nodes"][0]["html"])
                for v in found
                if v["impact"] in ("serious", "critical")
            ]
            assert serious == [], f"{place} {scheme}"


@browser_needed
def test_a_disagreement_leads_to_its_receipt_and_the_document(reader: Reader) -> None:
    from playwright.sync_api import expect

    reader.open("disagreements")
    row = reader.page.locator(".dispute").first
    assert set(row.locator("mark").all_inner_texts()) == {"12", "nine"}
    row.locator(".side").nth(1).get_by_text("Receipt").click()
    expect(row.get_by_text(re.compile(r"characters 0–37 of the raw text"))).to_be_visible()
    row.get_by_role("link", name="Read it in the document").last.click()
    expect(reader.page.locator(".text .marked").first).to_have_text(
        "The dam lost nine gates in the flood."
    )
    expect(reader.page.locator("#receipt-c3")).to_be_focused()


@browser_needed
def test_a_story_groups_answers_by_origin_and_shows_the_query(reader: Reader) -> None:
    from playwright.sync_api import expect

    reader.open("story/y1")
    answer = reader.page.locator("#proposition-p1")
    expect(answer.get_by_text("2 origins")).to_be_visible()
    answer.get_by_text("2 quotes").click()
    assert answer.locator("h5").all_inner_texts() == ["Origin: The Lantern", "Origin: Morning Tide"]
    answer.get_by_text("Query", exact=True).last.click()
    expect(answer.get_by_text("FROM explain('p1');")).to_be_visible()


@browser_needed
def test_the_keyboard_reaches_content_and_pages(reader: Reader) -> None:
    reader.open("")
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.activeElement.textContent") == "Skip to content"
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("document.activeElement.id") == "main"
    reader.page.get_by_role("link", name="Sources", exact=True).focus()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_function("document.title.startsWith('Sources')")


@browser_needed
def test_nothing_is_wider_than_a_phone(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    for place in PAGES:
        reader.open(place)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360, place


@browser_needed
def test_stories_of_one_title_have_a_row_each_in_the_coverage_chart(reader: Reader) -> None:
    reader.open("coverage")
    labels = reader.page.evaluate(
        """async () => {
          const stories = ["y1", "y2"].map((story_id) => ({ story_id, title: "Dam bursts" }));
          const figure = await coverageMatrix([["y1", "s1", 1], ["y2", "s2", 2]], stories);
          return [...figure.querySelectorAll("svg text")].map((text) => text.textContent);
        }"""
    )
    assert labels.count("Dam bursts") == 2


@browser_needed
@pytest.mark.parametrize(
    ("one", "other", "reason", "expected"),
    [
        ("The dam lost 12 gates", "The dam lost nine gates", "", ["12", "nine"]),
        ("Sixty-three have died since 3 March", "A dam killed at least 14 people",
         "'at least 14' → 'Sixty-three', both counted since 3 March",
         ["Sixty-three", "at", "least", "14"]),
        ("Nobody was hurt", "Two miners died here", "", []),
    ],
)  # fmt: skip
def test_which_words_are_marked(
    reader: Reader, one: str, other: str, reason: str, expected: list[str]
) -> None:
    reader.open("")
    found = reader.page.evaluate(
        "(texts) => marked(...texts).flat().filter((part) => part instanceof Node)"
        ".map((part) => part.textContent)",
        [one, other, reason],
    )
    assert found == expected


def test_pairs_that_differ_in_the_same_way_are_shown_once(disputed_dam) -> None:
    shown = disputed_dam.query("report_disagreements", {"most": 10})
    assert disputed_dam.rows("SELECT count(*) FROM disagreements") == [(2,)]
    assert shown.select("claim_a", "claim_b", "pairs").rows() == [("c1", "c3", 2)]
