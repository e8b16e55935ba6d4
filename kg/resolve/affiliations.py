"""What a person belongs to according to the claims: what distinguishes one 周立平 from another.

holds_post at 安徽沣垣电缆有限公司            → that company
holds_post at 滁州市委, at 滁州市, at 市政府      → the leadership of 滁州市 (officials move between its bodies)
holds_post at 陈仓区应急管理局                 → that bureau, and the leadership of 陈仓区
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.names.anatomy import leading_place
from kg.resolve.complete.levels import head_of
from kg.resolve.complete.told import Told
from kg.resolve.groups import Unit


def affiliations_of(told: Iterable[Told], unit_of: Mapping[str, Unit], root: Callable[[Unit], Unit]) -> dict[Unit, frozenset[str]]:
    """Return for each person's unit the bodies and leaderships that the claims tie the person to; ``unit_of`` by id of mention."""
    found: dict[Unit, set[str]] = {}
    for subject, target in (post for one in told for post in one.posts):
        person, body = unit_of.get(subject), unit_of.get(target)
        if person and body and person.type == "person":
            found.setdefault(person, set()).update(sphere(root(body)))
    return {unit: frozenset(bodies) for unit, bodies in found.items()}


def sphere(body: Unit) -> set[str]:
    """Return the names of what a post at this body ties a person to."""
    own = f"{body.name} in {body.scope}" if body.scope else body.name
    if body.type == "place":
        return {leadership(body.name, body.scope)}
    head = leading_place(body.name) or head_of(body.filed[0]) if body.type in ("agency", "zone") else ""
    return {own, leadership(head, body.scope)} if head else {own}


def leadership(place: str, scope: str | None) -> str:
    """Return how the officials of a place are called; ``scope`` says which place of that name."""
    return f"the leadership of {place} in {scope}" if scope else f"the leadership of {place}"
