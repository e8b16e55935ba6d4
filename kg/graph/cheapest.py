"""The simple paths between two nodes of a graph, one after the other, the cheapest first; read are only nodes near either end.

Yen's algorithm (1971) as Lawler (1972) shortens it: each path is searched for detours, from the node on where it left the path
before it. A detour is looked for by A*; what is left from a node is known exactly within a ball around the end, and is at least the
ball's radius outside. The ball is grown with the searches, always on the side where less lies ahead, and serves all of them.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterator, Mapping
from heapq import heappop, heappush
from itertools import count, pairwise
from math import inf
from typing import NamedTuple

Graph = Callable[[str], Mapping[str, float]]
"""Returns the neighbours of a node with the costs of the steps, cheapest first; they are above 0 and the same in both directions."""
Way = tuple[str, ...]
FEW = 50
"""A node with more neighbours is a hub, whose neighbours are reached one by one."""
DIGITS = 6
"""Decimals in which two costs must differ to be ordered by cost; the others are ordered by their nodes."""


def cheapest(graph: Graph, start: str, end: str) -> Iterator[tuple[float, Way]]:
    """Yield the simple paths from one node to another with their costs, the cheapest first; none if ``start`` is ``end``.

    Of paths that cost the same, the one whose nodes come first is yielded first.
    """
    ball = meeting(graph, start, end) if start != end else None
    if ball is None:
        return
    used: dict[Way, set[str]] = defaultdict(set)
    found: list[tuple[float, Way, int]] = []

    def search(root: Way) -> None:
        path = Detour(graph, ball, root, used[root]).path()
        if path:
            heappush(found, (cost_of(graph, path), path, len(root) - 1))

    search((start,))
    while found:
        cost, path, left = heappop(found)
        yield cost, path
        for at in range(left + 1, len(path)):
            used[path[:at]].add(path[at])
            search(path[:at])


def cost_of(graph: Graph, path: Way) -> float:
    """Return the cost of a path, rounded to DIGITS."""
    return round(sum(graph(one)[other] for one, other in pairwise(path)), DIGITS)


class Cursor(NamedTuple):
    """The neighbours of a node that are still to be reached, and the radius that the ball had when the first of them was."""

    neighbours: Iterator[tuple[str, float]]
    radius: float


class Ball:
    """The nodes nearest to a ``centre``, grown one by one; no other lies within ``radius``.

    ``settled`` holds exact distances, ``reached`` also those of the nodes that lie ahead, as short as is known so far; ``inside`` lists
    the settled neighbours of a node.
    """

    def __init__(self, graph: Graph, centre: str) -> None:
        self.graph, self.centre = graph, centre
        self.settled: dict[str, float] = {}
        self.reached = {centre: 0.0}
        self.ahead = [(0.0, centre)]
        self.inside: dict[str, list[str]] = defaultdict(list)
        self.radius = 0.0

    def grow(self) -> list[str]:
        """Settle the nearest node ahead, of which there must be one, and return the nodes that are now reached by a shorter way."""
        so_far, node = heappop(self.ahead)
        self.settled[node] = so_far
        nearer = []
        for other, cost in self.graph(node).items():
            self.inside[other].append(node)
            if so_far + cost < self.reached.get(other, inf):
                self.reached[other] = so_far + cost
                heappush(self.ahead, (so_far + cost, other))
                nearer.append(other)
        while self.ahead and self.ahead[0][1] in self.settled:
            heappop(self.ahead)
        self.radius = self.ahead[0][0] if self.ahead else inf
        return nearer

    def rest(self, node: str) -> float:
        """Return what a way from a node to the centre costs at least; infinite if there is none."""
        return self.settled.get(node, self.radius)


def meeting(graph: Graph, start: str, end: str) -> Ball | None:
    """Return a ball around ``end`` that has met one around ``start``, None if no path leads from one to the other."""
    one, other = Ball(graph, start), Ball(graph, end)
    best = inf
    while one.radius + other.radius < best and one.ahead and other.ahead:
        growing, facing = (one, other) if len(one.ahead) <= len(other.ahead) else (other, one)
        for node in growing.grow():
            best = min(best, growing.reached[node] + facing.reached.get(node, inf))
    return other if best < inf else None


class Detour:
    """The search for the cheapest simple path to a ball's centre that begins with ``root`` and leaves it for no node in ``used``."""

    def __init__(self, graph: Graph, ball: Ball, root: Way, used: Collection[str]) -> None:
        self.graph, self.ball, self.root, self.used = graph, ball, root, used
        self.first, self.passed = root[-1], frozenset(root)
        self.flooded = {ball.centre}
        self.flood = self.reaching_end()
        self.is_open = self.is_exit(ball.centre)
        self.reached = {self.first: 0.0}
        self.came: dict[str, str] = {}
        self.ahead: list[tuple[float, float, str, int, Cursor | None]] = []
        self.numbers = count()

    def path(self) -> Way | None:
        """Return the path, None if there is none.

        That there is none is seen from the side where less lies ahead: the nodes that still reach the end are flooded meanwhile.
        """
        self.expand(self.first, 0.0)
        while self.ahead:
            _, so_far, node, _, cursor = heappop(self.ahead)
            if node == self.ball.centre and cursor is None:
                return (*self.root[:-1], *walked(self.came, self.first, node))
            if cursor is not None:
                self.go_on(node, so_far, cursor)
            elif so_far <= self.reached[node]:
                self.expand(node, so_far)
            if not self.is_open:
                back = next(self.flood, None)
                if back is None:
                    return None
                self.is_open = back in self.reached or self.is_exit(back)
            if self.ball.ahead and len(self.ball.ahead) <= len(self.ahead):
                self.ball.grow()
        return None

    def reaching_end(self) -> Iterator[str]:
        """Yield the nodes from which the end can be reached past the root, nearest first by number of steps, noting them as flooded."""
        queue = deque([self.ball.centre])
        while queue:
            for other in self.graph(queue.popleft()):
                if other not in self.flooded and other not in self.passed:
                    self.flooded.add(other)
                    queue.append(other)
                    yield other

    def is_exit(self, node: str) -> bool:
        """Whether the path may leave its root for a node."""
        return node in self.graph(self.first) and node not in self.used and node not in self.passed

    def expand(self, node: str, so_far: float) -> None:
        """Reach the neighbours of a node; if they are many those in the ball, and the others when it is their turn."""
        neighbours = self.graph(node)
        if len(neighbours) <= FEW:
            for other, cost in neighbours.items():
                self.reach(node, so_far, other, cost)
            return
        for other in self.ball.inside.get(node, ()):
            self.reach(node, so_far, other, neighbours[other])
        self.go_on(node, so_far, Cursor(iter(neighbours.items()), self.ball.radius))

    def go_on(self, node: str, so_far: float, cursor: Cursor) -> None:
        """Reach the next neighbour of a node, and come back for those after it when nothing cheaper lies ahead."""
        for other, cost in cursor.neighbours:
            self.reach(node, so_far, other, cost)
            heappush(self.ahead, (so_far + cost + cursor.radius, so_far, node, next(self.numbers), cursor))
            return

    def reach(self, node: str, so_far: float, other: str, step: float) -> None:
        """Note that a step leads from one node to another."""
        cost, rest = so_far + step, self.ball.rest(other)
        if cost >= self.reached.get(other, inf) or rest == inf or other in self.passed or (node == self.first and other in self.used):
            return
        self.reached[other], self.came[other] = cost, node
        heappush(self.ahead, (cost + rest, cost, other, next(self.numbers), None))
        self.is_open = self.is_open or other in self.flooded


def walked(came: Mapping[str, str], start: str, end: str) -> list[str]:
    """Return the nodes from one to another, of which each but the first was come to from the one before."""
    found = [end]
    while found[-1] != start:
        found.append(came[found[-1]])
    return found[::-1]
