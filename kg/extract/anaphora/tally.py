"""How often each name is meant among the names printed so far, short and full forms counted together."""

from __future__ import annotations

from kg.model import Mention

Form = tuple[str, str, str | None]
"""Type, surface and name: mentions of one form are alike."""


class Tally:
    """Names counted one by one; ``top`` is the first of the form that most of them are the same name as (``antecedents.same``).

    A form is compared with those that its own characters lead to, not with all.
    """

    def __init__(self) -> None:
        self.size = 0
        self.top: Mention | None = None
        self._best = (0, 0)
        self._first: dict[Form, tuple[int, Mention]] = {}
        self._times: dict[Form, int] = {}
        self._counts: dict[Form, int] = {}
        self._alike: dict[Form, set[Form]] = {}
        self._known: dict[tuple[str, str, str], set[Form]] = {}

    def add(self, mention: Mention) -> None:
        """Count one more name."""
        form = (mention.type, mention.surface, mention.name)
        if form not in self._first:
            self._first[form] = (self.size, mention)
            self._enter(form)
        self.size += 1
        self._times[form] += 1
        for other in self._alike[form]:
            self._counts[other] += 1
            rank = (self._counts[other], -self._first[other][0])
            if rank > self._best:
                self._best, self.top = rank, self._first[other][1]

    def _enter(self, form: Form) -> None:
        """Enter a new form, with the forms that are the same name: of one type, one holding the other or both filed under one name."""
        type_, surface, name = form
        pieces = {surface[a:b] for a in range(len(surface)) for b in range(a + 1, len(surface) + 1)}
        alike = {form} | self._known.get((type_, "holds", surface), set())
        for piece in pieces:
            alike |= self._known.get((type_, "is", piece), set())
            self._known.setdefault((type_, "holds", piece), set()).add(form)
        self._known.setdefault((type_, "is", surface), set()).add(form)
        if name is not None:
            alike |= self._known.get((type_, "named", name), set())
            self._known.setdefault((type_, "named", name), set()).add(form)
        self._times[form] = 0
        self._counts[form] = sum(self._times[other] for other in alike)
        self._alike[form] = alike
        for other in alike:
            self._alike[other].add(form)
