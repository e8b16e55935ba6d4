"""Block keys: which names may be compared at all. Computed from a name and its type alone, so that a block needs no other.

Two names are compared only if they share a key. A key is a pair of neighbouring characters of the name's own part: what is
left of a company without place and form (铎远|远精|精密|密铸|铸造), of an agency without its level's word, of others the name.
"""

from __future__ import annotations

from functools import cache

from kg.resolve.anatomy import dissect, key, plain, unwrap

COMMON = frozenset("大学院校医中心市县区省国第人民研究所会属")
"""Characters that institutions share; by any other one 附二院 meets 附属第二医院."""


@cache
def block_keys(name: str, type_: str) -> frozenset[str]:
    """Return the blocks of a name: 铎远铸造 and 滁州铎远精密铸造有限公司 share 铎远."""
    if type_ == "person":
        return frozenset({f"person:{plain(name).partition('·')[0]}"})
    core = dissect(name).core if type_ == "company" else key(unwrap(name), type_)
    if type_ == "institution":
        return frozenset(
            {f"{type_}:{core[at : at + 2]}" for at in range(len(core) - 1)} | {f"{type_}:{one}" for one in core if one not in COMMON}
        )
    if len(core) < 3 or core.isascii():
        return frozenset({f"{type_}:{core[:3]}", f"{type_}:{core[:2]}"})
    return frozenset(f"{type_}:{core[at : at + 2]}" for at in range(len(core) - 1))


def may_compare(one: str, other: str, type_: str) -> bool:
    """Whether two names share a block."""
    return not block_keys(one, type_).isdisjoint(block_keys(other, type_))
