"""The data dictionary is complete, and the one that is committed is the one that is printed."""

from pipeline.dictionary import TARGET, dictionary
from pipeline.views import view_order
from pipeline.warehouse import Warehouse


def test_the_committed_dictionary_is_current() -> None:
    assert TARGET.read_text(encoding="utf-8") == dictionary(), "run python -m pipeline.dictionary"


def test_everything_has_a_comment(warehouse: Warehouse) -> None:
    for name in view_order():
        warehouse.create_view(name)
    for name, (about, columns) in warehouse.described_relations().items():
        assert about, name
        assert [column for column, _, text in columns if not text] == [], name
