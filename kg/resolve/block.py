"""Block keys: which names may be compared at all. Computed from a name and its type alone, so that a block needs no other.

Two names are compared only if they share a key, and every rule of ``short`` keeps something that makes one:

    company      brand: the first two characters without place, group and form (岑岚铸造 of 滁州岑岚精密铸造有限公司)
    agency       the name from its last division on (路桥区委 of 台州市路桥区委)
    project …    the beginning and the end of the name without place and kind
    zone …       every two neighbouring characters
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from kg.names.anatomy import GROUPS, dissect, key, leading_place, numbered, plain, unwrap, without_place
from kg.names.works import PROJECT_SUFFIXES, voltage
from kg.resolve.complete.levels import last_link

COMMON = frozenset("大学院校医中心市县区省国第人民研究所会属")
"""Characters common to institutions; any other shared character puts 附二院 and 附属第二医院 in one block."""


@lru_cache(maxsize=1 << 14)
def block_keys(name: str, type_: str) -> frozenset[str]:
    """Return the blocks of a name: 岑岚铸造 and 滁州岑岚精密铸造有限公司 share company:岑岚."""
    return frozenset(f"{type_}:{part}" for part in RULES.get(type_, pairs)(numbered(unwrap(name))))


def may_compare(one: str, other: str, type_: str) -> bool:
    """Whether two names share a block."""
    return not block_keys(one, type_).isdisjoint(block_keys(other, type_))


def pairs(name: str) -> set[str]:
    """Return every two neighbouring characters."""
    whole = plain(name)
    return {whole[at : at + 2] for at in range(max(len(whole) - 1, 1))}


def person(name: str) -> set[str]:
    """Return the whole name; of a name with dots, its first and its last part."""
    parts = name.split("·")
    return {plain(parts[0]), plain(parts[-1])}


def company(name: str) -> set[str]:
    """Return the brand; of a name that is place and trade alone both; of a group every pair, for 轨道集团 drops the brand."""
    bare = next((name[len(group) :] for group in GROUPS if name.startswith(group) and len(name) > len(group) + 3), name)
    anatomy = dissect(bare)
    core = anatomy.core
    if len(core) <= 2:
        return {anatomy.place + core, core}
    return {core[:2], anatomy.place + core[:2], (anatomy.place + core)[:2]} | (pairs(core) if anatomy.form.startswith("集团") else set())


def agency(name: str) -> set[str]:
    """Return the written-out name from its last division on."""
    whole = key(name, "agency")
    lead = leading_place(whole)
    return {last_link(lead) + whole[len(lead) :]}


def institution(name: str) -> set[str]:
    """Return every pair of neighbouring characters, and every character that is not common."""
    whole = key(name, "institution")
    return pairs(whole) | {one for one in whole if one not in COMMON}


def place(name: str) -> set[str]:
    """Return the beginning and the end."""
    return {name[:2], name[-3:]}


def work(name: str) -> set[str]:
    """Return the beginning and the end without place, voltage and kind."""
    whole = plain(name).replace("轨道交通", "地铁")
    cores = {PROJECT_SUFFIXES.sub("", part) or part for part in (whole, without_place(whole))}
    found = {part for core in cores for part in (core[:2], core[-2:])} | {whole[-2:]}
    return found | ({whole.split("千伏")[-1][:2]} if voltage(whole) else set())


def programme(name: str) -> set[str]:
    """Return the beginning and the end of the campaign's own name."""
    whole = key(name, "programme")
    quoted = plain(name.partition("“")[2].partition("”")[0])
    return {whole[:2], whole[-2:], quoted[:2] or whole[:2]}


RULES: dict[str, Callable[[str], set[str]]] = {
    "person": person, "company": company, "agency": agency, "institution": institution, "place": place, "project": work, "facility": work,
    "programme": programme,
}  # fmt: skip
