"""Why two names are one entity or two: the chain of joins between them, or the reasons against joining them, with quotes.

Knows a finished Corpus and nothing of how it was made, except that it compares two names that were never compared. Reasons and types
are in the language chosen, the lines around them in English (kg.lexicon.messages.say).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import product

import networkx as nx

from kg.errors import NameLookupError
from kg.lexicon import reasons
from kg.lexicon.messages import called
from kg.model import Article, Corpus, Entity, Join, Mention
from kg.names.anatomy import plain
from kg.resolve.block import may_compare

AROUND = 18
"""Characters of text shown on each side of a name."""


class Quotes:
    """Looks up mentions and shows them in their text."""

    def __init__(self, corpus: Corpus) -> None:
        self.mentions: dict[str, Mention] = {m.id: m for m in corpus.mentions()}
        self.articles: dict[str, Article] = {r.article.id: r.article for r in corpus.readings}

    def quote(self, id_: str) -> str:
        """Return the words around a mention: «…开发区党工委书记…» page.txt, article 2."""
        mention = self.mentions[id_]
        article = self.articles[mention.article]
        start = max(article.text.rfind("\n", 0, mention.start) + 1, mention.start - AROUND)
        end = article.text.find("\n", mention.end)
        stop = min(mention.end + AROUND, end if end >= 0 else len(article.text))
        context = f"{article.shown[start : mention.start]}[{mention.shown}]{article.shown[mention.end : stop]}"
        return f"«…{context}…» {article.page.name}, article {article.number + 1}"


def known(corpus: Corpus, name: str) -> list[Entity]:
    """Return the entities that have this name, printed or filed, or this id; empty if none has."""
    id_, wanted = corpus.aliases.get(name, name), plain(name)
    return [e for e in corpus.entities if e.id == id_ or wanted in {plain(n) for n in (e.name, *e.names)}]


def find(corpus: Corpus, name: str) -> list[Entity]:
    """Return the entities that a name, printed or filed, or an id means. Raises NameLookupError with what is near if there is none."""
    found = known(corpus, name)
    if not found:
        wanted = plain(name)
        names = sorted({n for e in corpus.entities for n in (e.name, *e.names)})
        near = tuple(get_close_matches(name, names, n=5, cutoff=0.4)) or tuple(n for n in names if wanted in plain(n))[:5]
        advice = f"; near it: {'、'.join(near)}" if near else ""
        raise NameLookupError(name, near, f"no page names {name}{advice}")
    return found


def explain(corpus: Corpus, one: str, other: str) -> list[str]:
    """Return lines that explain why two names are one entity or two. Raises NameLookupError if a name is not known."""
    left, right = find(corpus, one), find(corpus, other)
    quotes = Quotes(corpus)
    shared = [e for e in left if e in right]
    lines: list[str] = []
    for entity in shared:
        lines += same_lines(entity, one, other, quotes)
    for first, second in product(left, right):
        if first not in shared and second not in shared and first.id != second.id:
            lines += apart_lines(corpus, first, second, quotes)
    if one == other and len(left) > 1:
        lines += [line for i, first in enumerate(left) for second in left[i + 1 :] for line in apart_lines(corpus, first, second, quotes)]
    return lines


def title(entity: Entity) -> str:
    """Return how answers refer to an entity."""
    if entity.scope:
        return f"{entity.name} ({called(entity.type)}, read in {entity.scope}; {entity.id})"
    return f"{entity.name} ({called(entity.type)}; {entity.id})"


def same_lines(entity: Entity, one: str, other: str, quotes: Quotes) -> list[str]:
    """Explain the shortest chain of joins between the mentions of two names of one entity."""
    graph = nx.Graph()
    graph.add_nodes_from(entity.mentions)
    for join in entity.joins:
        graph.add_edge(join.left, join.right, reason=join.reason)
    lines = [f"ONE: {one} and {other} are {title(entity)}"]
    starts, ends = (
        sorted(m for m in entity.mentions if means(quotes.mentions[m], name)) or sorted(entity.mentions) for name in (one, other)
    )
    paths = [nx.shortest_path(graph, starts[0], end) for end in ends if nx.has_path(graph, starts[0], end)]
    path = min(paths, key=lambda p: (len(p), p)) if paths else [starts[0]]
    for id_ in path:
        lines.append(f"  {quotes.quote(id_)}")
        if graph.has_edge(id_, id_):
            lines.append(f"    {reasons.say(graph.edges[id_, id_]['reason'])}")
        following = path[path.index(id_) + 1 : path.index(id_) + 2]
        lines += [f"    | {reasons.say(graph.edges[id_, after]['reason'])}" for after in following]
    return lines


def means(mention: Mention, name: str) -> bool:
    """Whether a mention prints this name or is completed to it by its finder."""
    return plain(name) in (plain(mention.surface), plain(mention.name or ""))


def apart_lines(corpus: Corpus, one: Entity, other: Entity, quotes: Quotes) -> list[str]:
    """Explain what keeps two entities apart: the refusals between them, else that nothing in their names joins them."""
    lines = [f"TWO: {title(one)} and {title(other)}"]
    against = list(between(corpus.refusals, one, other))
    for refusal in against:
        lines += [f"  {quotes.quote(refusal.left)}", f"  {quotes.quote(refusal.right)}", f"    | {reasons.say(refusal.reason)}"]
    if not against:
        lines.append("  " + reasons.say(never_compared(one, other)))
    return lines


def between(refusals: Iterable[Join], one: Entity, other: Entity) -> Iterator[Join]:
    """Yield the refusals that stand between two entities."""
    left, right = set(one.mentions), set(other.mentions)
    for refusal in refusals:
        if (refusal.left in left and refusal.right in right) or (refusal.left in right and refusal.right in left):
            yield refusal


def never_compared(one: Entity, other: Entity) -> str:
    """Say why two entities were never compared."""
    if one.type != other.type:
        return f"never compared: one is filed as {called(one.type)}, the other as {called(other.type)}"
    if one.type == "person" and (one.name in other.name or other.name in one.name):
        return "never compared: one name begins the other; kg review asks whether they are one"
    names = [(a, b) for a in (one.name, *one.names) for b in (other.name, *other.names)]
    if not any(may_compare(a, b, one.type) for a, b in names):
        return "never compared: the distinctive parts of their names share no two neighbouring characters"
    return "neither is a regular short form of the other, and no page says that they are one"
