"""What a person belongs to according to the claims: what distinguishes one 周立平 from another.

holds_post at 安徽沣垣电缆有限公司            → that company
holds_post at 滁州市委, at 滁州市, at 市政府      → the leadership of 滁州市 (officials move between its bodies)
holds_post at 陈仓区应急管理局                 → that bureau, and the leadership of 陈仓区
"""

from __future__ import annotations

from kg.resolve.groups import Unit


def sphere(body: Unit) -> set[str]:
    """Return the names of what a post at this body ties a person to."""
    own = f"{body.name} in {body.scope}" if body.scope else body.name
    if body.type == "place":
        return {leadership(body.name, body.scope)}
    return {own, leadership(body.seat, body.scope)} if body.seat else {own}


def leadership(place: str, scope: str | None) -> str:
    """Return how the officials of a place are called; ``scope`` says which place of that name."""
    return f"the leadership of {place} in {scope}" if scope else f"the leadership of {place}"
