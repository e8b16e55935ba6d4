"""Train the network: python -m train.fit --out FOLDER [options]; a run cut short goes on from its last epoch."""

from __future__ import annotations

import argparse
import json
import pickle
import queue
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from train import batches, examples, shipped
from train.encoder import start_weights
from train.measure import Measure
from train.model import Tree, loss, new_heads


def ahead(rows: Iterator[Any], depth: int = 4) -> Iterator[Any]:
    """Make rows in a thread while others are used."""
    line: queue.Queue[Any] = queue.Queue(depth)
    end = object()

    def fill() -> None:
        for row in rows:
            line.put(row)
        line.put(end)

    threading.Thread(target=fill, daemon=True).start()
    while (row := line.get()) is not end:
        yield row


def optimiser(steps: int, rate: float, head_rate: float, decay: float) -> optax.GradientTransformation:
    def schedule(top: float) -> optax.Schedule:
        return optax.warmup_cosine_decay_schedule(0, top, max(1, steps // 10), steps, top * 0.02)

    return optax.chain(
        optax.clip_by_global_norm(4.0),
        optax.multi_transform(
            {"encoder": optax.adamw(schedule(rate), weight_decay=decay), "heads": optax.adamw(schedule(head_rate), weight_decay=decay)},
            {"encoder": "encoder", "heads": "heads"},
        ),
    )


def corpus_files(folder: Path, share: float) -> list[examples.Example]:
    files = sorted(folder.glob("p*.txt"))
    found = list(examples.from_passages(files))
    step = 1 / share
    return [found[int(i * step)] for i in range(int(len(found) * share))]


def begun(start: Path | None, encoder: Tree, seed: int) -> Tree:
    """Return what training begins with: the encoder as it comes under new heads, or the weights of ``start``."""
    if start is None:
        return {"encoder": encoder, "heads": new_heads(np.random.default_rng(seed))}
    return shipped.read(start)[1] if start.is_dir() else pickle.loads(start.read_bytes())["params"]


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--out", type=Path, required=True)
    ask.add_argument("--data", type=Path, default=Path("corpus"))
    ask.add_argument("--gold", type=Path, default=Path("tests/gold"))
    ask.add_argument("--seeds", type=Path, default=Path("seeds"))
    ask.add_argument("--other", type=Path)
    ask.add_argument("--layers", type=int, default=8)
    ask.add_argument("--epochs", type=int, default=8)
    ask.add_argument("--size", type=int, default=8)
    ask.add_argument("--rate", type=float, default=3e-4)
    ask.add_argument("--head-rate", type=float, default=4e-3)
    ask.add_argument("--decay", type=float, default=0.01)
    ask.add_argument("--dropout", type=float, default=0.1)
    ask.add_argument("--swap", type=float, default=0.6)
    ask.add_argument("--share", type=float, default=1.0, help="share of the corpus, for a learning curve")
    ask.add_argument("--start", type=Path, help="weights.pkl of an earlier run, or the folder kg/reader/weights, to go on from")
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--every", type=int, default=0, help="measure every so many epochs (0: after the last)")
    ask.add_argument("--average", type=float, default=0.0, help="decay of a running average of the weights")
    args = ask.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    jax.config.update("jax_default_prng_impl", "rbg")  # quick on a processor

    characters, encoder = start_weights(args.layers)
    place = {c: i + 4 for i, c in enumerate(characters)}
    rows = corpus_files(args.data, args.share)
    rows += list(examples.from_gold(args.gold / "invented/gold", args.gold / "invented/plain"))
    rows += list(examples.from_seeds(args.gold / "pages", args.seeds))
    tests = {"dev": list(examples.from_passages([args.data / "dev.txt"]))}
    if args.other:
        tests["other"] = list(examples.from_gold(args.other / "gold", args.other / "plain"))
    names = batches.bank(rows)
    params: Tree = jax.tree.map(jnp.asarray, begun(args.start, encoder, args.seed))

    def epoch(number: int) -> Iterator[dict[str, np.ndarray]]:
        return batches.batches(rows, names, place, args.seed * 1000 + number, args.size, args.swap)

    count = sum(1 for _ in epoch(0))
    steps = int(count * args.epochs * 0.98)
    opt = optimiser(steps, args.rate, args.head_rate, args.decay)
    state = opt.init(params)
    mean = params
    first, log = 0, []
    checkpoint = args.out / "checkpoint.pkl"
    if checkpoint.exists():
        first, params, state, mean, log = pickle.loads(checkpoint.read_bytes())
        print(f"going on after epoch {first}", flush=True)

    @jax.jit
    def step(p: Tree, s: Any, m: Tree, batch: Any, key: jax.Array) -> tuple[Tree, Any, Tree, jax.Array]:
        (_, parts), grad = jax.value_and_grad(loss, has_aux=True)(p, batch, key, args.dropout)
        change, s = opt.update(grad, s, p)
        p = optax.apply_updates(p, change)
        m = jax.tree.map(lambda a, b: args.average * a + (1 - args.average) * b, m, p) if args.average else p
        return p, s, m, parts

    measure = Measure(place)
    for number in range(first, args.epochs):
        began, total, done = time.time(), jnp.zeros(4), 0
        for i, batch in enumerate(ahead(epoch(number))):
            key = jax.random.fold_in(jax.random.PRNGKey(args.seed), number * 100000 + i)
            params, state, mean, parts = step(params, state, mean, batch, key)
            total, done = total + parts, done + 1
            if number == first and done in (1, 5, 50):
                print(f"batch {done} of {count}: {time.time() - began:.1f} s", flush=True)
        losses = [round(float(v), 4) for v in total / done]
        entry: dict[str, Any] = {"epoch": number, "loss": losses, "seconds": round(time.time() - began, 1)}
        if number == args.epochs - 1 or (args.every and number % args.every == args.every - 1):
            entry["scores"] = {name: measure.run(mean, rows) for name, rows in tests.items()}
        log.append(entry)
        held = jax.tree.map(np.asarray, (params, state, mean))
        checkpoint.with_suffix(".new").write_bytes(pickle.dumps((number + 1, *held, log)))
        checkpoint.with_suffix(".new").replace(checkpoint)
        print(json.dumps(entry), flush=True)
    (args.out / "log.json").write_text(json.dumps({"options": {k: str(v) for k, v in vars(args).items()}, "log": log}, indent=1))
    with (args.out / "weights.pkl").open("wb") as out:
        pickle.dump({"characters": characters, "params": jax.tree.map(np.asarray, mean)}, out)


if __name__ == "__main__":
    main()
