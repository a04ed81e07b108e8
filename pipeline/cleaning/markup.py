"""HTML as a sequence of text blocks, each with the place of every character and of its elements.

Belongs here: tags, entities, elements that show no text, where a block begins and ends. Does not
belong here: which blocks are the article.

Parsers give a tree without places. One pass over the tags keeps them; the tree that trafilatura
needs is made by lxml as usual, and the two meet in the words of the blocks.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.cleaning.source_text import Piece, folded
from pipeline.cleaning.words import word_set

TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|<[!?][^>]*>?"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:_-]*)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|))*+)(?:>|\Z)",
    re.S,
)
ENTITY = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
ATTRIBUTE = re.compile(
    r"""([A-Za-z_:@][\w:.@-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""", re.S
)
# Elements whose text no reader sees, or sees as something else than prose.
HIDDEN = word_set(
    "script style template textarea svg select option iframe object canvas audio video title"
)
RAW_TEXT = word_set("script style textarea title iframe noscript template")
VOID = word_set("area base br col embed hr img input link meta param source track wbr")
BLOCK = word_set(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html "
    "iframe legend li main menu nav ol p pre search section summary table tbody td tfoot th "
    "thead tr ul"
)
HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
CLOSED_BY = {
    "p": word_set(
        "address article aside blockquote center details div dl fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul li td th tr"
    ),
    "li": word_set("li"),
    "dd": word_set("dd dt"),
    "dt": word_set("dd dt"),
    "tr": word_set("tr tbody tfoot"),
    "td": word_set("td th tr tbody tfoot"),
    "th": word_set("td th tr tbody tfoot"),
    "option": word_set("option optgroup"),
}
DEEPEST = 2_000
MOST_TIMES = 2_000  # no article has more; bounds what is looked up for each
EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
DATE_HOLDERS = word_set("span small em i b strong")  # within a block of other words
DATE_CLASS = re.compile(
    r"(?i)\bclass\s*=\s*[\"']?[^\"'>]{0,200}(?:\b|_)(?:date|published|posted|timestamp)(?:\b|_)"
)


@dataclass(slots=True)
class Element:
    """One element of the page: its name, its attributes as written, and the element around it."""

    name: str
    written: str
    parent: "Element | None"
    start: int
    order: int
    heading: str | None = None  # the heading that it is or stands in
    _attributes: dict[str, str] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes, unescaped, by name in lower case."""
        if self._attributes is None:
            self._attributes = attributes_of(self.written)
        return self._attributes

    def ancestors(self) -> Iterator["Element"]:
        """This element and those around it, inmost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def inside(self, *names: str) -> "Element | None":
        """The inmost of this and its ancestors that has one of the names."""
        return next((element for element in self.ancestors() if element.name in names), None)


@dataclass(slots=True)
class MarkupBlock:
    """A run of text that a reader sees as one paragraph, heading, item or cell."""

    element: Element
    pieces: list[Piece]
    link_pieces: list[Piece] = field(default_factory=list)
    button_pieces: list[Piece] = field(default_factory=list)
    text: str = ""

    def link_share(self) -> float:
        """The share of the block's characters that are link text."""
        linked = sum(len(piece.text) for piece in self.link_pieces)
        return min(1.0, linked / max(1, len(self.text)))


@dataclass(slots=True)
class Page:
    """What one pass over the tags finds; `dated` are inline elements whose class names a date."""

    blocks: list[MarkupBlock] = field(default_factory=list)
    metas: list[dict[str, str]] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    times: list[Element] = field(default_factory=list)
    dated: list[Element] = field(default_factory=list)
    title: str = ""
    language: str | None = None
    domain: str | None = None


def attributes_of(written: str) -> dict[str, str]:
    """The attributes of a tag by name; the first of a name counts."""
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(written):
        name = match[1].lower()
        if name not in found:
            value = match[2] if match[2] is not None else match[3]
            value = value if value is not None else match[4] or ""
            found[name] = html.unescape(value) if "&" in value else value
    return found


def read_page(markup: str) -> Page:
    """The blocks and the metadata elements of a page, in the order in which they stand."""
    reader = _Reader(markup)
    reader.read()
    return reader.page


class _Reader:
    def __init__(self, markup: str) -> None:
        self.page = Page()
        self._markup = markup
        self._root = Element("html", "", None, 0, 0)
        self._open = [self._root]
        self._names: dict[str, int] = {}
        self._pieces: list[Piece] = []
        self._links: list[Piece] = []
        self._buttons: list[Piece] = []
        self._holder = self._root
        self._hidden = 0
        self._count = 0

    def read(self) -> None:
        markup, position = self._markup, 0
        while match := TAG.search(markup, position):
            if match.start() > position:
                self._text(position, match.start())
            position = match.end()
            name = match["name"]
            if name is None:
                continue
            name = name.lower()
            if match["close"]:
                self._close(name)
            elif name in RAW_TEXT:
                position = self._raw_text(name, match["attributes"], position)
            else:
                self._start(name, match["attributes"], match.start())
        if position < len(markup):
            self._text(position, len(markup))
        self._flush()

    def _raw_text(self, name: str, attributes: str, position: int) -> int:
        """Skip an element whose content is no markup; keep what it tells of the page."""
        closing = re.compile(rf"</{name}\s*>", re.I).search(self._markup, position)
        end = closing.start() if closing else len(self._markup)
        inner = self._markup[position:end]
        if name == "title" and not self.page.title:
            self.page.title = " ".join(html.unescape(inner).split())
        elif name == "script" and "ld+json" in attributes:
            self.page.json_ld.append(inner)
        elif name == "noscript" and "<p" in inner and not self._hidden:
            return position
        if name in BLOCK:
            self._flush()
        return closing.end() if closing else end

    def _start(self, name: str, attributes: str, start: int) -> None:
        if name in BLOCK:
            self._flush()
        if name == "meta":
            self.page.metas.append(attributes_of(attributes))
            return
        if name == "link":
            self.page.links.append(attributes_of(attributes))
            return
        if name in ("html", "head", "body"):
            if name == "html" and not self.page.language:
                found = attributes_of(attributes)
                self.page.language = found.get("lang") or found.get("xml:lang")
                self.page.domain = found.get("data-wf-domain")
            return
        if name in VOID or (
            attributes.endswith("/") and name not in BLOCK and name not in ("a", "span")
        ):
            return
        while self._open[-1].name in CLOSED_BY and name in CLOSED_BY[self._open[-1].name]:
            self._pop()
        self._count += 1
        if len(self._open) >= DEEPEST:
            return
        parent = self._open[-1]
        heading = name if name in HEADINGS else parent.heading
        element = Element(name, attributes, parent, start, self._count, heading)
        if name == "time" and len(self.page.times) < MOST_TIMES:
            self.page.times.append(element)
        elif (
            name in DATE_HOLDERS
            and len(self.page.dated) < MOST_TIMES
            and DATE_CLASS.search(attributes)
        ):
            self.page.dated.append(element)
        self._open.append(element)
        self._names[name] = self._names.get(name, 0) + 1
        if name in HIDDEN:
            self._hidden += 1

    def _close(self, name: str) -> None:
        if name in BLOCK:
            self._flush()
        if not self._names.get(name):
            return
        # An inline end tag never closes a block, a cell never a table around it.
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name == name:
                break
            if name not in BLOCK and self._open[depth].name in BLOCK:
                return
            if (
                self._open[depth].name == "table"
                and name != "table"
                and name not in ("body", "html")
            ):
                return
        else:
            return
        while len(self._open) > depth:
            self._pop()

    def _pop(self) -> None:
        element = self._open.pop()
        self._names[element.name] -= 1
        if element.name in HIDDEN:
            self._hidden -= 1

    def _text(self, start: int, end: int) -> None:
        if self._hidden:
            return
        if self._names.get("pre"):
            # An empty line is all that parts paragraphs there.
            for gap in EMPTY_LINE.finditer(self._markup, start, end):
                self._run(start, gap.start())
                self._flush()
                start = gap.end()
        self._run(start, end)

    def _run(self, start: int, end: int) -> None:
        raw = self._markup[start:end]
        pieces = _pieces(raw, start)
        if not self._pieces:
            if raw.isspace():
                return
            self._holder = self._open[-1]
        self._pieces += pieces
        if raw.isspace():
            return
        if self._names.get("a"):
            self._links += pieces
        if self._names.get("button"):
            self._buttons += pieces

    def _flush(self) -> None:
        if not self._pieces:
            return
        pieces = folded(self._pieces)
        if pieces:
            holder = next((e for e in self._holder.ancestors() if e.name in BLOCK), self._root)
            block = MarkupBlock(holder, pieces, self._links, self._buttons)
            block.text = "".join(piece.text for piece in pieces)
            self.page.blocks.append(block)
        self._pieces, self._links, self._buttons = [], [], []


def _pieces(raw: str, start: int) -> list[Piece]:
    """The text of a stretch without tags, entities apart."""
    if "&" not in raw:
        return [Piece(raw, start, start + len(raw))]
    pieces = []
    position = 0
    for match in ENTITY.finditer(raw):
        value = html.unescape(match.group())
        if value == match.group():
            continue
        if match.start() > position:
            pieces.append(
                Piece(raw[position : match.start()], start + position, start + match.start())
            )
        pieces.append(Piece(value, start + match.start(), start + match.end()))
        position = match.end()
    if position < len(raw):
        pieces.append(Piece(raw[position:], start + position, start + len(raw)))
    return pieces
