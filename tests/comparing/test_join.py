"""The join against comparing everything with everything."""

import numpy as np
import numpy.typing as npt
import scipy.sparse as sparse
from hypothesis import given
from hypothesis import strategies as st

from pipeline.comparing import join
from pipeline.comparing.join import cosine_join
from pipeline.comparing.vectors import Matrix, unit_rows


def random_rows(seed: int, rows: int, columns: int) -> Matrix:
    """Rows with few columns, some of them in most rows, as words are."""
    random = np.random.default_rng(seed)
    chance = 1.0 / (1.0 + np.arange(columns))
    present = random.random((rows, columns)) < chance * 2.0
    return unit_rows(sparse.csr_array(present * random.uniform(0.2, 1.0, (rows, columns))))


def all_pairs(vectors: Matrix, cut: float, new: npt.NDArray[np.bool_]) -> set[tuple[int, int]]:
    products = (vectors @ vectors.T).toarray()
    return {
        (a, b)
        for a in range(products.shape[0])
        for b in range(a + 1, products.shape[0])
        if products[a, b] >= cut and (new[a] or new[b])
    }


seeds = st.integers(0, 2**32 - 1)


@given(seeds, st.integers(0, 40), st.sampled_from([0.1, 0.3, 0.5, 0.7, 0.95]), st.booleans())
def test_every_pair_that_reaches_the_cut_and_no_other(
    seed: int, rows: int, cut: float, all_new: bool
) -> None:
    vectors = random_rows(seed, rows, 25)
    new = np.random.default_rng(seed).random(rows) < (1.1 if all_new else 0.3)
    first, second, similarity = cosine_join(vectors, cut, new)
    assert list(zip(first.tolist(), second.tolist(), strict=True)) == sorted(
        all_pairs(vectors, cut, new)
    )
    exact = (vectors @ vectors.T).toarray()
    assert np.allclose(similarity, exact[first, second])


def test_many_bands_give_what_one_gives(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    vectors = random_rows(5, 300, 60)
    new = np.random.default_rng(1).random(300) < 0.5
    whole = cosine_join(vectors, 0.4, new)
    monkeypatch.setattr(join, "_PRODUCTS_A_BAND", (50, 400))
    parts = cosine_join(vectors, 0.4, new)
    assert whole[0].size > 100
    assert all(np.array_equal(a, b) for a, b in zip(whole[:2], parts[:2], strict=True))


def test_rows_that_are_equal_or_empty() -> None:
    vectors = unit_rows(sparse.csr_array(np.array([[1.0, 0.0], [0.0, 0.0], [2.0, 0.0]])))
    first, second, similarity = cosine_join(vectors, 0.9, np.ones(3, bool))
    assert (first.tolist(), second.tolist(), similarity.tolist()) == ([0], [2], [1.0])
