"""Settings files that are no UTF-8: the error names the file, the line and what to do."""

from pathlib import Path

import pytest

from pipeline.families import FamiliesError, read_families
from pipeline.manifest import Manifest, ManifestError
from pipeline.overrides import OverridesError, verdicts_of_folder
from pipeline.reading.fields import FieldsError, FieldSettings
from pipeline.reading.settings_text import settings_text

LATIN = "glob,source\n*.txt,Côte\n".encode("latin-1")


@pytest.mark.parametrize(
    ("name", "content", "read", "error"),
    [
        ("crossclaim-sources.csv", LATIN, lambda place: Manifest.read(place.parent), ManifestError),
        (
            "crossclaim-families.csv",
            LATIN,
            lambda place: read_families(place.parent),
            FamiliesError,
        ),
        (
            "crossclaim-overrides.csv",
            LATIN,
            lambda place: verdicts_of_folder(place.parent),
            OverridesError,
        ),
        (
            "crossclaim-fields.toml",
            '["*.jsonl"]\ntext = "Côté"\n'.encode("latin-1"),
            lambda place: FieldSettings.read(place.parent),
            FieldsError,
        ),
    ],
)
def test_the_error_says_where_and_what_to_do(tmp_path: Path, name, content, read, error) -> None:  # type: ignore[no-untyped-def]
    place = tmp_path / name
    place.write_bytes(content)
    with pytest.raises(error, match=rf"{name}, line 2: not UTF-8 \(byte 0xF4\); save the file as"):
        read(place)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    place = tmp_path / "a.csv"
    place.write_bytes(b"\xef\xbb\xbfglob\n")
    assert settings_text(place, ValueError) == "glob\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("claim_a,verdict\n", "line 1: needs the columns claim_a, claim_b, verdict; found claim_a"),
        ('claim_a,claim_b,verdict,why\na,b,same,"two\nlines"\na,b,perhaps,\n', "line 4: verdict"),
    ],
)
def test_an_override_that_is_none(tmp_path: Path, content: str, message: str) -> None:
    place = tmp_path / "crossclaim-overrides.csv"
    place.write_text(content, encoding="utf-8")
    with pytest.raises(OverridesError, match=message):
        verdicts_of_folder(tmp_path)
