"""A user's extractor is found by name and held to the contract."""

from dataclasses import replace

import pytest

from pipeline.claims.extract import extract_claims
from pipeline.claims.own import ExtractorError, check, extractor_named
from pipeline.records import DocumentClaims
from tests.claims.parsing import parsed

TEXT = "Mayor Ann Reed said the bridge was safe."


def test_without_a_name_it_is_the_projects_own() -> None:
    assert extractor_named(None) is extract_claims


def test_by_name_the_same_function_gives_the_same() -> None:
    document = parsed(TEXT)
    assert extractor_named("pipeline.claims.extract:extract_claims")(document) == extract_claims(
        document
    )


@pytest.mark.parametrize("name", ["no_such_module:extract", "pipeline.claims.extract:nothing", "x"])
def test_a_wrong_name_is_told(name: str) -> None:
    with pytest.raises(ExtractorError, match="CROSSCLAIM_EXTRACTOR"):
        extractor_named(name)


def test_records_that_break_the_contract_are_told() -> None:
    document = parsed(TEXT)
    good = extract_claims(document)
    check(document, good)
    moved = replace(good.claims[0], start_char=0)
    for broken in (
        DocumentClaims((good.claims[0], good.claims[0]), good.attributions),
        DocumentClaims((moved, *good.claims[1:]), good.attributions),
        DocumentClaims(good.claims, ()),
        DocumentClaims((), good.attributions),
    ):
        with pytest.raises(ExtractorError):
            check(document, broken)
