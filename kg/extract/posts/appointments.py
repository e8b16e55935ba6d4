"""What 是, 任, 当选, 代理, 免去 and 成为 say of posts: 任命甲为市商务局局长, 总经理一职由乙兼任, 成为一名运检工."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses.folded import Folded
from kg.extract.draft import Draft
from kg.extract.posts.bodies import Bodies, PostBody
from kg.extract.posts.claims import write
from kg.extract.posts.titles import Title, read_title, suffix_of
from kg.extract.rules import Rule
from kg.model import Mention

COPULA = Rule(
    "post-copula", "holds_post", "〔P令一〕是〔I云岭大学〕讲师。 => 令一 > 云岭大学 [title=讲师]", "〔P令一〕是〔I云岭大学〕的常客。", 0.85
)

BECAME = Rule(
    "post-became",
    "holds_post",
    "〔P彭一〕毕业后被分配到〔C配电中心〕，成为一名运检工。 => 彭一 > 配电中心 [title=运检工]",
    "〔P彭一〕毕业后被分配到〔C配电中心〕，成为一名父亲。",
    0.7,
)

COPULA_VERB = re.compile(
    r"(?P<person>Ⓟ)，?(?:现|曾|还|也|同时|今年|去年|当场|正式|全票|仍|近日|日前|昨日)?"
    r"(?:是|任|担任|出任|兼任|当选为?|受聘为?|获聘为?|获任|被任命为|被聘为|被选为|升任|调任|接任|就任|代理)(?P<body>[ⒸⒶⒾⓏⓁ]?)"
    r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，,。；、]|$|一职|职务)"
)

APPOINTED = re.compile(
    r"(?:任命|聘任|聘请|聘|选举|推选|补选|提名|推荐|决定|遴选|增补)(?:了)?(?P<person>Ⓟ(?:(?:、|和)Ⓟ)*)"
    r"(?:等)?(?:同志|先生|女士)?(?:担任|任|为)"
    r"(?P<body>[ⒸⒶⒾⓏⓁ]?)(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，,。；、]|$|一职|职务)"
)

RESUMES = tuple(
    re.compile(
        rf"(?P<person>Ⓟ)(?:同志|先生|女士)?，(?:[^Ⓟ。；]{{0,80}}，)?(?P<when>{when})(?P<body>[ⒸⒶⒾⓏⓁ]?)"
        r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,12}?)(?=(?:人选|候选人)?(?:[，,。；、]|$))"
    )
    for when in (
        "现任|现为",
        "现兼任?",
        r"\d{4}年起任",
        "曾任|历任|先后担?任|曾担任",
        "(?:拟聘?任|拟提任|拟推荐|拟晋升)为?",
        "拟?提名为?",
    )
)
"""What a list of appointments says of one person: 马某，男，…，现任甲局副局长，拟任乙局局长."""

LISTED = (
    re.compile(
        r"(?:^|[：:；])(?P<person>Ⓟ(?:[、和]Ⓟ)*)(?:同志)?为(?P<body>[ⒸⒶⒾⓏⓁ])"
        r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10}?)(?=(?:（[^）]*）)?[，,。；、\n]|$)"
    ),
    re.compile(
        r"(?:^|[：:；])(?P<person>Ⓟ(?:[、和]Ⓟ)*)(?:同志)?的?(?P<body>[ⒸⒶⒾⓏⓁ])"
        r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10}?)的?职务(?=[，,。；、\n]|$)"
    ),
)
"""The lines of a decree: under 任命 甲某为市水利局局长, under 免去 乙某的市水利局局长职务."""

MOVED = (
    re.compile(
        r"(?P<person>Ⓟ)[^Ⓟ，。；]{0,8}?(?:由|从)(?P<body>[ⒸⒶⒾⓏⓁ]?)(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10}?)"
        r"(?P<when>(?:一职|任上|岗位|职位)?(?:调任|转任|升任|改任|调往|调到|转往|跳槽))"
    ),
    re.compile(
        r"(?P<person>Ⓟ)[^Ⓟ，。；]{0,8}?(?:由|从)[^Ⓟ，。；]{2,20}?(?:调任|转任|升任|改任)(?P<body>[ⒸⒶⒾⓏⓁ]?)"
        r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，,。；、]|$|一职|职务)"
    ),
    re.compile(
        r"(?P<person>Ⓟ)[^Ⓟ。；]{0,24}?(?:调往|调到|转往|跳槽到|转投)(?P<body>[ⒸⒶⒾⓏⓁ])，?(?:出任|担任|任)"
        r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，,。；、]|$|一职|职务)"
    ),
)
"""Who moved from one post to another: 秦某由甲县县长调任乙局局长, 从甲局局长任上调往乙台，出任台长."""

APPOSED = re.compile(r"(?:^|(?<=[，。；：”]))(?P<person>Ⓟ)，(?P<body>[ⒸⒶⒾⓏ])(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，。；、]|$)")
"""A person's post set behind the name between commas: 向某，民俗研究会秘书长，走遍了碉楼."""

FURTHER = re.compile(
    r"(?P<joint>、|兼任?|和|及|，(?=[ⒸⒶⒾⓏ]))(?P<body>[ⒸⒶⒾⓏⓁ]?)(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,12}?)"
    r"(?=(?:人选|候选人|的?职务|一职|兼)?(?:[，,。；、]|$))(?![^，。；]*Ⓟ)"
)
"""One more post of one appointment: 任市水利局党组书记｜、局长; of those that somebody held before also at another body: ｜，乙局局长."""

RESIGNED = re.compile(
    r"(?P<person>Ⓟ)(?:同志)?(?:因[^Ⓟ，。；]{1,12}?)?(?:请求|申请)?(?:辞去|不再担任|卸任|不再兼任|辞任)(?:了)?(?P<body>[ⒸⒶⒾⓏⓁ]?)"
    r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10}?)(?:的?职务|一职|$|[，,。；、])"
)

AFTER = r"(?:接替|接任|接棒)[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；]{0,8}"
POST_TAKEN = r"(?:担任|出任|任|成为)(?P<body>[ⒸⒶⒾⓏⓁ])(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，,。；、]|$)"
SUCCEEDS = (re.compile(rf"(?P<person>Ⓟ){AFTER}Ⓟ{POST_TAKEN}"), re.compile(rf"Ⓟ(?P<when>{AFTER})(?P<person>Ⓟ){POST_TAKEN}"))
"""One post of two people, who has it and who had it: 卓某接替退休的仝某任该局副局长."""
SUCCEEDED = re.compile(f"{AFTER}$")
"""What before a person makes the post that follows one that another takes."""

PRONOUN = re.compile(
    r"(?P<person>[他她])(?:现|还|也|同时|曾)?(?:是|任|担任|兼任)(?:一名)?(?P<body>[ⒸⒶⒾⓏⓁ])"
    r"(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})(?=[，,。；、]|$)"
)

DOING = re.compile(
    r"(?P<when>担任|身为|作为|出任|时任|曾任|历任)(?P<body>[ⒸⒶⒾⓏⓁ]?)(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10})的(?P<person>Ⓟ)"
)

REMOVED = re.compile(
    r"(?:免去|免除|撤销|罢免|解除|解聘)：?(?P<person>Ⓟ)(?:同志)?(?:的)?(?P<body>[ⒸⒶⒾⓏⓁ]?)(?P<title>[^ⓅⒸⒶⒾⓏⓁⒿⒻⒼ，,。；：、的]{2,10}?)"
    r"(?:的?职务|一职|$|[，,。；、])"
)


def copulas(draft: Draft, bodies: Bodies, folded: Folded) -> None:
    """Write what 是, 任, 当选, 代理 and 免去 say: 任命甲为市商务局局长, 由总工程师乙代理总经理."""
    for pattern in (COPULA_VERB, PRONOUN, *SUCCEEDS, APPOINTED, *RESUMES, *LISTED, *MOVED, APPOSED, DOING, RESIGNED, REMOVED):
        for match in pattern.finditer(folded.text):
            if pattern is COPULA_VERB and SUCCEEDED.search(folded.text, 0, match.start()):
                continue
            before: PostBody | None = None
            for said in posts_of(folded, match, pattern):
                before = appointed(draft, bodies, folded, Appointment(pattern, match, said), before)
                if before is None:
                    break


@dataclass(frozen=True, slots=True)
class Appointment:
    """One post of a match: ``said`` is the match itself or the words that add this post to it (FURTHER)."""

    pattern: re.Pattern[str]
    match: re.Match[str]
    said: re.Match[str]


def posts_of(folded: Folded, match: re.Match[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield a match of one appointment and after it the words that add a post, each with the groups ``body`` and ``title``."""
    said: re.Match[str] | None = match
    while said:
        yield said
        said = FURTHER.match(folded.text, said.end("title")) if match.end("title") >= match.end("person") else None
        said = said if said and (pattern in RESUMES or said["joint"] != "，") else None


def appointed(draft: Draft, bodies: Bodies, folded: Folded, post: Appointment, before: PostBody | None) -> PostBody | None:
    """Write one post of an appointment and return its body; None if its words are no title or its body is not told."""
    match, said = post.match, post.said
    title = read_title(said["title"], whole=bool(said["body"]))
    is_title = title and (said["body"] or not title.start)
    printed = folded.at[said.start("body")] if said["body"] else ()
    post_body = bodies.resolve(folded, said.start("title"), title, printed, before) if title and is_title else None
    if title is None or post_body is None:
        if post.pattern in (*RESUMES, *LISTED):
            start, end = folded.span(said.start(), said.end())
            draft.reject("post", draft.text[start:end], "no title that is known, or no body is named or implied", start)
        return None
    acting = "代理" if said is match and "代理" in match.group() else ""
    final = Title(title.text, title.kind, status_of_office(post.pattern, match, title, folded.text), 0, title.level)
    text = acting + filed(title, post_body.body, is_printed=bool(printed))
    start, end = (match.start("person"), match.end()) if post.pattern in LISTED else (match.start(), match.end("person"))
    span = folded.span(start, max(said.end("title"), end))
    extra_range = post_body.extra_range or (heading(draft.text, span[0]) if post.pattern is LISTED[1] else None)
    people = folded.mentions(*match.span("person"), "Ⓟ") or spoken_of(draft, folded.starts[match.start()])
    write(draft, PostBody(post_body.body, COPULA, extra_range), final, people, span, text)
    return post_body


def filed(title: Title, body: Mention, *, is_printed: bool) -> str:
    """Return a title as it is filed: with a bare committee's own word (任县委｜副书记 is 县委副书记), not with that of one printed with its
    division (任青河县委｜副书记 is 副书记 there)."""
    suffix = suffix_of(body.surface)
    return suffix + title.text if is_printed and suffix == body.surface else title.text


def heading(text: str, offset: int) -> tuple[int, int] | None:
    """Return the range of the word above a list that ends the posts of its lines (免去：), None if there is none before an offset."""
    at = max(text.rfind(word, 0, offset) for word in ("免去", "免职"))
    return (at, at + 2) if at >= 0 else None


def spoken_of(draft: Draft, offset: int) -> list[Mention]:
    """Return the person that 他 or 她 means: the last one named before, as a list of at most one."""
    return [m for m in draft.mentions if m.type == "person" and m.end <= offset][-1:]


PAST = re.compile("时任|Ⓟ，?(?:曾|去年)|[他她]曾")
BEFORE = re.compile("曾|历任|先后|调|转|升|改任|跳槽|接替|接任|接棒")
"""What makes the post that a clause tells of one that is over."""
KEPT = re.compile("(?:没有|未能|未|不予)(?:通过|同意|批准)$")


def status_of_office(pattern: re.Pattern[str], match: re.Match[str], title: Title, text: str) -> str:
    """Return former for what was given up or taken, designate for what is to come, else the title's own status."""
    when = match.groupdict().get("when") or ""
    if pattern is REMOVED and KEPT.search(text[: match.start()]):
        return title.status
    if pattern in (REMOVED, RESIGNED, LISTED[1]) or BEFORE.search(when) or PAST.search(match.group()):
        return "former"
    return "designate" if when.startswith("拟") or "提名" in match.group() or "推荐" in match.group() else title.status


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
