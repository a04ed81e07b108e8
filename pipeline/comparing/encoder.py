"""The encoder of pairs of texts: what a small transformer says of whether they say the same.

Belongs here: applying the trained network. Does not belong here: training (bench/training/train_encoder.py)
and what its answers are worth beside other figures (`judge`).

all-MiniLM-L6-v2, split in two (Cao and others 2020, 'DeFormer'): the lower layers read each text by itself,
once however many pairs it stands in; the upper ones read a pair. Stored as whole numbers of eight bits with
a scale for each row, computed in floats of 32.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

MODEL = Path(__file__).with_name("data") / "encoder.npz"
WIDTH, HEADS, LOWER, LAYERS = 384, 12, 3, 6
LONGEST = 64  # word pieces of a text
CLS, SEP = "[CLS]", "[SEP]"
DIGITS = 2  # sums of floats differ in their last digits from machine to machine

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """The tokenizer and the weights by name; `words` stays in whole numbers with a scale a row."""

    tokenizer: Tokenizer
    weights: dict[str, Floats]
    words: npt.NDArray[np.int8]
    scales: Floats


@cache
def load_network() -> Network:
    """The trained network, read once a process."""
    with np.load(MODEL) as stored:
        arrays = {name: stored[name] for name in stored.files}
    pieces = arrays.pop("pieces").tobytes().decode().split("\n")
    model = WordPiece({piece: n for n, piece in enumerate(pieces)}, unk_token="[UNK]")
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    words, scales = arrays.pop("words"), arrays.pop("words.scale").astype(np.float32)
    weights = {}
    for name, array in arrays.items():
        if not name.endswith(".scale"):
            scale = arrays.get(f"{name}.scale")
            plain = array.astype(np.float32)
            # Stored a row an output; used as inputs x outputs.
            weights[name] = plain if scale is None else np.ascontiguousarray((plain * scale).T)
    return Network(tokenizer, weights, words, scales)


def encode_pairs(pairs: Sequence[tuple[str, str]]) -> Floats:
    """Logits of SAME, CONTRADICTS and NEITHER of each pair, whatever its order: pairs x 3, rounded.

    One pair at a time: sums of floats depend on the shape of what they are computed with, and the
    figures of a pair must not depend on other pairs.
    """
    read = _read_texts(sorted({text for pair in pairs for text in pair}))
    result = np.zeros((len(pairs), 3), dtype=np.float32)
    for row, pair in enumerate(pairs):
        one, other = sorted(pair, key=lambda text: (len(read[text]), text))
        result[row] = _read_both(read[one], read[other])
    rounded: Floats = np.round(result, DIGITS)
    return rounded


def _read_texts(texts: Sequence[str]) -> dict[str, Floats]:
    """What the lower layers make of each text: word pieces x WIDTH."""
    network = load_network()
    weights = network.weights
    first, last = (network.tokenizer.token_to_id(end) for end in (CLS, SEP))
    read = {}
    for text, found in zip(texts, network.tokenizer.encode_batch(texts), strict=True):
        ids = np.array([first, *found.ids[:LONGEST], last], dtype=np.int64)
        x = network.words[ids] * network.scales[ids] + weights["places"][: len(ids)]
        x = _norm(x, "embeddings.norm", weights)
        for number in range(LOWER):
            x = _layer(x, number, weights)
        read[text] = x
    return read


def _read_both(one: Floats, other: Floats) -> Floats:
    """The logits of a pair of texts read in this order."""
    weights = load_network().weights
    x = np.concatenate([one, other[1:] + weights["second"]])
    for number in range(LOWER, LAYERS):
        x = _layer(x, number, weights)
    a, b = x[1 : len(one) - 1], x[len(one) : -1]
    # A text without a word is its ends alone.
    mean_a, mean_b = (part.sum(0) / np.float32(max(1, len(part))) for part in (a, b))
    seen = np.concatenate(
        [x[0], (mean_a + mean_b) / 2, np.abs(mean_a - mean_b), 10 * mean_a * mean_b]
    )
    hidden = np.tanh(seen @ weights["hidden.weight"] + weights["hidden.bias"])
    said: Floats = hidden @ weights["said.weight"] + weights["said.bias"]
    return said


def _layer(x: Floats, number: int, weights: dict[str, Floats]) -> Floats:
    """One layer of the transformer (Vaswani and others 2017, normed after each part): places x WIDTH."""

    def linear(values: Floats, name: str) -> Floats:
        result: Floats = values @ weights[f"{number}.{name}.weight"]
        result += weights[f"{number}.{name}.bias"]
        return result

    three: Floats = linear(x, "qkv").reshape(-1, 3, HEADS, WIDTH // HEADS)
    query, key, value = three.transpose(1, 2, 0, 3)
    near = query @ key.transpose(0, 2, 1)
    near *= np.float32((WIDTH // HEADS) ** -0.5)
    near -= near.max(-1, keepdims=True)
    np.exp(near, out=near)
    near /= near.sum(-1, keepdims=True)
    seen: Floats = (near @ value).transpose(1, 0, 2).reshape(-1, WIDTH)
    x = _norm(x + linear(seen, "out"), f"{number}.norm_out", weights)
    return _norm(x + linear(_gelu(linear(x, "up")), "down"), f"{number}.norm_down", weights)


def _gelu(x: Floats) -> Floats:
    """Hendrycks and Gimpel 2016, by its tanh."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += np.float32(1)
    inner *= x
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= x
    inner *= np.float32(0.5)
    return inner


def _norm(x: Floats, name: str, weights: dict[str, Floats]) -> Floats:
    x = x - x.mean(-1, keepdims=True)
    x /= np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-12))
    result: Floats = x * weights[f"{name}.weight"] + weights[f"{name}.bias"]
    return result
