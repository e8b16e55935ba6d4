"""The network: an encoder of characters, three layers of spans, and links between the nodes that the spans are.

One pass over the text serves all heads; the heads over nodes and pairs of nodes see the states with the tags painted into them, so
that what is named between two nodes counts. (Layers above that see the painted states were tried and were worse: docs/reader.md.)
All shapes: B windows, T characters, N nodes, H hidden.
"""

from __future__ import annotations

import math
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from kg.reader import labels
from kg.reader.characters import BEGIN, END
from train.encoder import HEADS, HIDDEN

Tree = Any
NODE = PAIR = 256
DISTANCES = 12
LINK_WEIGHT = np.array([0.3 if label in ("event", "event_date") else 1.0 for label in labels.LINKS], np.float32)
"""Who takes part in one event is said by every pair of them: a pair counts less there."""
FOUND_WEIGHT = np.array([2.0 if label in labels.PREDICATES else 1.0 for label in labels.LINKS], np.float32)
"""Of a thousand pairs a few say a relation: what is missed counts as much as two false ones (docs/reader.md)."""


def new_heads(rng: np.random.Generator) -> Tree:
    def random(*shape: int, scale: float = 0.03) -> np.ndarray:
        return rng.normal(0, scale, shape).astype(np.float32)

    width, kinds, links = labels.WIDTH, len(labels.KINDS) + 1, len(labels.LINKS)
    return {
        "tag": random(3, HIDDEN, width), "tag_b": np.zeros((3, width), np.float32),
        "painted": random(3, width, HIDDEN),
        "node": random(3 * HIDDEN, NODE), "node_b": np.zeros(NODE, np.float32), "kind": random(kinds, NODE),
        "left": random(NODE, PAIR), "right": random(NODE, PAIR), "between": random(HIDDEN, PAIR), "both": random(NODE, 64),
        "match": random(64, PAIR), "distance": random(2 * DISTANCES, PAIR),
        "pair_b": np.zeros(PAIR, np.float32),
        "deep": random(PAIR, PAIR), "deep_b": np.zeros(PAIR, np.float32),
        "link": random(PAIR, links), "link_b": np.full(links, -6.0, np.float32),
        "status": random(PAIR, len(labels.STATUS)), "status_b": np.zeros(len(labels.STATUS), np.float32),
        "role": random(PAIR, len(labels.ROLES)), "role_b": np.zeros(len(labels.ROLES), np.float32),
        "part": random(NODE, NODE), "part_b": np.zeros(NODE, np.float32),
        "event": random(NODE, len(labels.EVENT_ROLES)), "event_b": np.full(len(labels.EVENT_ROLES), -3.0, np.float32),
        "event_kind": random(NODE, len(labels.EVENT_KINDS)), "event_kind_b": np.zeros(len(labels.EVENT_KINDS), np.float32),
        "planned": random(NODE, 1), "planned_b": np.full(1, -2.0, np.float32),
    }  # fmt: skip


def legal_moves() -> np.ndarray:
    """Return 0 where a tag may follow another and a number far below where not, (3,W,W): what is not well formed has no weight."""
    found = np.full((3, labels.WIDTH, labels.WIDTH), -1e4, np.float32)
    for layer, kinds in enumerate(labels.LAYERS):
        for i, one in enumerate(labels.tags(kinds)):
            for j, other in enumerate(labels.tags(kinds)):
                is_open, goes_on = one[0] in "BI", other[0] in "IE"
                if is_open == goes_on and (not goes_on or one[2:] == other[2:]):
                    found[layer, i, j] = 0
    return found


MOVES = legal_moves()


def norm(x: jax.Array, weight: jax.Array, bias: jax.Array) -> jax.Array:
    centred = x - x.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + 1e-12) * weight + bias


def drop(x: jax.Array, key: jax.Array | None, rate: float) -> jax.Array:
    return x if key is None else jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


# The two functions below are jax.nn.gelu and softmax attention with gradients written out and barriers between their parts:
# XLA's processor code fuses the plain ones so that an erf and a softmax are computed over and over.


@jax.custom_vjp
def gelu(x: jax.Array) -> jax.Array:
    return gelu_ahead(x)[0]


def gelu_ahead(x: jax.Array) -> tuple[jax.Array, jax.Array]:
    below = 0.5 * (1 + jax.lax.erf(x * math.sqrt(0.5)))
    slope = below + x * jnp.exp(-0.5 * x * x) / math.sqrt(2 * math.pi)
    return jax.lax.optimization_barrier((x * below, slope.astype(jnp.bfloat16)))  # type: ignore[no-any-return]


gelu.defvjp(gelu_ahead, lambda slope, g: (g * slope.astype(jnp.float32),))


@jax.custom_vjp
def attend(q: jax.Array, k: jax.Array, v: jax.Array, mask: jax.Array) -> jax.Array:
    """Attention of scaled queries (B,heads,T,d) to the keys that the mask (B,1,1,T) of 0 and 1 keeps."""
    return attend_ahead(q, k, v, mask)[0]


def attend_ahead(q: jax.Array, k: jax.Array, v: jax.Array, mask: jax.Array) -> tuple[jax.Array, tuple[jax.Array, ...]]:
    # scores stay far below 60, so that no maximum need be taken off; the column of ones sums the weights
    e = jax.lax.optimization_barrier(jnp.exp(jnp.clip(q @ k.swapaxes(-1, -2), -60, 60)) * mask)
    heard = e @ jnp.concatenate([v, jnp.ones_like(v[..., :1])], -1)
    share = 1 / heard[..., -1:]
    out = heard[..., :-1] * share
    return out, (q, k, v, e, share, out)


def attend_back(kept: tuple[jax.Array, ...], g: jax.Array) -> tuple[jax.Array | None, ...]:
    q, k, v, e, share, out = kept
    g = g * share
    change = jax.lax.optimization_barrier(g @ v.swapaxes(-1, -2)) - (g * out).sum(-1, keepdims=True)
    scores = jax.lax.optimization_barrier(e * change)
    return scores @ k, scores.swapaxes(-1, -2) @ q, e.swapaxes(-1, -2) @ g, None


attend.defvjp(attend_ahead, attend_back)


def layer(x: jax.Array, w: Tree, mask: jax.Array, key: jax.Array | None, rate: float) -> jax.Array:
    b, t, _ = x.shape
    one, two = (None, None) if key is None else jax.random.split(key)
    wide, wide_b = w["qkv"].reshape(HIDDEN, 3, HEADS, -1), w["qkv_b"].reshape(3, HEADS, 1, -1)
    q, k, v = (jnp.einsum("bth,hnd->bntd", x, wide[:, i]) + wide_b[i] for i in range(3))
    heard = attend(q / math.sqrt(HIDDEN // HEADS), k, v, mask).transpose(0, 2, 1, 3).reshape(b, t, HIDDEN)
    x = norm(x + drop(heard @ w["out"] + w["out_b"], one, rate), w["ln1"], w["ln1_b"])
    inner = gelu(x @ w["up"] + w["up_b"])
    return norm(x + drop(inner @ w["down"] + w["down_b"], two, rate), w["ln2"], w["ln2_b"])


def run(x: jax.Array, layers: Tree, mask: jax.Array, key: jax.Array | None, rate: float) -> jax.Array:
    """Run a stack of layers; keys drop out in training."""
    count = layers["qkv"].shape[0]
    if not count:
        return x
    kept = mask[:, None, None, :].astype(jnp.float32)
    for i in range(count):  # unrolled: inside a loop XLA's processor code runs on one thread
        x = layer(x, jax.tree.map(lambda w, i=i: w[i], layers), kept, None if key is None else jax.random.fold_in(key, i), rate)
    return x


def embed(p: Tree, ids: jax.Array, key: jax.Array | None, rate: float) -> jax.Array:
    e = p["encoder"]
    return drop(norm(e["word"][ids] + e["place"][: ids.shape[1]], e["ln"], e["ln_b"]), key, rate)


def encode(p: Tree, ids: jax.Array, mask: jax.Array, key: jax.Array | None = None, rate: float = 0.1) -> tuple[jax.Array, jax.Array]:
    """Return the states (B,T,H) of characters and the scores (B,3,T,W) of their tags."""
    one, two, three = (None, None, None) if key is None else jax.random.split(key, 3)
    x = run(embed(p, ids, one, rate), p["encoder"]["layers"], mask, two, rate)
    return x, jnp.einsum("bth,lhw->bltw", drop(x, three, 0.2), p["heads"]["tag"]) + p["heads"]["tag_b"][:, None, :]


def paint(p: Tree, x: jax.Array, tags: jax.Array) -> jax.Array:
    """Return the states with the tags (B,3,T) added."""
    return x + sum(p["heads"]["painted"][i][tags[:, i]] for i in range(3))


def pairs(p: Tree, x: jax.Array, spans: jax.Array, kinds: jax.Array, key: jax.Array | None = None) -> tuple[jax.Array, ...]:
    """Return scores of links (B,N,N,L), status, roles, and of nodes: event roles (B,N,R), kinds of event, planned."""
    h = p["heads"]
    b = jnp.arange(x.shape[0])[:, None]
    start, end = spans[..., 0], spans[..., 1]
    one, two = (None, None) if key is None else jax.random.split(key)

    def sums(y: jax.Array) -> jax.Array:
        return jnp.concatenate([jnp.zeros_like(y[:, :1]), jnp.cumsum(y, 1)], 1)

    whole = sums(x)
    mean = (whole[b, end] - whole[b, start]) / jnp.maximum(end - start, 1)[..., None]
    node = jnp.concatenate([x[b, start], x[b, jnp.maximum(end - 1, 0)], mean], -1) @ h["node"] + h["node_b"] + h["kind"][kinds]
    node = drop(gelu(node), one, 0.1)

    low = jnp.minimum(end[:, :, None], end[:, None, :])
    high = jnp.maximum(start[:, :, None], start[:, None, :])
    gap = jnp.maximum(high - low, 0)
    path = sums(x @ h["between"])
    begins, ends = path[b, start], path[b, end]
    ahead = (start[:, :, None] < start[:, None, :])[..., None]
    between = jnp.where(ahead, begins[:, None] - ends[:, :, None], begins[:, :, None] - ends[:, None])
    between = jnp.where((gap > 0)[..., None], between / jnp.maximum(gap, 1)[..., None], 0)
    far = jnp.clip(jnp.log2(gap + 1.0).astype(jnp.int32), 0, DISTANCES - 1)
    far = jax.nn.one_hot(far + DISTANCES * (start[:, :, None] > start[:, None, :]), 2 * DISTANCES)
    thin = node @ h["both"]
    pair = (node @ h["left"])[:, :, None] + (node @ h["right"])[:, None] + between
    pair = pair + far @ h["distance"] + (thin[:, :, None] * thin[:, None]) @ h["match"] + h["pair_b"]
    pair = drop(gelu(pair), two, 0.2)
    pair = gelu(pair @ h["deep"] + h["deep_b"])
    part = gelu(node @ h["part"] + h["part_b"])
    return (
        pair @ h["link"] + h["link_b"], pair @ h["status"] + h["status_b"], pair @ h["role"] + h["role_b"],
        part @ h["event"] + h["event_b"], part @ h["event_kind"] + h["event_kind_b"], (part @ h["planned"] + h["planned_b"])[..., 0],
    )  # fmt: skip


def chain_loss(scores: jax.Array, tags: jax.Array, mask: jax.Array) -> jax.Array:
    """Negative log-likelihood of tags (B,3,T) under three chains run side by side; the mean over characters.

    Every well-formed path counts alike: the chain's only transitions are MOVES, which is what ``kg.reader.decode`` decodes.
    """
    e = jnp.moveaxis(scores, 2, 0)  # T,B,3,W
    m = jnp.moveaxis(mask, 1, 0)[:, :, None, None]
    ways = jnp.exp(MOVES)

    def step(a: jax.Array, at: tuple[jax.Array, jax.Array]) -> tuple[jax.Array, None]:
        score, keep = at
        top = a.max(-1, keepdims=True)
        new = jnp.log(jnp.einsum("blv,lvw->blw", jnp.exp(a - top), ways) + 1e-30) + top + score
        return jnp.where(keep, new, a), None

    last, _ = jax.lax.scan(step, e[0], (e[1:], m[1:]))
    total = jax.nn.logsumexp(last, -1).sum()
    right = (jnp.take_along_axis(scores, tags[..., None], 3)[..., 0] * mask[:, None]).sum()
    return (total - right) / mask.sum()


def cross(scores: jax.Array, right: jax.Array) -> jax.Array:
    """Binary cross-entropy, cell by cell."""
    return jnp.maximum(scores, 0) - scores * right + jnp.log1p(jnp.exp(-jnp.abs(scores)))


def chosen(scores: jax.Array, right: jax.Array) -> jax.Array:
    """Cross-entropy of classes where ``right`` is not -1, summed."""
    logp = jax.nn.log_softmax(scores, -1)
    picked = jnp.take_along_axis(logp, jnp.maximum(right, 0)[..., None], -1)[..., 0]
    return -(picked * (right >= 0)).sum()


def loss(p: Tree, batch: dict[str, jax.Array], key: jax.Array, rate: float = 0.1, noise: float = 0.1) -> tuple[jax.Array, jax.Array]:
    """Return the loss and its parts: spans, links, status and roles, events."""
    one, two, three = jax.random.split(key, 3)
    x, scores = encode(p, batch["ids"], batch["mask"], one, rate)
    marks = ((batch["ids"] == BEGIN) | (batch["ids"] == END))[:, None, :, None]
    scores = jnp.where(marks & (jnp.arange(labels.WIDTH) > 0), -1e4, scores)  # a path begins and ends outside
    spans = chain_loss(scores, batch["tags"], batch["mask"])
    # what the reader will paint is not always right: show the network's own tags now and then
    own = jax.random.uniform(three, (*batch["tags"].shape[:2], 1)) < noise
    x = paint(p, x, jnp.where(own, scores.argmax(-1).astype(jnp.int32), batch["painted"]))
    link, status, role, event, kind, planned = pairs(p, x, batch["spans"], batch["kinds"], two)
    real = batch["kinds"] > 0
    both = real[:, :, None] & real[:, None, :] & ~jnp.eye(real.shape[1], dtype=bool)
    weight = jnp.where(batch["links"], FOUND_WEIGHT, 1.0) * LINK_WEIGHT
    links = jnp.where(both[..., None] & ~batch["open"], cross(link, batch["links"]) * weight, 0).sum() / real.sum()
    details = (chosen(status, batch["status"]) + chosen(role, batch["roles"])) / real.sum()
    inside = batch["event_kind"] >= 0
    roles = jnp.where((real & ~batch["event_open"])[..., None] | batch["events"], cross(event, batch["events"]), 0).sum()
    rest = chosen(kind, batch["event_kind"]) + jnp.where(inside, cross(planned, batch["planned"]), 0).sum()
    events = (roles + 0.5 * rest) / real.sum()
    parts = jnp.stack([spans, links, details, events])
    return 4 * spans + 0.5 * links + 0.25 * details + 1.5 * events, parts
