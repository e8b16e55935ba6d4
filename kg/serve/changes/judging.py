"""The review: the open questions, the answers into decisions.yaml, the last answer taken back.

The questions and the decisions are those of ``kg review`` (kg.resolve.review); nothing is decided here.
"""

from __future__ import annotations

import datetime
import os
import threading
from dataclasses import replace
from pathlib import Path

from kg import ids, ontology
from kg.errors import DecisionError
from kg.export.gold import gold, zipped
from kg.resolve.decide import FACTS, Decision, Decisions, check, dump_decision
from kg.resolve.decisions_file import append_decisions, load_decisions
from kg.resolve.review import Question, doubts, unanswered
from kg.serve.changes.opinions import ANSWERS, Opinion, Opinions
from kg.serve.workspace import Snapshot, Stamp, Workspace, stamp_of

OTHER = {"owner": "owner", "status": "status"}
"""Answers to a question about a fact that need a word more."""


class Reviewer:
    """The questions of a workspace and the file of its answers; several people may answer at once."""

    def __init__(self, workspace: Workspace, path: Path) -> None:
        self.workspace = workspace
        self.path = path
        self._lock, self._finding = threading.Lock(), threading.Lock()
        self._made: dict[str, list[tuple[Question, Decision]]] = {}
        self.opinions = Opinions(path)
        self._doubts: tuple[Snapshot, list[Question]] | None = None
        self._read: tuple[Stamp | None, Decisions] | None = None
        self._open: tuple[list[Question], Decisions, list[Question]] | None = None

    def decisions(self) -> Decisions:
        """Return the decisions taken so far, read anew if the file has changed. Raises DecisionError if it is malformed."""
        stamp, known = stamp_of(self.path), self._read
        if known is None or known[0] != stamp:
            known = self._read = (stamp, load_decisions(self.path) if stamp else Decisions(path=str(self.path)))
        return known[1]

    def open_questions(self) -> list[Question]:
        """Return the questions not answered yet, least sure first."""
        asked, decided, left = self.doubts(), self.decisions(), self._open
        if left is None or left[0] is not asked or left[1] is not decided:
            left = self._open = (asked, decided, unanswered(asked, decided))
        return left[2]

    def doubts(self) -> list[Question]:
        """Return all that can be asked, found once for each state of the folder."""
        with self._finding:
            now = self.workspace.now()
            if self._doubts is None or self._doubts[0] is not now:
                self._doubts = (now, doubts(now.corpus))
            return self._doubts[1]

    def asked(self, key: str) -> Question | None:
        """Return the open question of this key, None if there is none."""
        return next((one for one in self.open_questions() if key_of(one) == key), None)

    def printed(self, question: Question) -> list[bool]:
        """Return for each quote of a question whether its page has a printed form, of which a clipping can be cut."""
        pages = self.workspace.now().pages
        return [page in pages and pages[page].page.sheet is not None for page, _ in question.stands]

    def gold(self) -> bytes:
        """Return what is decided as gold, a file for each page in a ZIP file. Raises DecisionError if the file is malformed."""
        return zipped(gold(self.workspace.now().corpus, self.decisions()))

    def answer(self, key: str, answer: str, who: str, to: str = "") -> Decision:
        """Write the answer to a question: "yes", "no", or of a fact "owner" or "status" with what it is instead.

        Raises DecisionError if there is no such question or answer, or if it contradicts a decision taken before.
        """
        with self._lock:
            question = self.asked(key)
            if question is None:
                raise DecisionError("this question is answered already, or is none any more")
            made = replace(decision_of(question, answer, to), who=who, when=datetime.date.today().isoformat())
            append_decisions(self.path, [made])
            self._made.setdefault(who, []).append((question, made))
            self.opinions.add(opinion_of(question, who, "yes" if answer == "yes" else "no"))
            return made

    def undo(self, who: str) -> Decision:
        """Take back the last answer that somebody gave since the server began. Raises DecisionError if there is none in the file."""
        with self._lock:
            mine = self._made.get(who, [])
            if not mine:
                raise DecisionError("there is no answer of yours to take back; edit the file itself")
            question, made = mine.pop()
            before, found, after = self.path.read_text(encoding="utf-8").rpartition(dump_decision(made))
            if not found:
                raise DecisionError(f"{self.path}: was changed by hand; take the answer out there")
            written = self.path.with_name(f".{self.path.name}.new")
            written.write_text(before + after, encoding="utf-8")
            os.replace(written, self.path)  # noqa: PTH105
            self.opinions.add(opinion_of(question, who, ""))
            return made

    def second(self, key: str, answer: str, who: str) -> None:
        """Write down what somebody thinks of a question that another has decided. Raises DecisionError if there is none to be asked."""
        asked = next((one for one in self.opinions.to_second(who) if one.key == key), None)
        if asked is None or answer not in ANSWERS:
            raise DecisionError("there is no such question to give a second opinion on")
        self.opinions.add(replace(asked, who=who, answer=answer))


def key_of(question: Question) -> str:
    """Return what a question is called by a page that asks it."""
    return ids.digest(question.text, question.reason)


def opinion_of(question: Question, who: str, answer: str) -> Opinion:
    """Return an answer as an opinion."""
    return Opinion(key_of(question), who, answer, question.text, question.text_zh, question.quotes)


def is_about_fact(question: Question) -> bool:
    """Whether a question is about a relation or attribute, which may be of another thing or status; an event is right or wrong."""
    return question.yes.kind in FACTS and question.yes.predicate not in ontology.load().event_kinds


def decision_of(question: Question, answer: str, to: str) -> Decision:
    """Return the decision that an answer makes. Raises DecisionError if it is none to this question."""
    if answer in ("yes", "no"):
        return question.yes if answer == "yes" else question.no
    if answer not in OTHER or not is_about_fact(question):
        raise DecisionError(f"{answer!r} is no answer to this question")
    if not to.strip():
        raise DecisionError("say what it is instead")
    if answer == "status" and to not in ontology.load().statuses:
        raise DecisionError(f"the statuses are {', '.join(ontology.load().statuses)}")
    return check(Decisions((replace(question.no, kind=OTHER[answer], to=to.strip()),))).items[0]
