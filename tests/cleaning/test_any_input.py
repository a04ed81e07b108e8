"""Whatever the input, cleaning gives a document whose every character has its place, or says why not."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.cleaning.clean import clean
from pipeline.records import Document
from tests.cleaning.raw_items import assert_receipts, raw_item

SOME = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
WORDS = st.sampled_from(
    ["The board said no.", "Read more", "Share", "By Anna Brekke", "March 5, 2024", "a", "&amp;", "&lt;b&gt;",
     "&nope", "&#0;", "&#xd800;", "\u200b", "\u00a0", "\x00", "é", "ﬁ", "—", '"', "'", "Advertisement", "\n", "\n\n",
     "\r\n", "  ", "\t", "date 2024-03-05"]
)  # fmt: skip
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<h1>", "</h1>", "<h2>", "<li>", "<ul>", "</ul>", "<br>",
     "<table>", "<td>", "</table>", "<a href='x'>", "</a>", "<a b='", '<i "', "<", ">", "<!--", "-->", "<![CDATA[",
     "]]>", "<script>", "</script>", "<style>", "<title>", "</title>", "<pre>", "</pre>", "<noscript>", "<svg>",
     "<article>", "</article>", "<body>", "<head>", "</html>", "<blockquote class='twitter-tweet'>", "<template>"]
)  # fmt: skip


@SOME
@given(st.lists(WORDS | st.text(max_size=12), max_size=40).map(" ".join))
def test_plain_text(text: str) -> None:
    check(text, "text/plain")


@SOME
@given(st.lists(WORDS | TAGS | st.text(max_size=8), max_size=60).map("".join))
def test_markup(text: str) -> None:
    check(text, "text/html")


@SOME
@given(st.binary(max_size=200))
def test_bytes(content: bytes) -> None:
    for media_type in ("text/plain", "text/html"):
        raw = raw_item(content, media_type)
        found = clean(raw, ())
        if isinstance(found, Document):
            assert_receipts(found, raw.text())


def check(text: str, media_type: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    found = clean(raw_item(text, media_type), ())
    if isinstance(found, Document):
        assert_receipts(found, text)
    else:
        assert found.reason == "no_text"
