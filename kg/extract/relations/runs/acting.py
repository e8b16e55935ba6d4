"""runs: a list of programmes in its sentence, and whom the verb beside it makes run or follow them.

市市场监管局启动“护苗”专项行动                → runs
市文旅局要对照《旅游提升三年方案》            → participates_in (``participates_in``)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg import lexicon
from kg.extract.clauses.article import Spoken, named
from kg.extract.clauses.bounds import clause_start
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.leaders import to_act
from kg.extract.clauses.patterns import ANY, GROUPS
from kg.extract.clauses.subjects import is_elided, subjects_before
from kg.extract.relations.base import Extent, RelationArticle
from kg.extract.relations.cooperates_with import BOTH
from kg.extract.relations.participates_in import FOLLOWS
from kg.extract.relations.passives import pairs
from kg.extract.rules import Rule
from kg.model import Mention

RUNS = Rule(
    "runs-verb",
    "runs",
    "〔A市场监管局〕启动为期100天的〔G护苗行动〕。 => 市场监管局 > 护苗行动",
    "〔A市场监管局〕参加为期100天的〔G护苗行动〕。",
    0.88,
)

MEANS = Rule(
    "runs-means", "runs", "〔Z高新区〕以〔G万企行动〕为抓手。 => 高新区 > 万企行动", "〔Z高新区〕以〔G万企行动〕的名义促销。", 0.85
)

JOINT = Rule(
    "runs-joint",
    "runs",
    "〔A市工信局〕联合〔A市税务局〕开展〔G助企行动〕。 => 市工信局、市税务局 > 助企行动",
    "〔A市工信局〕邀请〔A市税务局〕参加〔G助企行动〕。",
    0.88,
)

OF_WHOM = re.compile(rf"对(?P<s>[ⒶⓏⓁⒸⒾ])(?!的)[^{ANY}]{{0,24}}(?:推进|开展|实施|推行|落实)$")
"""Whose running of it is judged: 督导组对某县近年来推进“工业强县”战略给予肯定."""

TO_BEGIN = re.compile("(?:工作|活动|行动)?(?:即?将|拟|计划)[于在从自]")
"""What after a programme says that it is yet to begin."""
WEAK = 0.6
"""Confidence where the clause begins with words that may be an unread subject."""

JOINTLY = re.compile(
    r"(?P<s>[ⒸⒶⒾⓏⓁ])?[^ⒸⒶⒾⓏⓁⒼ，。；]{0,10}?(?P<verb>联合|会同|携手|联手|协同|与|和|同|依托)"
    r"(?P<o>[ⒸⒶⒾⓏ](?:(?:、|和|与|及|以及)[ⒸⒶⒾⓏ])*)"
)


@cache
def before(name: str) -> re.Pattern[str]:
    """Return the pattern of a verb of a list at the end of the words before a programme."""
    return re.compile(rf"(?P<verb>{lexicon.alternatives(name)})(?P<gap>[^Ⓖ。；！？，]{{0,16}})$")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of programmes in its sentence: the words before it, those of its own clause, those after it."""

    article: RelationArticle
    folded: Folded
    start: int
    end: int

    @property
    def programmes(self) -> list[Mention]:
        """The programmes of the list."""
        return self.folded.mentions(self.start, self.end, "Ⓖ")

    @property
    def head(self) -> str:
        """The sentence before the list."""
        return self.folded.text[: self.start]

    @property
    def clause(self) -> str:
        """The words of the clause before the list."""
        return self.head[clause_start(self.head, self.start) :]

    @property
    def suffix(self) -> str:
        """The sentence after the list."""
        return self.folded.text[self.end :]

    @property
    def run(self) -> re.Match[str] | None:
        """The verb before the list that says that somebody runs it."""
        return before("verbs_run").search(self.clause)

    @property
    def status(self) -> str:
        """planned if the words after the list say that it is to begin, "" if they do not say: 《某办法》｜将于10月1日起施行."""
        return "planned" if TO_BEGIN.match(self.suffix) else ""

    def index(self, position: int) -> int:
        """Return the index in the sentence of a position in ``clause``."""
        return self.start - len(self.clause) + position

    def write(self, rule: Rule, start: int, end: int, subjects: list[Mention], ranges: Iterable[tuple[int, int]] = ()) -> None:
        """Write that subjects stand to all programmes of the list as a rule says."""
        extent = Extent(self.folded, start, end)
        self.article.write(rule, extent, subjects, self.programmes, extra_ranges=ranges, status=self.status)


def runner(listed: Listed, rule: Rule, verb: int) -> None:
    """Write who runs the programmes: the subject of the verb before them, and those it acts with."""
    folded = listed.folded
    begin = clause_start(folded.text, listed.start)
    joint = JOINTLY.search(folded.text, begin, listed.start)
    if joint and joint["s"]:
        with_partners(listed, begin, joint, Spoken(folded.mentions(*joint.span("s")), []))
        return
    judged = OF_WHOM.search(folded.text[begin : listed.start])
    if judged:
        listed.write(rule, begin, listed.end, folded.mentions(begin + judged.start("s"), begin + judged.end("s")))
        return
    acting = to_act(listed.article, folded, listed.start) if rule is RUNS else mover(listed)
    if is_dateline(listed, acting.mentions):
        return
    if joint:
        with_partners(listed, begin, joint, acting)
        return
    near = acting.mentions and folded.starts[begin] <= acting.mentions[0].start < folded.starts[listed.start]
    weak = not near and not is_elided(folded, verb)
    extent = Extent(folded, begin, listed.end)
    confidence = WEAK if weak else 0.0
    listed.article.write(
        rule, extent, acting.mentions, listed.programmes, extra_ranges=acting.ranges, confidence=confidence, status=listed.status
    )
    allies(listed, begin, acting.mentions)
    if len(acting.mentions) > 1 and re.search("联合|共同|携手", folded.text[begin : listed.start]):
        pairs(listed.article, BOTH, extent, acting.mentions)


def is_dateline(listed: Listed, subjects: list[Mention]) -> bool:
    """Whether a place in a headline only says where it was, the body having said who runs a programme."""
    in_headline = listed.article.draft.sentence_at(listed.folded.starts[0]).section != "body"
    is_place = bool(subjects) and subjects[0].type == "place"
    return in_headline and is_place and any(c.predicate == "runs" for c in listed.article.draft.claims)


def allies(listed: Listed, begin: int, subjects: list[Mention]) -> None:
    """Write whom the subject of an earlier clause of the sentence acts with: 甲局联合乙局，…，开展某行动."""
    folded = listed.folded
    if not subjects or subjects[-1].start < folded.starts[0]:
        return
    ally = JOINTLY.match(folded.text, folded.index_of(subjects[-1].start))
    if ally and ally["s"] and ally.end() < begin and folded.text[ally.end()] in "，等":
        listed.write(JOINT, begin, listed.end, folded.mentions(*ally.span("o")), [folded.span(*ally.span())])


def with_partners(listed: Listed, begin: int, joint: re.Match[str], acting: Spoken) -> None:
    """Write those who run programmes together: 甲联合乙、丙开展…; one only leaned on (依托) does not."""
    others = listed.folded.mentions(*joint.span("o"))
    listed.write(JOINT, begin, listed.end, acting.mentions, acting.ranges)
    if joint["verb"] != "依托":
        listed.write(JOINT, begin, listed.end, others, acting.ranges)


def mover(listed: Listed) -> Spoken:
    """Return who moves a programme that no verb stands before: in this sentence, else the article's lead."""
    actors = GROUPS["actor"]
    here = named(subjects_before(listed.folded, listed.start, actors))
    for acting in (here, listed.article.subject_after(listed.folded, listed.end)):
        if acting.mentions:
            return acting
    return named(listed.article.lead(actors))


def follower(listed: Listed, verb: str, at: int) -> None:
    """Write who follows or takes part in the programmes; a place that does, runs them."""
    acting = listed.article.subject(listed.folded, at)
    if acting.mentions and acting.mentions[0].type == "place":
        listed.write(RUNS, at, listed.end, acting.mentions, acting.ranges)
        return
    extent = Extent(listed.folded, at, listed.end)
    listed.article.write(FOLLOWS, extent, acting.mentions, listed.programmes, qualifiers={"role": verb}, extra_ranges=acting.ranges)
