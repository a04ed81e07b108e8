"""A seeded corpus of news-like articles, so that anyone can repeat a benchmark without any download.

Belongs here: making files. Does not belong here: measuring.

    python -m bench.articles FOLDER N [--html]

Articles come in affairs of a few outlets each: each affair has names, places and figures of its own; some
articles are copies, whole or cut, and quotes and figures are shared. Sentences are built from a grammar, so
that a parser has as much to do as on real news (about 25 words a sentence, 900 words an article). The first
N articles are the same in every larger corpus.
"""

import argparse
import random
from pathlib import Path

OUTLETS = [
    f"{a} {b}"
    for a in ("Harbour", "Valley", "Northern", "Lakeside", "Civic", "Union", "Morning", "Delta")
    for b in ("Post", "Courier", "Ledger", "Journal", "Times")
]
FIRST = [
    "Ada",
    "Bram",
    "Celia",
    "Dario",
    "Edith",
    "Farid",
    "Greta",
    "Hugo",
    "Ines",
    "Jonas",
    "Katya",
    "Leo",
    "Mara",
    "Nils",
    "Olga",
    "Pavel",
    "Rosa",
    "Stefan",
    "Tilda",
    "Viktor",
]
LAST_A = [
    "Ald",
    "Bren",
    "Cor",
    "Dun",
    "Ever",
    "Fal",
    "Gran",
    "Hol",
    "Iver",
    "Kel",
    "Lor",
    "Mar",
    "Nor",
    "Ost",
    "Pell",
    "Quar",
    "Rad",
    "Sel",
    "Tor",
    "Ull",
    "Ver",
    "Wes",
    "Yar",
    "Zand",
]
LAST_B = [
    "berg",
    "croft",
    "dale",
    "ette",
    "field",
    "gard",
    "holm",
    "ing",
    "kov",
    "land",
    "mont",
    "ner",
    "ov",
    "quist",
    "rud",
    "sen",
    "strand",
    "ton",
    "vik",
    "wold",
]
ROLES = (
    "the minister for transport",
    "a spokesman for the port authority",
    "the mayor",
    "a union leader",
    "the police chief",
    "an aid worker",
    "the company’s chief executive",
    "a senior official",
    "the opposition leader",
    "a hydrologist at the state university",
)
EVENTS = (
    "flood",
    "strike",
    "explosion",
    "election",
    "outbreak",
    "landslide",
    "trial",
    "merger",
    "protest",
    "fire",
)
COUNTED = (
    "people",
    "houses",
    "soldiers",
    "workers",
    "children",
    "passengers",
    "families",
    "patients",
)
VERBS = (
    "killed",
    "injured",
    "displaced",
    "trapped",
    "evacuated",
    "arrested",
    "stranded",
    "affected",
)
SAYING = (
    "said",
    "told reporters",
    "wrote in a statement",
    "insisted",
    "acknowledged",
    "warned",
    "announced",
    "claimed",
)
TOPICS = (
    "the damage to the eastern bridge",
    "a plan to reopen the railway",
    "the cost of the repairs",
    "the search for survivors",
    "a request for federal help",
    "the state of the reservoir",
    "the talks with the owners",
    "the inquiry into the accident",
)
JUDGED = (
    "was worse than anyone had expected",
    "would take several months",
    "had been ignored for years",
    "remained under control",
    "could not be confirmed",
    "was close to an agreement",
    "had stalled over money",
    "showed the limits of the present law",
)
MOREOVER = (
    "Residents of the older quarters spent a third night in schools and sports halls while engineers checked the walls of their homes.",
    "Trucks carrying water and blankets were held up on the coastal road, where a stretch of two kilometres had given way.",
    "Shops in the centre stayed closed, and trains were turned back before the tunnel.",
)


def _name(rng: random.Random) -> str:
    return f"{rng.choice(FIRST)} {rng.choice(LAST_A)}{rng.choice(LAST_B)}"


class Affair:
    """One event with its own names and figures."""

    def __init__(self, number: int) -> None:
        rng = random.Random(f"affair {number}")
        self.place = f"{rng.choice(LAST_A)}{rng.choice(LAST_B)}"
        self.event = rng.choice(EVENTS)
        self.people = [(_name(rng), rng.choice(ROLES)) for _ in range(5)]
        self.figure = rng.randint(4, 180)
        self.counted = rng.choice(COUNTED)
        self.verb = rng.choice(VERBS)
        self.company = f"{rng.choice(LAST_A)}{rng.choice(LAST_B)} Industries"

    def sentence(self, rng: random.Random, day: int) -> str:
        person, role = rng.choice(self.people)
        figure = self.figure + 3 * day
        topic, judged = rng.choice(TOPICS), rng.choice(JUDGED)
        return rng.choice(
            (
                f"At least {figure} {self.counted} were {self.verb} in the {self.event} near {self.place}, {person}, {role}, {rng.choice(SAYING)} on {rng.choice(('Monday', 'Tuesday', 'Friday'))}.",
                f"“We have never seen {topic} handled like this, and {rng.choice(('nobody', 'no one here'))} can say when it ends,” {rng.choice(SAYING)} {person}, {role}, after a visit to {self.place}.",
                f"{person} {rng.choice(SAYING)} that {topic} {judged}, although {self.company} denied that more than {rng.randint(2, 90)} per cent of its staff had been {self.verb}.",
                f"According to {rng.choice(('two officials familiar with the matter', 'a report by the regional government', 'documents seen by the newspaper'))}, {topic} {judged} and cost about ${rng.randint(2, 900)} million.",
                f"{self.company}, which owns the plant outside {self.place}, {rng.choice(('agreed', 'refused', 'offered', 'planned'))} to pay for {topic} after {rng.randint(3, 40)} days of talks with {person}.",
                f"Since the {self.event} began, officials in {self.place} have counted {figure + rng.randint(0, 4)} {self.counted} {self.verb}, up from {max(1, figure - rng.randint(2, 20))} a week earlier.",
                f"The {self.event} in {self.place} {judged}, and {topic} {rng.choice(JUDGED)}, people who had spoken with {person} {rng.choice(('said', 'recalled'))}.",
                rng.choice(MOREOVER),
            )
        )


def article(number: int) -> tuple[str, str, list[str], int]:
    """Outlet, title, paragraphs and day of the article of this number."""
    rng = random.Random(f"article {number}")
    affair = Affair(number // 6)
    day = number % 6
    outlet = rng.choice(OUTLETS)
    title = f"{affair.event.capitalize()} near {affair.place}: {rng.choice(TOPICS)} {rng.choice(JUDGED)}"
    paragraphs = []
    if number % 6 and rng.random() < 0.25:
        _, _, paragraphs, _ = article(number - number % 6)
        paragraphs = paragraphs[: rng.randint(4, len(paragraphs))]
    while sum(len(p.split()) for p in paragraphs) < 900:
        paragraphs.append(" ".join(affair.sentence(rng, day) for _ in range(rng.randint(1, 3))))
    return outlet, title, paragraphs, day


def as_text(number: int) -> str:
    """The article as a plain-text file."""
    outlet, title, paragraphs, day = article(number)
    return "\n\n".join([title, f"{outlet}, 2031-05-{day + 1:02}", *paragraphs]) + "\n"


def as_html(number: int) -> str:
    """The article as a page with navigation, related headlines and scripts about it."""
    outlet, title, paragraphs, day = article(number)
    menu = "".join(f'<li><a href="/{topic}">{topic.title()}</a></li>' for topic in EVENTS)
    related = "".join(
        f'<div class="card"><a href="/{number + n}">{article(number + n)[1]}</a></div>'
        for n in (1, 2, 3)
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    data = f'{{"@type":"NewsArticle","headline":"{title}","datePublished":"2031-05-{day + 1:02}T08:00:00","publisher":{{"name":"{outlet}"}}}}'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>'
        f'<script type="application/ld+json">{data}</script><style>.card{{margin:1em}}</style></head>'
        f"<body><header><nav><ul>{menu}</ul></nav></header><main><article><h1>{title}</h1>{body}</article>"
        f'<aside class="related">{related}</aside></main><footer><p>© {outlet}</p></footer>'
        "<script>window.dataLayer=window.dataLayer||[];</script></body></html>"
    )


def write(folder: Path, count: int, html: bool = False) -> None:
    """Write the first `count` articles, one file each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        suffix, text = ("html", as_html(number)) if html else ("txt", as_text(number))
        (folder / f"{number:06}.{suffix}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a seeded corpus of news-like articles.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--html", action="store_true")
    asked = parser.parse_args()
    write(asked.folder, asked.count, asked.html)
