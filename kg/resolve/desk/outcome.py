"""What linking made of all pages: entities with their mentions and joins, and what was kept apart, read from the desk when asked for.

Of a small corpus all is taken up at once, as plain tuples and dicts. What is read from the desk is equal to that.
"""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, Generic, TypeVar, overload

from kg.model import Entity, Join
from kg.resolve.desk.desk import Desk
from kg.scratch import Along, Row

Item = TypeVar("Item")
ENTITIES = "SELECT id, type, name, scope FROM entities ORDER BY id"
MENTIONS = "SELECT rank_of(unit) AS rank, id, surface, shown FROM mentions ORDER BY rank, article, start, stop, id"
JOINS = "SELECT rank_of(one) AS rank, first, second, reason FROM reasons WHERE same ORDER BY rank, first, second, reason"
APART = "SELECT first, second, reason FROM reasons WHERE NOT same AND rank_of(one) <> rank_of(other) ORDER BY first, second, reason"
OF_PAGE = "SELECT m.id, e.id FROM mentions m JOIN entities e ON e.number = entity_of(m.unit) WHERE m.page = ? ORDER BY m.rowid"
OF_ALL = (
    "SELECT m.id, r.id FROM mentions m JOIN records r ON r.number = rank_of(m.unit) ORDER BY r.number, m.article, m.start, m.stop, m.id"
)
PAGES = 8
"""Pages whose mentions are at hand."""
NEAR = 4096
"""Entities that are at hand."""


def settle(desk: Desk) -> None:
    """Put the entities together from what lies on the desk, and lay them and what was kept apart down in order."""
    desk.rank()
    printed, reasons = Along(desk.rows(MENTIONS)), Along(desk.rows(JOINS))
    for rank, (id_, type_, name, scope) in enumerate(desk.rows(ENTITIES), 1):
        mentions = printed.of(rank)
        names = {name for _, _, *both in mentions for name in both if name is not None}
        joins = [row[1:] for row, _ in groupby(reasons.of(rank))]
        record = (id_, type_, name, sorted(names, key=lambda n: (-len(n), n)), [row[1] for row in mentions], scope, joins)
        desk.put("records", rank, id_, pickle.dumps(record, pickle.HIGHEST_PROTOCOL))
    for number, (row, _) in enumerate(groupby(desk.rows(APART)), 1):
        desk.put("refusals", number, *row)
    for index in ("records_id ON records (id)", "mentions_id ON mentions (id)", "mentions_page ON mentions (page)"):
        desk.run(f"CREATE INDEX {index}")
    desk.run("DROP TABLE reasons")


def entity_of_record(row: Row) -> Entity:
    """Return an entity from its record."""
    id_, type_, name, names, mentions, scope, joins = pickle.loads(row[0])
    return Entity(id_, type_, name, tuple(names), tuple(mentions), scope, tuple(Join(left, right, True, why) for left, right, why in joins))


def refusal(row: Row) -> Join:
    """Return why two mentions were kept apart."""
    return Join(row[0], row[1], False, row[2])


class Laid(Sequence[Item], Generic[Item]):
    """The rows of a table of a desk, numbered from 1, as records that ``make`` makes."""

    def __init__(self, desk: Desk, table: str, columns: str, make: Callable[[Row], Item]) -> None:
        self.desk = desk
        self._sql = f"SELECT {columns} FROM {table}"
        self._make = make
        self._length = int(next(desk.rows(f"SELECT count(*) FROM {table}"))[0])

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Item]:
        return map(self._make, self.desk.rows(f"{self._sql} ORDER BY number"))

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        if isinstance(at, slice):
            return [self[one] for one in range(self._length)[at]]
        (row,) = self.desk.rows(f"{self._sql} WHERE number = ?", (range(self._length)[at] + 1,))
        return self._make(row)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == same for one, same in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


class ById(Mapping[str, Entity]):
    """The entities on a desk by their ids; those asked for last are at hand."""

    def __init__(self, entities: Laid[Entity]) -> None:
        self._entities = entities
        self._found = lru_cache(maxsize=NEAR)(self._find)

    def _find(self, id_: str) -> Entity:
        for row in self._entities.desk.rows("SELECT record FROM records WHERE id = ?", (id_,)):
            return entity_of_record(row)
        raise KeyError(id_)

    def __getitem__(self, id_: str) -> Entity:
        return self._found(id_)

    def __len__(self) -> int:
        return len(self._entities)

    def __iter__(self) -> Iterator[str]:
        return (id_ for (id_,) in self._entities.desk.rows("SELECT id FROM records ORDER BY number"))


def by_id(entities: Sequence[Entity]) -> Mapping[str, Entity]:
    """Return entities by their ids; of those on a desk none is held."""
    return ById(entities) if isinstance(entities, Laid) else {entity.id: entity for entity in entities}


def in_order(items: Sequence[Item], key: Callable[[Item], Any]) -> Iterable[Item]:
    """Return entities by id, or refusals by their mentions and reason, each once; those on a desk lie so."""
    return items if isinstance(items, Laid) else sorted(dict.fromkeys(items), key=key)


class EntityOf(Mapping[str, str]):
    """The id of the entity of each mention, by the mention's id; those of the pages asked for last are at hand."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._pages: OrderedDict[int, dict[str, str]] = OrderedDict()
        self._here: dict[str, str] = {}

    def __getitem__(self, mention: str) -> str:
        if (found := self._here.get(mention)) is not None:
            return found
        page = self._page_of(mention)
        if page is None:
            raise KeyError(mention)
        self._here = self._pages.get(page) or dict(self.desk.rows(OF_PAGE, (page,)))
        self._pages[page] = self._here
        self._pages.move_to_end(page)
        if len(self._pages) > PAGES:
            self._pages.popitem(last=False)
        return self._here[mention]

    def __contains__(self, mention: object) -> bool:
        return mention in self._here or (isinstance(mention, str) and self._page_of(mention) is not None)

    def _page_of(self, mention: str) -> int | None:
        for page, found in self._pages.items():
            if mention in found:
                return page
        return next((page for (page,) in self.desk.rows("SELECT page FROM mentions WHERE id = ?", (mention,))), None)

    def __len__(self) -> int:
        return int(next(self.desk.rows("SELECT count(*) FROM mentions"))[0])

    def __iter__(self) -> Iterator[str]:
        return (mention for mention, _ in self.items())

    def items(self) -> ItemsView[str, str]:
        """Return mention and entity, entity by entity."""
        return Pairs(self)


class Pairs(ItemsView[str, str]):
    """The same as pairs, read in one go."""

    _mapping: EntityOf

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._mapping.desk.rows(OF_ALL))


Outcome = tuple[Sequence[Entity], Mapping[str, str], Sequence[Join]]


def outcome(desk: Desk, is_small: bool) -> Outcome:
    """Return entities by id, the entity of each mention, and what was kept apart; all taken up if it is little."""
    settle(desk)
    entities = Laid(desk, "records", "record", entity_of_record)
    refusals = Laid(desk, "refusals", "first, second, reason", refusal)
    if not is_small:
        return entities, EntityOf(desk), refusals
    taken = tuple(entities)
    return taken, {mention: entity.id for entity in taken for mention in entity.mentions}, tuple(refusals)
