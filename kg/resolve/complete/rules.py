"""What completing a name means: an ordered list of rules, of which the first that has an answer is taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kg.model import Mention
from kg.resolve.complete.page_names import ArticleNames

Completed = tuple[str, list[str]]
"""A name with what the article and the page add to it, and in words what was assumed; nothing assumed, nothing added."""
Rule = Callable[[Mention, str, ArticleNames], Completed | None]
"""Takes a mention and its name so far; None leaves the name to the next rule, the name unchanged ends the search."""


def first_of(rules: Iterable[Rule], mention: Mention, name: str, names: ArticleNames) -> Completed | None:
    """Return the answer of the first rule that has one; None if none has."""
    return next((found for rule in rules if (found := rule(mention, name, names))), None)
