"""Who holds what post where: titles before and after names, chains of them, lists under one title, appointments.

    市委常委、副市长、高新区党工委书记A  → three posts at 市委, the city, 高新区党工委
    市政协主席A，副主席B、C，秘书长D    → four people, all at 市政协

It reads folded sentences (``kg.extract.clauses.folded``) and titles (``kg.extract.posts.titles``), implies the place that 市长 means, and
writes ``holds_post`` claims; a title whose body cannot be told is rejected with that reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.clauses.folded import Folded, sentences
from kg.extract.clauses.modality import is_denied
from kg.extract.clauses.patterns import ANY
from kg.extract.draft import Draft
from kg.extract.posts.bodies import BODY, CARRIED, NEAR, PLACE, Bodies, PostBody
from kg.extract.posts.titles import Title, heads, read_title, suffix_of
from kg.extract.rules import Rule
from kg.model import Mention

AFTER = Rule(
    "post-after-name",
    "holds_post",
    "〔I中心敬老院〕〔P李永庆〕院长连声道谢。 => 李永庆 > 中心敬老院 [title=院长]",
    "〔A市水利局〕〔P王立〕局长期关门。",
    0.85,
)
COPULA = Rule(
    "post-copula", "holds_post", "〔P令一〕是〔I云岭大学〕讲师。 => 令一 > 云岭大学 [title=讲师]", "〔P令一〕是〔I云岭大学〕的常客。", 0.85
)
OFFICE = Rule(
    "post-office",
    "holds_post",
    "〔C青溪调味〕董事长空缺，总经理一职由〔C巴蕴食品〕副总裁〔P丁海〕兼任。 => 丁海 > 青溪调味 [title=总经理]",
    "〔C青溪调味〕总经理一职尚无人选，〔P丁海〕到场。",
    0.85,
)
BECAME = Rule(
    "post-became",
    "holds_post",
    "〔P彭一〕毕业后被分配到〔C配电中心〕，成为一名运检工。 => 彭一 > 配电中心 [title=运检工]",
    "〔P彭一〕毕业后被分配到〔C配电中心〕，成为一名父亲。",
    0.7,
)
RULES = (BODY, PLACE, CARRIED, NEAR, AFTER, COPULA, OFFICE, BECAME)

PEOPLE = re.compile("Ⓟ(?:(?:、|和|与|及)?Ⓟ)*")
SPLIT = re.compile(r"(?<=[长记任员理监裁席官师事表人委])(?:兼|及|暨|和|兼任)(?=[^兼及暨和]{2,10}$)")
STOPS = re.compile("[。！？\n]")
EDGE = "、，,：:。；;！？!?“”‘’（）()《》—…\n"


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain of titles: ``title``, the index of its body's letter (-1: none printed), where it begins."""

    title: Title
    body: int
    start: int


def find_posts(draft: Draft) -> None:
    """Write the holds_post claims of one article."""
    bodies = Bodies(draft)
    for _, folded in sentences(draft):
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
    if not denied:
        copulas(draft, bodies, folded)
        offices(draft, bodies, folded)
        became(draft, bodies, folded)


MEETS = re.compile(r"(?:进行了?|举行了?|一行|等)?[^，。；]{0,3}?(?:座谈|交流|会谈|会面|洽谈|磋商|见面|对接|签约|签署)")


def titled(folded: Folded, run: re.Match[str]) -> int:
    """Return where the people under one title end: before 与 if the two then meet (市长甲与乙座谈 makes no mayor of 乙)."""
    apart = run.group().rfind("与")
    return run.start() + apart if apart > 0 and MEETS.match(folded.text, run.end()) else run.end()


def read_chain(folded: Folded, end: int) -> list[Link]:
    """Read the titles that end right before index ``end``, first printed first: 市委副书记、市长 → two links."""
    links: list[Link] = []
    while end > 0:
        begin = end
        while begin > 0 and folded.text[begin - 1] not in ANY + EDGE:
            begin -= 1
        found = links_of(folded, begin, end)
        if not found:
            break
        links[:0] = found
        end = found[0].start
        if end == 0 or folded.text[end - 1] not in "、，" or (folded.text[end - 1] == "，" and not goes_on(folded, end - 1)):
            break
        end -= 1
    return links


def goes_on(folded: Folded, comma: int) -> bool:
    """Whether the chain goes on before a comma: the clause there is nothing but a body and its title (市政协副主席，市工商联主席甲)."""
    begin = max(folded.text.rfind(mark, 0, comma) for mark in "，。；：、\n") + 1
    return folded.text[begin : begin + 1] in "ⒸⒶⒾⓏ" and read_title(folded.text[begin + 1 : comma], whole=True) is not None


def links_of(folded: Folded, begin: int, end: int) -> list[Link]:
    """Read one stretch between marks: a body's letter and its title, or two titles joined by 兼 or 及."""
    if folded.text[begin:end].startswith("的") and folded.text[begin - 1 : begin] in ("Ⓒ", "Ⓐ", "Ⓘ"):
        title = read_title(folded.text[begin + 1 : end], whole=False)
        return [Link(title, begin - 1, begin - 1)] if title and not title.start else []
    text = folded.text[begin:end]
    if text == "长" and folded.text[begin - 1 : begin] in ("Ⓐ", "Ⓘ"):
        last = folded.at[begin - 1][0].surface[-1]
        return [Link(Title(last + text, "body", "stated", 0), begin - 1, begin - 1)]
    if text == "成员" and folded.text[begin - 1 : begin] == "Ⓐ" and folded.at[begin - 1][0].surface.endswith("党组"):
        return [Link(Title("成员", "body", "stated", 0), begin - 1, begin - 1)]
    has_body = begin > 0 and folded.text[begin - 1] in "ⒸⒶⒾⓏⓁⒻⒿ"
    head = read_title(text[2:], whole=True) if text.startswith("政府") and not has_body else None
    if head and head.kind == "place":
        return [Link(replace(head, text=text), -1, begin)]
    cut = SPLIT.search(text)
    if cut:
        first = read_title(text[: cut.start()], whole=has_body)
        second = read_title(text[cut.end() :], whole=True)
        if first and second:
            return [link(first, begin, has_body), Link(second, -1, begin + cut.end())]
    title = read_title(text, whole=has_body)
    if title is None and has_body:
        title = read_title(text, whole=False)
        has_body = False
    return [link(title, begin, has_body)] if title else []


def link(title: Title, begin: int, has_body: bool) -> Link:
    """Return the link of a title read from index ``begin`` on."""
    return Link(title, begin - 1 if has_body else -1, begin - 1 if has_body else begin + title.start)


def write_chain(draft: Draft, bodies: Bodies, folded: Folded, chain: list[Link], people: list[Mention], end: int) -> None:
    """Write one claim for each title of the chain and each person under it."""
    before: PostBody | None = None
    for item in chain:
        begin = folded.starts[item.start]
        printed = folded.at[item.body] if item.body >= 0 else ()
        item, printed = of_group(draft, *at_bureau(draft, item, printed))
        post_body = bodies.resolve(folded, item.start, item.title, printed, before)
        if post_body is None:
            draft.reject("post", item.title.text, "no body is named or implied", begin)
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


def write(draft: Draft, post_body: PostBody, title: Title, people: list[Mention], span: tuple[int, int], text: str) -> None:
    """Write the claims of one post; a body that was carried from elsewhere adds the words that name it to the evidence."""
    ranges = [span] if post_body.extra_range is None or span[0] <= post_body.extra_range[0] < span[1] else [post_body.extra_range, span]
    if (
        post_body.extra_range
        and len(ranges) == 2
        and 0 <= span[0] - post_body.extra_range[1] <= 60
        and not STOPS.search(draft.text, post_body.extra_range[0], span[0])
    ):
        ranges = [(post_body.extra_range[0], span[1])]
    for person in people:
        draft.claim(
            person,
            "holds_post",
            post_body.body,
            ranges,
            post_body.rule.id,
            qualifiers={"title": text},
            confidence=post_body.rule.confidence,
            status=title.status,
        )


SPEAKS_FOR = re.compile(rf"代表(?=[{ANY}全省市县区学我公各与向党院校])")
"""代表 as a verb: 甲代表市政府签约."""


@cache
def after_name() -> re.Pattern[str]:
    """Return the pattern of a title right after a name; what makes it another word (局长期) is left out."""
    return re.compile(
        rf"(?P<head>(?:副)?(?:{'|'.join(sorted(heads(), key=lambda h: (-len(h), h)))}))(?:同志|先生|女士)?"
        rf"(?![期久远大家效助理们])"
    )


def title_after(draft: Draft, bodies: Bodies, folded: Folded, run: re.Match[str], people: list[Mention]) -> None:
    """Write the post of 李永庆院长: the title right after a single name."""
    match = after_name().match(folded.text, run.end())
    if not match or len(people) != 1 or SPEAKS_FOR.match(folded.text, run.end()):
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
        write(
            draft,
            PostBody(post_body.body, AFTER, post_body.extra_range),
            title,
            people,
            (begin, folded.ends[match.end("head") - 1]),
            title.text,
        )


COPULA_VERB = re.compile(
    r"(?P<person>Ⓟ)，?(?:现|曾|还|也|同时|今年|去年|当场|正式|全票)?"
    r"(?:是|任|担任|出任|兼任|当选为?|受聘为?|被任命为|被聘为|被选为|升任|调任|接任|就任|代理)(?P<body>[ⒸⒶⒾⓏⓁ]?)"
    r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，,。；、]|$|一职|职务)"
)
APPOINTED = re.compile(
    r"(?:任命|聘任|聘请|聘|选举|推选|补选|提名|推荐|决定|遴选|增补)(?:了)?(?P<person>Ⓟ(?:(?:、|和)Ⓟ)*)"
    r"(?:等)?(?:同志|先生|女士)?(?:担任|任|为)"
    r"(?P<body>[ⒸⒶⒾⓏⓁ]?)(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，,。；、]|$|一职|职务)"
)
RESUME = re.compile(
    r"(?P<person>Ⓟ)(?:同志)?，(?:[^Ⓟ。；]{0,60}，)?(?P<when>现任|曾任|历任|拟任|拟提名为?|现为)(?P<body>[ⒸⒶⒾⓏⓁ]?)"
    r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,12})(?=[，,。；、]|$)"
)
RESIGNED = re.compile(
    r"(?P<person>Ⓟ)(?:同志)?(?:请求|申请)?(?:辞去|不再担任|卸任|不再兼任|辞任)(?:了)?(?P<body>[ⒸⒶⒾⓏⓁ]?)"
    r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10}?)(?:的?职务|一职|$|[，,。；、])"
)
PRONOUN = re.compile(
    r"(?P<person>[他她])(?:现|还|也|同时|曾)?(?:是|任|担任|兼任)(?:一名)?(?P<body>[ⒸⒶⒾⓏⓁ])"
    r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，,。；、]|$)"
)
DOING = re.compile(r"(?:担任|身为|作为|出任|时任)(?P<body>[ⒸⒶⒾⓏⓁ]?)(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})的(?P<person>Ⓟ)")
REMOVED = re.compile(
    r"(?:免去|撤销|罢免)(?P<person>Ⓟ)(?:同志)?(?:的)?(?P<body>[ⒸⒶⒾⓏⓁ]?)(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10}?)"
    r"(?:的?职务|一职|$|[，,。；、])"
)


def copulas(draft: Draft, bodies: Bodies, folded: Folded) -> None:
    """Write what 是, 任, 当选, 代理 and 免去 say: 任命甲为市商务局局长, 由总工程师乙代理总经理."""
    for pattern in (COPULA_VERB, PRONOUN, APPOINTED, RESUME, DOING, RESIGNED, REMOVED):
        for match in pattern.finditer(folded.text):
            title = read_title(match["title"], whole=bool(match["body"]))
            if not title or (title.start and not match["body"]):
                continue
            printed = folded.at[match.start("body")] if match["body"] else ()
            post_body = bodies.resolve(folded, match.start("title"), title, printed, None)
            if post_body:
                acting = "代理" if "代理" in match.group() else ""
                status = status_of_office(pattern, match, title)
                text = acting + (suffix_of(post_body.body.surface) if printed else "") + title.text
                span = folded.span(match.start(), max(match.end("title"), match.end("person")))
                final = Title(title.text, title.kind, status, 0, title.level)
                people = folded.mentions(*match.span("person"), "Ⓟ") or spoken_of(draft, folded.starts[match.start()])
                write(draft, PostBody(post_body.body, COPULA, post_body.extra_range), final, people, span, text)


def spoken_of(draft: Draft, offset: int) -> list[Mention]:
    """Return the person that 他 or 她 means: the last one named before, as a list of at most one."""
    return [m for m in draft.mentions if m.type == "person" and m.end <= offset][-1:]


def status_of_office(pattern: re.Pattern[str], match: re.Match[str], title: Title) -> str:
    """Return former for what was given up or taken, designate for what is to come, else the title's own status."""
    when = match.groupdict().get("when") or ""
    if pattern in (REMOVED, RESIGNED) or when in ("曾任", "历任") or "时任" in match.group():
        return "former"
    return "designate" if when.startswith("拟") or "提名" in match.group() or "推荐" in match.group() else title.status


OFFICE_BY = re.compile(
    r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,8})(?:一职|职务)(?:将|暂)?由[^，。；]{0,20}?(?P<person>Ⓟ)"
    r"(?:兼任|担任|接任|出任|代理|兼)"
)


def offices(draft: Draft, bodies: Bodies, folded: Folded) -> None:
    """Write 总经理一职由…丁某兼任: the body is the one spoken of before, not the one in the person's own title."""
    for match in OFFICE_BY.finditer(folded.text):
        title = read_title(match["title"], whole=False)
        post_body = bodies.nearest(folded, match.start(), title) if title else None
        if title and post_body:
            write(
                draft,
                PostBody(post_body.body, OFFICE, post_body.extra_range),
                title,
                list(folded.at[match.start("person")]),
                folded.span(match.start(), match.end()),
                title.text,
            )


BECAME_A = re.compile(
    r"(?:成为|当上|推选[^，。；]{0,6}(?P<person>Ⓟ)(?:担?任|为))(?:一名|了一名)?"
    r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,8})(?=[，,。；])"
)


def became(draft: Draft, bodies: Bodies, folded: Folded) -> None:
    """Write 被分配到A中心，成为一名运检工 and 推选B任会长: the person is the sentence's, the body the nearest one."""
    for match in BECAME_A.finditer(folded.text):
        title = read_title(match["title"], whole=True)
        people = folded.mentions(0, match.start("title"), "Ⓟ")
        post_body = bodies.nearest(folded, match.start(), title) if title else None
        if title and people and post_body:
            person = list(folded.at[match.start("person")]) if match["person"] else people[:1]
            write(
                draft,
                PostBody(post_body.body, BECAME, post_body.extra_range),
                title,
                person,
                folded.span(match.start(), match.end("title")),
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
