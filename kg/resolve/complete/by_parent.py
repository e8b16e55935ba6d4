"""Completes a name by a name inside or right before it: its parent, 该局, a short form it opens with, the chain of a town."""

from __future__ import annotations

from kg import ontology
from kg.model import Mention
from kg.names import places
from kg.names.anatomy import leading_place
from kg.names.heads import is_head, opening_head
from kg.names.short import is_short_form
from kg.resolve.complete.levels import LEVEL, SMALL
from kg.resolve.complete.page_names import ArticleNames
from kg.resolve.complete.rules import Completed, Rule
from kg.resolve.complete.zones import zone_name


def with_parent(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """Complete by the body that the finder says the name belongs to, or by 该局 right before it."""
    parent = names.by_id.get(mention.parent or "")
    pointed = None if parent else names.pointed(mention)
    found = parent or pointed
    if found is None or found.type == "place":
        return None
    full = names.fuller(found.name, found.type)
    surface = found.mention.surface
    if name.startswith(surface) and found.type == "company" and mention.type not in ("company", "agency"):
        return name, []
    if name.startswith(full):
        return name, []
    if name.startswith(surface):
        return full + name[len(surface) :], [f"{surface} is {full}"] if full != surface else []
    rest = name[1:] if name[0] in "区市县" and found.type == "zone" and LEVEL.match(name) else name
    return joined(full, rest), [f"belongs to {full}"]


def by_prefix(name: str, names: ArticleNames, *types: str) -> Completed | None:
    """Complete a name that opens with another's short form: 荆水集团管网部 → 荆门荆水水务集团有限公司管网部."""
    best = ""
    long = ""
    for type_ in types:
        for other in names.page.opens(type_, name[:-1]):
            if len(best) < len(other):
                full = names.fuller(other, type_) if type_ != "zone" else zone_name(other, names)[0]
                is_own = full != other and not name.startswith(full) and shared_start(full, name) <= len(other)
                if is_own and not is_short_form(name, full, type_):
                    best, long = other, full
    return (joined(long, name[len(best) :]), [f"{best} is {long}"]) if best else None


def called(mention: Mention, name: str, _: ArticleNames) -> Completed | None:
    """A noun that is a body's name on its page (总局, 分局) takes no place's name before it."""
    if not is_head(mention.surface):
        return None
    return name, [f"{mention.surface} is {name} on this page"] if name != mention.surface else []


def by_head(mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """Complete a name that opens with a noun for a body named before it: 集团公司工会 → …集团有限公司工会; without one it stays."""
    head = opening_head(name)
    if head is None:
        return None
    found = names.nearest(mention.start, lambda f: f.type in ontology.bodies() and f.name.endswith(head.endings) and f.mention.is_name)
    if found is None:
        return name, []
    full = names.fuller(found.name, found.type)
    return full + name[head.size :], [f"{name[: head.size]} is {full}, named before it"]


def joined(full: str, rest: str) -> str:
    """Return a unit's name after its parent's, what both say said once: …怒江分公司 and 分公司生产部 → …怒江分公司生产部."""
    size = next((n for n in range(len(rest), 1, -1) if full.endswith(rest[:n])), 0)
    return full + rest[size:]


def opening_with(*types: str) -> Rule:
    """Return the rule that completes a name which opens with the short form of a name of these types."""
    return lambda _, name, names: by_prefix(name, names, *types)


def by_chain(_: Mention, name: str, names: ArticleNames) -> Completed | None:
    """Complete a name that opens with a town or village by the divisions the page prints before it: 常乐镇政府 → 蓬溪县常乐镇政府."""
    lead = leading_place(name)
    if not lead or places.level(lead) not in SMALL:
        return None
    full = names.page.chain(lead)
    return (full + name[len(lead) :], [f"{lead} is {full} on this page"]) if full != lead else None


def shared_start(one: str, other: str) -> int:
    """Return how many characters two names share at their start."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
