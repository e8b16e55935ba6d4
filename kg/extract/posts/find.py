"""Who holds what post where: titles before and after names, chains of them, lists under one title, appointments.

    市委常委、副市长、高新区党工委书记A  → three posts at 市委, the city, 高新区党工委
    市政协主席A，副主席B、C，秘书长D    → four people, all at 市政协

It reads folded sentences (``kg.extract.clauses.folded``) and titles (``kg.extract.posts.titles``), implies the place that 市长 means, and
writes ``holds_post`` claims; a title whose body cannot be told is rejected with that reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extract.clauses.folded import Folded, sentences
from kg.extract.clauses.modality import is_denied
from kg.extract.clauses.patterns import ANY
from kg.extract.draft import Draft
from kg.extract.posts import former
from kg.extract.posts.appointments import BECAME, COPULA, became, copulas
from kg.extract.posts.bodies import BODY, CARRIED, NEAR, PLACE, Bodies, PostBody
from kg.extract.posts.chains import Link, read_chain
from kg.extract.posts.claims import write
from kg.extract.posts.lists import BRACKET, LABEL, brackets, labels
from kg.extract.posts.tables import TABLE, read_tables
from kg.extract.posts.titles import heads, read_title, suffix_of
from kg.extract.posts.units import at_unit, bare_unit
from kg.extract.ranges import Overlaps, Range
from kg.extract.rules import Rule
from kg.model import Mention

AFTER = Rule(
    "post-after-name",
    "holds_post",
    "〔I中心敬老院〕〔P李长河〕院长连声道谢。 => 李长河 > 中心敬老院 [title=院长]",
    "〔A市水利局〕〔P王立〕局长期关门。",
    0.85,
)

RULES = (BODY, PLACE, CARRIED, NEAR, AFTER, COPULA, BECAME, BRACKET, LABEL, TABLE)

PEOPLE = re.compile("Ⓟ(?:(?:、|和|与|及)?Ⓟ)*")


def find_posts(draft: Draft) -> None:
    """Write the holds_post claims of one article."""
    bodies = Bodies(draft)
    tabled: Overlaps[Range] = Overlaps()
    with draft.spared():
        tabled = Overlaps(read_tables(draft, bodies))
    for sentence, folded in sentences(draft):
        if not tabled.touches(sentence.start, sentence.end):
            with draft.spared():
                read_sentence(draft, bodies, folded)
    with draft.spared():
        titled_anaphors(draft, bodies)


def read_sentence(draft: Draft, bodies: Bodies, folded: Folded) -> None:
    """Write the posts of one sentence: titles before and after people, then what a verb says (是, 担任, 当选)."""
    bodies.enter(folded)
    denied = is_denied(folded.text)
    for run in PEOPLE.finditer(folded.text):
        people = folded.mentions(run.start(), titled(folded, run), "Ⓟ")
        chain = read_chain(folded, run.start())
        if chain:
            write_chain(draft, bodies, folded, chain, people, run.end())
        else:
            title_after(draft, bodies, folded, run, people)
    brackets(draft, bodies, folded)
    labels(draft, folded)
    if not denied:
        copulas(draft, bodies, folded)
        became(draft, bodies, folded)


MEETS = re.compile(r"(?:进行了?|举行了?|一行|等)?[^，。；]{0,3}?(?:座谈|交流|会谈|会面|洽谈|磋商|见面|对接|签约|签署)")


def titled(folded: Folded, run: re.Match[str]) -> int:
    """Return where the people under one title end: before 与 if the two then meet (市长甲与乙座谈 makes no mayor of 乙)."""
    apart = run.group().rfind("与")
    return run.start() + apart if apart > 0 and MEETS.match(folded.text, run.end()) else run.end()


def write_chain(draft: Draft, bodies: Bodies, folded: Folded, chain: list[Link], people: list[Mention], end: int) -> None:
    """Write one claim for each title of the chain and each person under it."""
    before: PostBody | None = None
    leads = former.before(draft.text, folded.starts[chain[0].start])
    for item in former.carried(chain, leads < folded.starts[chain[0].start]):
        begin = leads if item.start == chain[0].start else folded.starts[item.start]
        printed = folded.at[item.body] if item.body >= 0 else ()
        item, printed = at_unit(draft, *of_group(draft, *at_bureau(draft, item, printed)))
        if not printed:
            item, printed = bare_unit(draft, item, folded.starts[item.start])
        post_body = bodies.resolve(folded, item.start, item.title, printed, before)
        if post_body is None:
            draft.reject("post", item.title.text, "no body is named or implied", folded.starts[item.start])
            continue
        before = post_body = visiting(draft, bodies, folded, post_body)
        write(draft, post_body, item.title, people, (begin, folded.ends[end - 1]), title_of(item, post_body, printed))
        bodies.remember(post_body)


BARE = re.compile(r"(?P<level>[省市州县区旗])(?:委|纪委|政府|人民政府|人大|人大常委会|政协|监委)")


def visiting(draft: Draft, bodies: Bodies, folded: Folded, post_body: PostBody) -> PostBody:
    """Name a bare 市委 after another city's body for that city: 江川市委书记甲，市政协主席乙."""
    bare = BARE.fullmatch(post_body.body.surface) if post_body.body.kind == "name" else None
    if not bare or not folded.starts[0] <= post_body.body.start < folded.ends[-1]:
        return post_body
    city = bodies.visitors(folded, folded.index_of(post_body.body.start), bare["level"])
    if not city:
        return post_body
    body = draft.imply(post_body.body.start, post_body.body.end, "agency", city + post_body.body.surface[1:], "post-visiting")
    return replace(post_body, body=body)


BUREAU = re.compile(
    r"(?:分?局|分?院|分?所|站|厅|处|大队|支队|办)(?=(?:原|副|代|党组|党委|常务)*(?:局长|院长|所长|站长"
    r"|厅长|处长|队长|大队长|支队长|主任|书记))"
)


def of_group(draft: Draft, item: Link, printed: tuple[Mention, ...]) -> tuple[Link, tuple[Mention, ...]]:
    """Give a post in a body's leading party group to the body: 县政府党组|成员 → 党组成员 at 县政府."""
    parent = printed[0].parent if printed and printed[0].surface.endswith("党组") else None
    if not parent:
        return item, printed
    return replace(item, title=replace(item.title, text="党组" + item.title.text)), (draft.mention(parent),)


LEAGUE = re.compile("团[省市县区州]委")


def at_bureau(draft: Draft, item: Link, printed: tuple[Mention, ...]) -> tuple[Link, tuple[Mention, ...]]:
    """Name the bureau that a place and the title's first letters make (淅川局局长), and the league's committee
    where only the party's was read (团县委书记)."""
    if printed and LEAGUE.match(draft.text, max(printed[0].start - 1, 0), printed[0].end):
        return item, (draft.name(printed[0].start - 1, printed[0].end, "agency", "post-body", score=0.7),)
    bureau = BUREAU.match(item.title.text)
    if not bureau or not printed or printed[0].type != "place":
        return item, printed
    body = draft.name(printed[0].start, printed[0].end + bureau.end(), "agency", "post-body", score=0.7)
    title = replace(item.title, text=item.title.text[bureau.end() :])
    return replace(item, title=title), (body,)


def title_of(item: Link, post_body: PostBody, printed: tuple[Mention, ...]) -> str:
    """Return the title as printed: with the committee's last word if its name ends in one (县委书记)."""
    if item.title.text == "领导":
        return post_body.body.surface[-1] + item.title.text
    if not printed and post_body.body.type == "agency" and not suffix_of(post_body.body.surface):
        return item.title.text.removeprefix(post_body.body.surface)
    return (suffix_of(post_body.body.surface) if printed else "") + item.title.text


SPEAKS_FOR = re.compile(rf"代表(?=[{ANY}全省市县区学我公各与向党院校])")
"""代表 as a verb: 甲代表市政府签约."""


NEXT = re.compile("[\u4e00-\u9fff]{2,10}：")
"""The next label of a list, whose title is another's: 甲|副总经理：乙."""
TAKEN = re.compile("(?:免去|免除|撤销|罢免|解除|解聘)：?$")
"""A verb that takes somebody's post: 解除|甲|独立董事职务."""


@cache
def after_name() -> re.Pattern[str]:
    """Return the pattern of a title right after a name; what makes it another word (局长期) is left out."""
    return re.compile(
        rf"(?P<head>(?:副)?(?:{'|'.join(sorted(heads(), key=lambda h: (-len(h), h)))}))(?:同志|先生|女士)?"
        rf"(?![期久远大家效助理们])"
    )


def title_after(draft: Draft, bodies: Bodies, folded: Folded, run: re.Match[str], people: list[Mention]) -> None:
    """Write the post of 李长河院长: the title right after a single name."""
    match = after_name().match(folded.text, run.end())
    barred = SPEAKS_FOR.match(folded.text, run.end()) or NEXT.match(folded.text, run.end()) or TAKEN.search(folded.text, 0, run.start())
    if not match or len(people) != 1 or barred:
        return
    if folded.text[run.end() :].startswith("总书记"):
        draft.reject("post", "总书记", "the party's general secretary holds no post of the page", folded.starts[run.end()])
        return
    title = read_title(match["head"], whole=True)
    index = run.start() - 1
    printed = folded.at[index] if index >= 0 and folded.text[index] in "ⒸⒶⒾ" else ()
    post_body = bodies.resolve(folded, run.start(), title, printed, None) if title else None
    if title and post_body:
        begin = folded.starts[index] if printed else folded.starts[run.start()]
        leads = former.before(draft.text, begin)
        title, begin = replace(title, status="former") if leads < begin else title, leads
        write(
            draft,
            PostBody(post_body.body, AFTER, post_body.extra_range),
            title,
            people,
            (begin, folded.ends[match.end("head") - 1]),
            title.text,
        )


def titled_anaphors(draft: Draft, bodies: Bodies) -> None:
    """Write the post that 李院长 tells of a person whose post nothing else on the page gives."""
    posted = {draft_person(draft, c.subject) for c in draft.claims if c.predicate == "holds_post"}
    for mention in surname_titles(draft):
        person = draft_person(draft, mention.id)
        title = read_title(mention.surface[1:], whole=True) or read_title(mention.surface[2:], whole=True)
        if person in posted or not title:
            continue
        post_body = bodies.before(mention.start, title)
        if post_body:
            posted.add(person)
            write(draft, PostBody(post_body.body, AFTER, post_body.extra_range), title, [mention], (mention.start, mention.end), title.text)


def surname_titles(draft: Draft) -> Iterator[Mention]:
    """Yield the mentions of people that are a surname and a title: 李院长, 司徒主任."""
    for mention in draft.mentions:
        if mention.type == "person" and 3 <= len(mention.surface) <= 5 and any(mention.surface.endswith(h) for h in heads()):
            yield mention


def draft_person(draft: Draft, id_: str) -> str:
    """Return the id of the mention that a person's anaphor stands for, else the surface that names the person."""
    mention = draft.mention(id_)
    return draft.mention(mention.antecedent).surface if mention.antecedent else mention.name or mention.surface
