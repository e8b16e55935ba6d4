"""At which body a title is held: the one printed before it, the one carried on, the place that its level implies.

It knows what 市, 县 and 区 mean in an article (``Article.locality``, the bodies named so far); it makes implied place mentions
and no claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg import ontology
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.patterns import LETTER
from kg.extract.draft import Draft
from kg.extract.posts.titles import Title, fits, is_above
from kg.extract.rules import Rule
from kg.model import Mention
from kg.names import organs

BODY = Rule(
    "post-chain",
    "holds_post",
    "〔A市委〕常委、〔A高新区党工委〕书记〔P张立〕到企业调研。 => 张立 > 市委 [title=市委常委]; 张立 > 高新区党工委 [title=党工委书记]",
    "本报记者〔P张立〕报道〔A市委〕会议。",
    0.95,
)
PLACE = Rule(
    "post-place",
    "holds_post",
    "[city=云岭市] 副市长〔P李明〕出席仪式。 => 李明 > 云岭市 [title=副市长]",
    "[city=云岭市] 全国市长协会会长〔P李明〕致辞。",
    0.9,
)
CARRIED = Rule(
    "post-carried",
    "holds_post",
    "〔A市政协〕主席〔P甲一〕，副主席〔P乙二〕、〔P丙三〕参加视察。 => 乙二、丙三 > 市政协 [title=副主席]",
    "〔A市政协〕主席〔P甲一〕会见〔C乙公司〕总裁〔P丙三〕。",
    0.9,
)
NEAR = Rule(
    "post-near",
    "holds_post",
    "在〔C东坡运维班〕，值班员〔P寇甲〕正在巡视。 => 寇甲 > 东坡运维班 [title=值班员]",
    "〔C东坡运维班〕与值班员〔P寇甲〕一同巡视。",
    0.75,
)

OFFICES = "[省市县区州](?:直|政府)?[^省市县区州长员、]{1,8}?(?:办|局|委|厅|部|处|中心|总队|支队|大队|联|协会|商会)"
HEADS = "书记|主任|局长|厅长|部长|处长|委员|主席|会长|队长|支队长|大队长|总队长|党组成员|科长|秘书长|负责人|调研员|巡视员"
INSIDE = re.compile(
    rf"(?P<body>(?P<organ>党工委|管委会)|{organs.in_titles()}|{OFFICES})(?=(?:原|前|党组|常务|副|第一|执行|代)*(?:{HEADS})$)"
)
"""A title that names its own body: a bare 党工委 or 管委会, or an office of the division's."""

OF_FIRMS = re.compile(organs.alternatives(organs.ANY, organs.FIRM))
"""Organs that a company has too: their posts are held at the company spoken of."""

BODY_TYPES = {
    "committee": ontology.bodies(),
    "body": ontology.bodies(),
    "company": ("company", "institution"),
    "worker": ("company", "institution", "agency", "place"),
    "village": ("place",),
    "place": ("place", "zone"),
    "leader": ("place", "zone"),
}
DIVISION = r"(?P<division>.*?[省市州盟旗县区镇乡村])(?:区|县)?"
ORGAN = re.compile(
    r"(?:委|纪委|政府|人民政府|人大|政协|党委|党工委|委办|委宣传部|委组织部|委统战部|委政法委|总工会|工商联|人大常委会"
    r"|监委|政府办公室|党支部|党总支|村委会)"
)


@dataclass(frozen=True, slots=True)
class PostBody:
    """A post's body, the rule that found it and the article range of the words that name it (None: next to the title)."""

    body: Mention
    rule: Rule
    extra_range: tuple[int, int] | None = None


class Bodies:
    """Finds bodies in one article; remembers the last one of the sentence, which titles that follow carry on."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.last: PostBody | None = None
        self.seen: list[Folded] = []

    def enter(self, folded: Folded) -> None:
        """Begin a new sentence: nothing is carried over its stop."""
        self.last = None
        self.seen.append(folded)

    def remember(self, post_body: PostBody) -> None:
        """Keep a body for the titles that follow in this sentence."""
        self.last = PostBody(post_body.body, CARRIED, post_body.extra_range or (post_body.body.start, post_body.body.end))

    def resolve(self, folded: Folded, index: int, title: Title, printed: tuple[Mention, ...], before: PostBody | None) -> PostBody | None:
        """Return the body of a title that begins at ``index``; None if nothing names or implies it.

        ``printed`` are the mentions right before the title, ``before`` is the body of the title before it in its chain.
        """
        if printed and is_above(title.text, printed[0].surface):
            return self.village(folded, index)
        if title.kind in ("place", "leader"):
            return self.headed(printed[0] if printed else None, before) or self.place(folded, index, title)
        if printed:
            return PostBody(printed[0], BODY)
        unseen = self.unseen(folded, index, title)
        if unseen:
            return PostBody(unseen, BODY)
        if title.kind == "village":
            return self.village(folded, index)
        for carried in (before, self.last):
            if carried and carried.body.type in BODY_TYPES[title.kind] and carries(title, carried.body):
                return PostBody(
                    carried.body, CARRIED if carried is self.last else BODY, carried.extra_range or (carried.body.start, carried.body.end)
                )
        return self.nearest(folded, index, title)

    def headed(self, printed: Mention | None, before: PostBody | None) -> PostBody | None:
        """Return what a head of a division is printed at: the place or its government, also that of the post before; else None."""
        if printed and (printed.type in ("place", "zone") or is_government(printed)):
            return PostBody(printed, BODY)
        goes_on = printed is None and before is not None and is_government(before.body)
        return PostBody(before.body, BODY, before.extra_range) if before and goes_on else None

    def unseen(self, folded: Folded, index: int, title: Title) -> Mention | None:
        """Name the body that a title itself holds and no finder saw: 市沿海办主任 → 市沿海办; 党工委书记 → the zone's 党工委."""
        match = INSIDE.match(title.text)
        if not match or self.of_firm(title) or folded.text[index : index + len(title.text)] != title.text:
            return None
        start, end = folded.span(index, index + len(match["body"]))
        before = [m for m in self.draft.mentions if m.surface == match["body"] and m.type == "agency"]
        if before:
            return before[-1]
        zones = [m for m in self.draft.mentions if m.type == "zone" and m.start < start and m.kind != "implied"]
        parent = zones[-1].id if zones and match["organ"] else None
        return self.draft.name(start, end, "agency", "post-body", parent=parent, score=0.7)

    def of_firm(self, title: Title) -> bool:
        """Whether a title is of a party or union organ of the company that the sentence speaks of."""
        return bool(self.last and self.last.body.type == "company" and OF_FIRMS.match(title.text))

    def nearest(self, folded: Folded, index: int, title: Title) -> PostBody | None:
        """Return the nearest body named before ``index``: of this sentence, for a job in a unit also of the three before."""
        found = self._last_of(folded, index, title)
        if found:
            return PostBody(found, NEAR, (found.start, found.end))
        if title.kind in ("committee", "body") and title.text in ("主任", "书记", "副书记", "副主任", "部长", "负责人", "组长"):
            return None
        for earlier in reversed(self.seen[:-1][-3:]):
            found = self._last_of(earlier, len(earlier.text), title)
            if found:
                return PostBody(found, NEAR, (found.start, found.end))
        return None

    def before(self, offset: int, title: Title) -> PostBody | None:
        """Return the nearest body named before an article offset that the title fits."""
        for mention in reversed([m for m in self.draft.mentions if m.end <= offset and m.kind != "implied"]):
            if mention.type in BODY_TYPES[title.kind] and fits(title.text, mention.surface):
                return PostBody(mention, NEAR, (mention.start, mention.end))
        return None

    def _last_of(self, folded: Folded, index: int, title: Title) -> Mention | None:
        letters = "".join(LETTER[t] for t in BODY_TYPES[title.kind])
        for mention in reversed(folded.mentions(0, index, letters)):
            if mention.type == "place" and not (title.text.endswith(("网格员", "网格长")) and mention.surface.endswith(("社区", "村"))):
                continue
            if fits(title.text, mention.name or mention.surface) and not self._is_beside(folded, mention, index):
                return mention
        return None

    def _is_beside(self, folded: Folded, mention: Mention, index: int) -> bool:
        """Whether a conjunction alone parts a body from the title, whose bearer then stands beside it: 甲公司｜与｜工程师乙某."""
        return re.fullmatch("[与同跟及和]", folded.text[folded.index_of(mention.start) + 1 : index]) is not None

    def village(self, folded: Folded, index: int) -> PostBody | None:
        """Return the village that a first secretary was sent to: the last one named before, else the first of the article."""
        before = [m for m in self.draft.mentions if m.type == "place" and m.surface.endswith(("村", "社区"))]
        earlier = [m for m in before if m.start < folded.starts[index]]
        if not before:
            return None
        found = earlier[-1] if earlier else before[0]
        return PostBody(found, PLACE, (found.start, found.end))

    def place(self, folded: Folded, index: int, title: Title) -> PostBody | None:
        """Return the place that 市长 or 区领导 means: as the sentence says, as the page says, as the article says."""
        level = title.level
        near = self._division_before(folded, index, level)
        if near:
            return PostBody(near, PLACE, (near.start, near.end))
        start, end = folded.starts[index], folded.ends[index + len(title.text) - 1] if index + len(title.text) <= len(folded.text) else -1
        local = self._local(level)
        if local:
            known = self._known(local[0], local[1])
            return PostBody(known or self.draft.imply(start, max(end, start + 1), local[0], local[1], "post-place"), PLACE)
        for mention in reversed([m for m in self.draft.mentions if m.start < start]):
            named = self._named(mention, level)
            if named:
                return PostBody(named, PLACE, (mention.start, mention.end))
        later = next((m for m in self.draft.mentions if m.type == "place" and (m.name or m.surface).endswith(level)), None)
        return PostBody(later, PLACE) if later else None

    def _local(self, level: str) -> tuple[str, str] | None:
        locality = self.draft.article.locality
        if level == "区" and locality.zone:
            return "zone", locality.zone
        name = {
            "省": locality.province,
            "市": locality.city,
            "州": locality.city,
            "县": locality.county,
            "区": locality.county,
            "旗": locality.county,
            "盟": locality.city,
        }.get(level)
        return ("place", name) if name and name.endswith(level) else None

    def _division_before(self, folded: Folded, index: int, level: str) -> Mention | None:
        """Return the division named nearest before ``index`` in the sentence; None at a bare 市委, which means the page's own."""
        for mention in reversed(folded.mentions(0, index)):
            if mention.kind == "implied":
                continue
            if mention.type == "agency" and re.match(rf"{level}{ORGAN.pattern}", mention.surface):
                if self.visitors(folded, folded.index_of(mention.start), level) is None:
                    return None
                continue
            named = self._named(mention, level)
            if named:
                return named
        return None

    def visitors(self, folded: Folded, index: int, level: str) -> str | None:
        """Return another city whose own body opens the sentence: in 江川市委书记甲，市委副书记、市长乙 the bare 市委 is 江川's too.

        None if the first body of this level before ``index`` is bare, or is the page's own.
        """
        for mention in folded.mentions(0, index, "Ⓐ"):
            match = re.match(rf"(?:中共)?(?P<division>[^省市州县区旗]+{level})(?:{ORGAN.pattern})", mention.surface)
            if re.match(rf"{level}{ORGAN.pattern}", mention.surface):
                return None
            if match:
                local = self._local(level)
                return match["division"] if local and local[1] != match["division"] else None
        return None

    def _named(self, mention: Mention, level: str) -> Mention | None:
        """Return the place of a level that a mention is or whose organ it is: 南谯区委 → 南谯区."""
        if mention.type == "place" and mention.surface.endswith(level) and len(mention.surface) > 1:
            return mention
        if mention.type != "agency" or mention.surface.startswith("共青团"):
            return None
        match = re.match(rf"(?:中共)?(?P<division>.+{level})(?:{ORGAN.pattern})", mention.surface)
        if not match:
            return None
        name = match["division"]
        return self._known("place", name) or self.draft.imply(
            mention.start + match.start("division"), mention.start + match.end("division"), "place", name, "post-place"
        )

    def _known(self, type_: str, name: str) -> Mention | None:
        """Return a printed mention of this very place, the first of the article."""
        for mention in self.draft.mentions:
            if mention.type == type_ and mention.kind != "implied" and name in (mention.surface, mention.name):
                return mention
        return None


def is_government(body: Mention) -> bool:
    """Whether a body is the government of a division, at which its heads are held where it is printed: 云岭市人民政府｜副市长."""
    return body.type == "agency" and body.surface.endswith("政府")


def carries(title: Title, body: Mention) -> bool:
    """Whether a title may go on from an earlier body: 副书记 only from a committee, 院长 only from a …院."""
    if title.kind == "committee":
        if re.match(r"党工委|工委|纪委|党委|党支部|党总支|团委", title.text) and not body.surface.endswith(title.text[:2]):
            return body.type in ("company", "institution") and title.text.startswith(("党委", "党支部", "党总支", "纪委", "团委"))
        return body.surface.endswith(("委", "党组", "党总支", "党支部"))
    if re.match(r"(?:宣传|组织|统战)部长", title.text) and body.surface.endswith("委"):
        return True
    return not (title.kind == "worker" and body.type == "agency" and body.surface.endswith("委")) and fits(title.text, body.surface)
