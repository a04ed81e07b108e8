"""The owner that a page declares of its publisher."""

import pytest

from pipeline.cleaning.markup import read_page
from pipeline.cleaning.markup_facts import markup_facts
from pipeline.cleaning.publishers import named_in_markup

PAGE = """<html><head><link rel="canonical" href="https://{domain}/a">
<script type="application/ld+json">{{"@type": "NewsArticle", "publisher": {{"@type": "Organization",
"name": "{name}"{owner}}}}}</script></head><body><p>Rain fell.</p></body></html>"""
OWNER = ', "parentOrganization": {"@type": "Organization", "name": "Mill Lane Media"}'


@pytest.mark.parametrize(
    ("name", "domain", "owner", "family"),
    [
        ("Tarn Gazette", "tarngazette.example", OWNER, "Mill Lane Media"),
        ("Tarn Gazette", "tarngazette.example", "", "Tarn Gazette"),
    ],
)
def test_declared_owner_is_the_family(name: str, domain: str, owner: str, family: str) -> None:
    markup = PAGE.format(name=name, domain=domain, owner=owner)
    page = read_page(markup)
    source = named_in_markup(markup_facts(page), page, markup)
    assert source is not None
    assert source.family == family
