"""The network that the product runs through ONNX, and its larger teacher: an encoder, cue tags, one tag row per cue.

Encoder: BERT (Devlin et al. 2019) in the size of MiniLM (Wang et al. 2020), or MPNet (Song et al. 2020), both with
BERT's word pieces, plus an embedding of what lower-casing and word pieces lose. Links: a biaffine score of every token
against every cue (Dozat and Manning 2017) with a bias by distance, read by a linear-chain conditional random field
(Lafferty et al. 2001), so that a cue's source and content come out as whole spans.
"""

from __future__ import annotations

import dataclasses
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.attribute.encoder import BEGIN, END
from sayso.attribute.links import DISTANCES, TAGS, WIDTH, distance_buckets
from sayso.attribute.tokens import FEATURES

FORBIDDEN = -1e4


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """Size of an encoder; ``buckets`` is the number of relative positions that it tells apart, 0 for none."""

    hidden: int
    layers: int
    positions: int
    vocabulary: int
    heads: int = 12
    buckets: int = 0


BERT_NAMES = {
    "qkv": [f"attention.self.{name}" for name in ("query", "key", "value")],
    "out": ["attention.output.dense"],
    "norm1": ["attention.output.LayerNorm"],
    "up": ["intermediate.dense"],
    "down": ["output.dense"],
    "norm2": ["output.LayerNorm"],
}
MPNET_NAMES = {
    **BERT_NAMES,
    "qkv": [f"attention.attn.{name}" for name in "qkv"],
    "out": ["attention.attn.o"],
    "norm1": ["attention.LayerNorm"],
}

MINILM = Shape(384, 6, 512, 30522)
MPNET = Shape(768, 12, 512, 30522, buckets=32)


def drop(x: Tensor, training: bool, rate: float = 0.1) -> Tensor:
    """Dropout with one mask for all tokens of a sequence (Gal and Ghahramani 2016).

    Drawing a mask for each token took a third of the training time on a CPU.
    """
    if not training:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[2]) >= rate
    return x * (keep / (1 - rate)).to(x.dtype)


def attend(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None) -> Tensor:
    """Scaled dot-product attention in plain matrix products, whose backward pass is four times as fast on a CPU."""
    scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2)
    if mask is not None:
        scores = scores + mask
    return scores.softmax(-1, dtype=scores.dtype) @ v


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        hidden = shape.hidden
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.up = nn.Linear(hidden, 4 * hidden)
        self.down = nn.Linear(4 * hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Shapes: x ``(batch, tokens, hidden)``; mask, added to attention, ``(batch, heads, tokens, tokens)``."""
        batch, tokens, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, tokens, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        attended = attend(q, k, v, mask)
        x = self.norm1(x + drop(self.out(attended.transpose(1, 2).reshape(batch, tokens, hidden)), self.training))
        return self.norm2(x + drop(self.down(functional.gelu(self.up(x))), self.training))


def position_buckets(tokens: int, buckets: int, farthest: int = 128) -> Tensor:
    """T5's buckets of relative positions (Raffel et al. 2020), as MPNet uses them. Shape ``(tokens, tokens)``."""
    at = torch.arange(tokens)
    distance = at[:, None] - at[None, :]
    half = buckets // 2
    side = (distance < 0).long() * half
    n = distance.abs()
    exact = half // 2
    far = exact + (torch.log(n.clamp(min=1).float() / exact) / math.log(farthest / exact) * (half - exact)).long()
    return side + torch.where(n < exact, n, far.clamp(max=half - 1))


class Attributor(nn.Module):
    """Encoder and heads; ``forward`` is what the ONNX file holds."""

    def __init__(self, shape: Shape = MINILM) -> None:
        super().__init__()
        self.shape = shape
        hidden = shape.hidden
        self.words = nn.Embedding(shape.vocabulary, hidden)
        self.positions = nn.Embedding(shape.positions, hidden)
        self.features = nn.Embedding(FEATURES, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.cue = nn.Linear(hidden, 3)
        self.roles = nn.Linear(hidden, TAGS)
        self.anchor = nn.Sequential(nn.Linear(hidden, 256), nn.GELU(), nn.Linear(256, TAGS * WIDTH))
        self.member = nn.Sequential(nn.Linear(hidden, 256), nn.GELU(), nn.Linear(256, TAGS * WIDTH))
        self.distance = nn.Parameter(torch.zeros(DISTANCES, TAGS))
        self.cue_moves = nn.Parameter(torch.zeros(3, 3))
        self.link_moves = nn.Parameter(torch.zeros(TAGS, TAGS))
        if shape.buckets:
            self.near = nn.Parameter(torch.zeros(shape.buckets, shape.heads), requires_grad=False)
        nn.init.zeros_(self.features.weight)

    @classmethod
    def stored(cls, path: Path) -> Attributor:
        """The attributor of a checkpoint that ``training.train`` wrote."""
        state = torch.load(path)["model"]
        model = cls(MPNET if "near" in state else MINILM)
        model.load_state_dict(state)
        return model

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores and projections of every token.

        Shapes: ids, features, mask ``(batch, tokens)``, mask 1 for real tokens, none where all are. Gives cue scores
        ``(batch, tokens, 3)``, role scores ``(batch, tokens, TAGS)``, anchors and members
        ``(batch, tokens, TAGS * WIDTH)``.
        """
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(positions) + self.features(features))
        x = drop(x, self.training)
        visible = self.visible(ids.shape[1], mask)
        for layer in self.layers:
            x = layer(x, visible)
        x = drop(x, self.training)
        return self.cue(x), self.roles(x), self.anchor(x), self.member(x)

    def visible(self, tokens: int, mask: Tensor | None) -> Tensor | None:
        """What is added to attention scores: a bias by relative position, and what hides padding; none for neither."""
        bias = None
        if self.shape.buckets:
            bias = self.near[position_buckets(tokens, self.shape.buckets)].permute(2, 0, 1)[None]
        if mask is not None:
            hidden = FORBIDDEN * (1 - mask[:, None, None, :].float())
            bias = hidden if bias is None else bias + hidden
        return bias.bfloat16() if bias is not None and torch.is_autocast_enabled("cpu") else bias

    def links(self, roles: Tensor, anchors: Tensor, members: Tensor, rows: Tensor, cues: Tensor) -> Tensor:
        """Tag scores of every token for every cue, ``(cues, tokens, TAGS)``; as ``sayso.attribute.links``.

        Shapes: rows ``(cues,)``, the window of each cue; cues ``(cues, 2)``, first and last token.
        """
        tokens = roles.shape[1]
        at = torch.arange(tokens)
        inside = ((at >= cues[:, :1]) & (at <= cues[:, 1:])).float()
        shares = inside / inside.sum(1, keepdim=True)
        anchor = torch.cat([shares[rows == b] @ anchors[b].float() for b in range(len(anchors))])
        q = anchor.view(-1, TAGS, WIDTH) * WIDTH**-0.5
        k = members.float().view(members.shape[0], tokens, TAGS, WIDTH)
        pairs = [torch.einsum("cgw,tgw->ctg", q[rows == b], k[b]) for b in range(len(k))]
        scores = torch.cat(pairs) + roles.float()[rows]
        buckets = torch.from_numpy(distance_buckets(cues.numpy(), tokens))
        scores = scores + self.distance[buckets]
        return scores.masked_fill(inside[:, :, None].bool() & (torch.arange(TAGS) > 0), FORBIDDEN)


def crf_loss(scores: Tensor, chances: Tensor, steps: Tensor, moves: Tensor, mask: Tensor) -> Tensor:
    """Cross-entropy of a linear-chain CRF against a distribution over tag sequences, one value a sequence.

    Where the distribution is one sequence this is its negative log likelihood; where it is another CRF's, the loss of
    structural distillation (Wang et al. 2020, Structure-Level Knowledge Distillation).

    Shapes: scores and chances, the probability of each tag, ``(sequences, tokens, tags)``; steps, how often each tag is
    expected to follow each, ``(sequences, tags, tags)``; moves ``(tags, tags)``; mask ``(sequences, tokens)``.
    """
    expected = (scores * chances).sum((1, 2)) + (moves * steps).sum((1, 2))
    return log_partition(scores, moves, mask) - expected


def log_partition(scores: Tensor, moves: Tensor, mask: Tensor) -> Tensor:
    """Log of the summed weight of all tag sequences, ``(sequences,)``; its gradients are marginal probabilities.

    Shapes: as in :func:`crf_loss`; moves may also differ by sequence, ``(sequences, tags, tags)``.
    """
    at, real = scores.unbind(1), mask.bool()[:, :, None].unbind(1)
    alpha = at[0]
    for t in range(1, len(at)):
        alpha = torch.where(real[t], torch.logsumexp(alpha[:, :, None] + moves, 1) + at[t], alpha)
    return torch.logsumexp(alpha, 1)


def forbid(moves: Tensor) -> Tensor:
    """The transition scores with those made impossible that would begin a span inside it."""
    allowed = torch.ones_like(moves, dtype=torch.bool)
    for inside in range(2, moves.shape[0], 2):
        allowed[:, inside] = False
        allowed[inside - 1, inside] = allowed[inside, inside] = True
    return moves.masked_fill(~allowed, FORBIDDEN)


def pretrained(path: Path) -> Attributor:
    """An attributor whose encoder carries the weights of a published MiniLM or MPNet, a model.safetensors."""
    weights = load_file(path)
    mpnet = "encoder.relative_attention_bias.weight" in weights
    model = Attributor(MPNET if mpnet else MINILM)
    state = model.state_dict()
    words, positions = (weights[f"embeddings.{kind}_embeddings.weight"] for kind in ("word", "position"))
    if mpnet:
        # BERT's word pieces four places on, with names of their own for the ends of a text.
        state["words.weight"] = words[4:-1].clone()
        state["words.weight"][[BEGIN, END]] = words[[0, 2]]
        state["positions.weight"] = positions[2:]
        state["near"] = weights["encoder.relative_attention_bias.weight"]
        model.words.weight.requires_grad_(False)  # 23 million numbers of which 800 articles touch few
    else:
        state["words.weight"] = words
        state["positions.weight"] = positions + weights["embeddings.token_type_embeddings.weight"][0]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for i in range(model.shape.layers):
            for new, old in (MPNET_NAMES if mpnet else BERT_NAMES).items():
                state[f"layers.{i}.{new}.{part}"] = torch.cat([weights[f"encoder.layer.{i}.{n}.{part}"] for n in old])
    model.load_state_dict(state)
    return model
