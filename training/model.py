"""The network that the product runs through ONNX: a MiniLM encoder, cue tags, and one tag row per cue.

Encoder: BERT (Devlin et al. 2019) in the size of MiniLM (Wang et al. 2020), plus an embedding of what lower-casing and
word pieces lose. Links: a biaffine score of every token against every cue (Dozat and Manning 2017) with a bias by
distance, read by a linear-chain conditional random field (Lafferty et al. 2001), so that a cue's source and
content come out as whole spans.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.attribute.links import DISTANCES, TAGS, WIDTH, distance_buckets
from sayso.attribute.tokens import FEATURES

HIDDEN, HEADS, LAYERS, POSITIONS, VOCABULARY = 384, 12, 6, 512, 30522
FORBIDDEN = -1e4


def drop(x: Tensor, training: bool, rate: float = 0.1) -> Tensor:
    """Dropout with one mask for all tokens of a sequence (Gal and Ghahramani 2016).

    Drawing a mask for each token took a third of the training time on a CPU.
    """
    if not training:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[2]) >= rate
    return x * (keep / (1 - rate)).to(x.dtype)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.up = nn.Linear(HIDDEN, 4 * HIDDEN)
        self.down = nn.Linear(4 * HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Shapes: x ``(batch, tokens, hidden)``, mask ``(batch, 1, 1, tokens)``, true for real tokens."""
        batch, tokens, _ = x.shape
        q, k, v = self.qkv(x).view(batch, tokens, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        attended = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + drop(self.out(attended.transpose(1, 2).reshape(batch, tokens, HIDDEN)), self.training))
        return self.norm2(x + drop(self.down(functional.gelu(self.up(x))), self.training))


class Attributor(nn.Module):
    """Encoder and heads; ``forward`` is what the ONNX file holds."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.features = nn.Embedding(FEATURES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.cue = nn.Linear(HIDDEN, 3)
        self.roles = nn.Linear(HIDDEN, TAGS)
        self.anchor = nn.Sequential(nn.Linear(HIDDEN, 256), nn.GELU(), nn.Linear(256, TAGS * WIDTH))
        self.member = nn.Sequential(nn.Linear(HIDDEN, 256), nn.GELU(), nn.Linear(256, TAGS * WIDTH))
        self.distance = nn.Parameter(torch.zeros(DISTANCES, TAGS))
        self.cue_moves = nn.Parameter(torch.zeros(3, 3))
        self.link_moves = nn.Parameter(torch.zeros(TAGS, TAGS))
        nn.init.zeros_(self.features.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores and projections of every token.

        Shapes: ids, features, mask ``(batch, tokens)``, mask 1 for real tokens, none where all are. Gives cue scores
        ``(batch, tokens, 3)``, role scores ``(batch, tokens, TAGS)``, anchors and members
        ``(batch, tokens, TAGS * WIDTH)``.
        """
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(positions) + self.features(features))
        x = drop(x, self.training)
        visible = None if mask is None else mask[:, None, None, :].bool()
        for layer in self.layers:
            x = layer(x, visible)
        x = drop(x, self.training)
        return self.cue(x), self.roles(x), self.anchor(x), self.member(x)

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


def crf_loss(scores: Tensor, tags: Tensor, moves: Tensor, mask: Tensor) -> Tensor:
    """Negative log likelihood of *tags* under a linear-chain CRF, one value a sequence.

    Shapes: scores ``(sequences, tokens, tags)``, tags and mask ``(sequences, tokens)``, moves ``(tags, tags)``.
    """
    real = mask.to(scores.dtype)
    gold = (scores.gather(2, tags[:, :, None])[:, :, 0] * real).sum(1)
    gold = gold + (moves[tags[:, :-1], tags[:, 1:]] * real[:, 1:]).sum(1)
    alpha = scores[:, 0]
    for t in range(1, scores.shape[1]):
        step = torch.logsumexp(alpha[:, :, None] + moves, 1) + scores[:, t]
        alpha = torch.where(mask[:, t, None].bool(), step, alpha)
    return torch.logsumexp(alpha, 1) - gold


def forbid(moves: Tensor) -> Tensor:
    """The transition scores with those made impossible that would begin a span inside it."""
    allowed = torch.ones_like(moves, dtype=torch.bool)
    for inside in range(2, moves.shape[0], 2):
        allowed[:, inside] = False
        allowed[inside - 1, inside] = allowed[inside, inside] = True
    return moves.masked_fill(~allowed, FORBIDDEN)


def pretrained(path: Path) -> Attributor:
    """An attributor whose encoder carries the weights of all-MiniLM-L6-v2, as its model.safetensors holds them."""
    model, weights = Attributor(), load_file(path)
    state = model.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"]
    kinds = weights["embeddings.token_type_embeddings.weight"][0]
    state["positions.weight"] = weights["embeddings.position_embeddings.weight"] + kinds
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for i in range(LAYERS):
            old = f"encoder.layer.{i}"
            qkv = [weights[f"{old}.attention.self.{n}.{part}"] for n in ("query", "key", "value")]
            state[f"layers.{i}.qkv.{part}"] = torch.cat(qkv)
            for new, name in names.items():
                state[f"layers.{i}.{new}.{part}"] = weights[f"{old}.{name}.{part}"]
    model.load_state_dict(state)
    return model
