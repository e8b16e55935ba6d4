"""Who runs a programme and who takes part in it: the verb before it, the words after it, the subject in force."""

from __future__ import annotations

import re
from functools import cache

from kg import lexicon
from kg.extract.clauses.folded import Folded
from kg.extract.clauses.patterns import ANY, COMMA_AND, GROUPS
from kg.extract.clauses.subjects import clause_subject, is_elided, subjects_before
from kg.extract.relations.base import ArticleClauses, Extent, merged
from kg.extract.relations.cooperates_with import BOTH
from kg.extract.relations.oversees import GUIDED
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
ISSUED = Rule(
    "runs-issued",
    "runs",
    "按照〔A市知识产权局〕最新发布的《〔G管理办法〕》要求更换。 => 市知识产权局 > 管理办法",
    "按照〔A市知识产权局〕收到的《〔G管理办法〕》要求更换。",
    0.92,
)
TITLED = Rule(
    "runs-titled",
    "runs",
    "学习《〔G〔A省政府〕关于推进创新提升的意见〕》。 => 省政府 > 省政府关于推进创新提升的意见",
    "学习〔A省政府〕的《〔G关于推进创新提升的意见〕》。",
    0.88,
)
MEANS = Rule(
    "runs-means", "runs", "〔Z高新区〕以〔G万企行动〕为抓手。 => 高新区 > 万企行动", "〔Z高新区〕以〔G万企行动〕的名义促销。", 0.85
)
TOLD = Rule(
    "runs-told", "runs", "〔A市卫健局〕一年来有〔G名医行动〕惠及群众。 => 市卫健局 > 名医行动", "〔A市卫健局〕干部参加〔G名医行动〕。", 0.55
)
LED = Rule(
    "runs-led",
    "runs",
    "〔G护苗行动〕由〔A市市场监管局〕牵头。 => 市市场监管局 > 护苗行动",
    "〔G护苗行动〕由来已久，〔A市市场监管局〕到场。",
    0.92,
)
JOINT = Rule(
    "runs-joint",
    "runs",
    "〔A市工信局〕联合〔A市税务局〕开展〔G助企行动〕。 => 市工信局、市税务局 > 助企行动",
    "〔A市工信局〕邀请〔A市税务局〕参加〔G助企行动〕。",
    0.88,
)
OWN = Rule(
    "runs-adjacent",
    "runs",
    "争取〔L江滨区〕《〔G治理方案〕》尽快通过审批。 => 江滨区 > 治理方案 [status=planned]",
    "争取〔L江滨区〕、《〔G治理方案〕》尽快通过审批。",
    0.8,
)
FOLLOWS = Rule(
    "follows-verb",
    "participates_in",
    "〔A市文旅局〕要对照《〔G旅游提升三年方案〕》补齐短板。 => 市文旅局 > 旅游提升三年方案 [role=对照]",
    "〔A市文旅局〕要制定《〔G旅游提升三年方案〕》补齐短板。",
    0.8,
)
HELPED = Rule(
    "follows-helped",
    "participates_in",
    "〔G护苗行动〕由〔A甲局〕牵头，〔A乙局〕、〔A丙局〕配合实施。 => 乙局、丙局 > 护苗行动 [role=配合]",
    "〔G护苗行动〕由〔A甲局〕牵头，家长配合学校。",
    0.85,
)
RELIED = Rule(
    "follows-relied",
    "participates_in",
    "〔A市总工会〕依托〔C甲公司〕开展〔G消费节〕活动。 => 甲公司 > 消费节 [role=依托]",
    "〔A市总工会〕依托平台开展〔G消费节〕活动，〔C甲公司〕到场。",
    0.85,
)
TASK = Rule(
    "follows-task",
    "participates_in",
    "〔A甲局〕启动〔G护苗行动〕。〔I甲检测中心〕承担抽检任务。 => 甲检测中心 > 护苗行动 [role=抽检]",
    "〔A甲局〕启动〔G护苗行动〕。〔I甲检测中心〕承担社会责任。",
    0.75,
)
ATTEND = Rule(
    "follows-joins",
    "participates_in",
    "〔I甲学院〕将参与〔J研发中心〕的课题攻关。 => 甲学院 > 研发中心 [role=课题攻关]",
    "〔I甲学院〕将参观〔J研发中心〕的实验室。",
    0.8,
)
RULES = (RUNS, ISSUED, TITLED, MEANS, TOLD, LED, JOINT, OWN, FOLLOWS, HELPED, RELIED, GUIDED, TASK, ATTEND)

LIST = re.compile(rf"Ⓖ(?:{COMMA_AND}?Ⓖ)*")
ISSUER = re.compile(
    r"(?P<s>[ⒸⒶⒾⓏ](?:(?:、|和|与|及)[ⒸⒶⒾⓏ])*)(?:最新|新近|日前|联合)?"
    r"(?:发布|印发|出台|制定|制订|公布|颁布|下发|实施|推出|开展|启动|编制|起草|研发|组织|组织开展|主办|承办|举办|发起"
    r"|牵头|推行|创办|倡导|主导|打造|联合主办|共同主办|组织实施)的(?:《)?$"
)
HOSTS = re.compile(r"(?P<s>[ⒸⒶⒾⓏ](?:(?:、|和|与|及)[ⒸⒶⒾⓏ])*)(?:联合|共同)?(?:主办|牵头|发起|联办|承办)[，、]$")
HOSTED = re.compile(
    r"由(?P<s>[ⒸⒶⒾⓏ](?:(?:、|和|与|及)[ⒸⒶⒾⓏ])*)(?:联合|共同)?(?:主办|举办|牵头|发起)，[^。；Ⓖ]{2,30}"
    r"(?:承办|协办|支持|参与)的$"
)
AS_MEANS = re.compile(r"^(?:工作|活动|建设)?(?:为|作为)(?:[^，。；]{0,4})(?:抓手|载体|契机|主线|牵引|重点|依托|平台|统领|总抓手)")
WENT_ON = re.compile(
    r"^(?:工作|活动|行动|开展情况|推进情况|实施情况|实施)?"
    r"(?:以来|实施以来|开展以来|启动以来|正在|正|有序|顺利|扎实|全面|已|推进|开展|实施|启动|将于|征求意见)"
)
NO_OWNER = re.compile(r"按照|根据|对照|参加|参与|配合|支持|贯彻|执行|响应|落实|依据|关于")
IS_THEIRS = re.compile(r"^，?(?:，)?是(?P<s>[ⒸⒶⒾⓏⓁ])[^ⒸⒶⒾⓏⓁⒼⓅ。；]{0,18}(?:推出|开展|实施|打造|组织|举办|创新|启动|推行|发起|主办)的")
LOOKED_AT = re.compile(r"审议|研究|了解|听取|察看|视察|调研|检查|督导|询问|观摩")
ORDERED = re.compile(r"^[^。；]{0,40}进行(?:了)?(?:安排部署|部署|安排|动员|再部署|再动员)")
MADE_GOOD = re.compile(r"(?:充分发挥|结合|围绕|聚焦|依托|借助|通过|推动|列入|为)$")


@cache
def before(name: str) -> re.Pattern[str]:
    """Return the pattern of a verb of a list at the end of the words before a programme."""
    return re.compile(rf"(?P<verb>{lexicon.alternatives(name)})(?P<gap>[^Ⓖ。；！？，]{{0,16}})$")


def find_programmes(article: ArticleClauses) -> None:
    """Write runs and participates_in of one article."""
    titled(article)
    bodies = [m for s, m in zip(article.draft.sentences, article.sentences, strict=True) if s.section == "body"]
    for folded in bodies + [m for m in article.sentences if m not in bodies]:
        for found in LIST.finditer(folded.text):
            programme(article, folded, found)
        led(article, folded)
        task(article, folded)
        joins(article, folded)


def titled(article: ArticleClauses) -> None:
    """Write the body that a document's title begins with as the one that issued it."""
    draft = article.draft
    for document in [m for m in draft.mentions if m.type == "programme" and m.is_name]:
        inside = [
            m
            for m in draft.within(document.start, document.end, "agency", "company", "institution", outer=False)
            if m.is_name and (m.start == document.start or draft.text[m.start - 1] == "、") and m.end < document.end
        ]
        issuers = [
            m for m in inside if not any(o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in inside)
        ]
        for body in issuers:
            draft.claim(body, "runs", document, [(document.start, document.end)], TITLED.id, confidence=TITLED.confidence)


def programme(article: ArticleClauses, folded: Folded, found: re.Match[str]) -> None:
    """Read one list of programmes in its sentence: by its issuer, by what follows it, by the verb before it."""
    programmes = folded.mentions(*found.span(), "Ⓖ")
    head, suffix = folded.text[: found.start()], folded.text[found.end() :]
    issuer = ISSUER.search(head)
    clause = re.split(r"[，,。；：:]", head)[-1]
    if issuer:
        article.write(ISSUED, Extent(folded, issuer.start(), found.end()), folded.mentions(*issuer.span("s")), programmes)
        with_them = HOSTS.search(folded.text[: issuer.start()])
        if with_them:
            article.write(ISSUED, Extent(folded, with_them.start(), found.end()), folded.mentions(*with_them.span("s")), programmes)
        by = re.search(r"(?:按照|根据|依据|对照|遵照)$", folded.text[: issuer.start()])
        if by:
            follower(article, folded, found, programmes, "按要求执行", by.start())
        return
    hosts = HOSTED.search(head)
    if hosts:
        article.write(ISSUED, Extent(folded, hosts.start(), found.end()), folded.mentions(*hosts.span("s")), programmes)
        return
    owner = re.search(r"(?P<s>[ⒶⓏⓁⒸⒾ])的?$", clause)
    shared = owner and re.search("(?:与|同|跟|和)$", clause[: owner.start()])
    if owner and not shared and (len(owner.group()) == 1 or not NO_OWNER.search(clause)):
        at = found.start() - len(owner.group())
        article.write(OWN, Extent(folded, at, found.end()), list(folded.at[at]), programmes)
    theirs = IS_THEIRS.match(suffix)
    if theirs:
        article.write(
            RUNS,
            Extent(folded, found.start(), found.end() + theirs.end()),
            folded.mentions(found.end() + theirs.start("s"), found.end() + theirs.end("s")),
            programmes,
        )
        return
    follow = before("verbs_follow").search(clause)
    run = before("verbs_run").search(clause)
    if follow and run and (run.start() > follow.start() or follow["verb"] in ("支持", "助力", "协助")):
        follow = None
    if follow:
        follower(article, folded, found, programmes, follow["verb"], found.start() - len(clause) + follow.start())
    elif LOOKED_AT.search(clause) and not run:
        return
    elif run or ORDERED.search(suffix) or AS_MEANS.match(suffix) or WENT_ON.match(suffix) or MADE_GOOD.search(clause):
        rule = RUNS if run else MEANS
        runner(article, folded, found, programmes, rule, found.start() - len(clause) + run.start() if run else found.start())
    else:
        told(article, folded, found, programmes)


def runner(article: ArticleClauses, folded: Folded, found: re.Match[str], programmes: list[Mention], rule: Rule, verb: int) -> None:
    """Write who runs the programmes: the subject of the verb before them, and those it acts with."""
    begin = max(folded.text.rfind(mark, 0, found.start()) for mark in "，。；：") + 1
    clause = folded.text[begin : found.start()]
    joint = JOINTLY.search(clause)
    extent = Extent(folded, begin, found.end())
    if joint and joint["s"]:
        with_partners(article, extent, begin, joint, folded.mentions(begin + joint.start("s"), begin + joint.end("s")), programmes, [])
        return
    looked_at = OF_WHOM.search(clause)
    if looked_at:
        article.write(rule, extent, folded.mentions(begin + looked_at.start("s"), begin + looked_at.end("s")), programmes)
        return
    subjects, extra_ranges = subject(article, folded, found.start()) if rule is RUNS else mover(article, folded, found)
    headline = article.draft.sentence_at(folded.starts[0]).section != "body"
    if headline and subjects and subjects[0].type == "place" and any(c.predicate == "runs" for c in article.draft.claims):
        return
    if joint:
        with_partners(article, extent, begin, joint, subjects, programmes, extra_ranges)
        return
    near = subjects and folded.starts[begin] <= subjects[0].start < folded.starts[found.start()]
    weak = not near and not is_elided(folded, verb)
    article.write(rule, extent, subjects, programmes, extra_ranges=extra_ranges, confidence=WEAK if weak else 0.0)
    earlier = subjects[-1] if subjects and subjects[0].start >= folded.starts[0] else None
    ally = JOINTLY.match(folded.text, folded.index_of(earlier.start)) if earlier else None
    if ally and ally["s"] and ally.end() < begin and folded.text[ally.end()] in "，等":
        article.write(JOINT, extent, folded.mentions(*ally.span("o")), programmes, extra_ranges=[folded.span(*ally.span())])
    if len(subjects) > 1 and re.search("联合|共同|携手", clause):
        pairs(article, BOTH, extent, subjects)


OF_WHOM = re.compile(rf"对(?P<s>[ⒶⓏⓁⒸⒾ])(?!的)[^{ANY}]{{0,24}}(?:推进|开展|实施|推行|落实)$")
"""Whose running of it is judged: 督导组对某县近年来推进“工业强县”战略给予肯定."""

REPORTED_ON = re.compile(r"[^，。；]{0,6}(?:报道|采访|点赞|关注|好评)")


def told(article: ArticleClauses, folded: Folded, found: re.Match[str], programmes: list[Mention]) -> None:
    """Write, with little confidence, that the subject of the very sentence runs the programmes it names."""
    subjects = subjects_before(folded, found.start(), GROUPS["org"])
    if subjects and not NO_OWNER.search(folded.text[: found.start()]) and not REPORTED_ON.match(folded.text, found.end()):
        article.write(TOLD, Extent(folded, *found.span()), subjects, programmes, extra_ranges=[(subjects[0].start, subjects[-1].end)])


def mover(article: ArticleClauses, folded: Folded, found: re.Match[str]) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Return who moves a programme that no verb stands before (《办法》将施行，该局将据此…): in this sentence, else the article's lead."""
    actors = GROUPS["actor"]
    subjects = subjects_before(folded, found.start(), actors)
    start = folded.text.find("，", found.end())
    while not subjects and start >= 0:
        subjects = clause_subject(folded, start + 1, clause_end(folded.text, start + 1), actors)
        start = folded.text.find("，", start + 1)
    subjects = subjects or article.lead(actors)
    return subjects, [(subjects[0].start, subjects[-1].end)] if subjects else []


WEAK = 0.6
"""Confidence where the clause begins with words that may be an unread subject."""

JOINTLY = re.compile(
    r"(?P<s>[ⒸⒶⒾⓏⓁ])?[^ⒸⒶⒾⓏⓁⒼ，。；]{0,10}?(?P<verb>联合|会同|携手|联手|协同|与|和|同|依托)"
    r"(?P<o>[ⒸⒶⒾⓏ](?:(?:、|和|与|及|以及)[ⒸⒶⒾⓏ])*)"
)


def with_partners(
    article: ArticleClauses,
    extent: Extent,
    begin: int,
    joint: re.Match[str],
    who: list[Mention],
    programmes: list[Mention],
    extra_ranges: list[tuple[int, int]],
) -> None:
    """Write those who run programmes together: 甲联合乙、丙开展…; one only leaned on (依托) takes part."""
    others = extent.folded.mentions(begin + joint.start("o"), begin + joint.end("o"))
    article.write(JOINT, extent, who, programmes, extra_ranges=extra_ranges)
    if joint["verb"] == "依托":
        article.write(RELIED, extent, others, programmes, qualifiers={"role": "依托"}, extra_ranges=extra_ranges)
    else:
        article.write(JOINT, extent, others, programmes, extra_ranges=extra_ranges)


def subject(article: ArticleClauses, folded: Folded, at: int) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Return who acts at index ``at``; for what a leader demands (市委书记强调，要…) the place or zone led."""
    speaker = re.match(r"[^ⒸⒶⒾⓏⓁⒼⒿ，。]{0,8}(?P<person>Ⓟ)[^，。；]{0,8}(?:强调|指出|要求)", folded.text)
    if speaker:
        led_by = led_place(article, folded.at[speaker.start("person")][0])
        between = folded.mentions(speaker.end(), at, "ⒸⒶⒾⓏⓁ")
        if led_by and not between:
            return [led_by], [folded.span(*speaker.span())]
    begin = max(folded.text.rfind(mark, 0, at) for mark in "，。；：\n") + 1
    if AIM.match(folded.text, begin):
        stop = folded.text.find("，", at)
        ahead = clause_subject(folded, stop + 1, clause_end(folded.text, stop + 1), GROUPS["actor"]) if stop >= 0 else []
        if ahead:
            return ahead, [(ahead[0].start, ahead[-1].end)]
    subjects, extra_ranges = article.subject(folded, at, "actor")
    if len(subjects) == 1 and subjects[0].surface.endswith(("委", "政府", "管委会")):
        index = folded.index_of(subjects[0].start)
        leader = re.match(r"[^ⓅⒸⓏⒿⒻⒼⓁ，。；]{1,16}(?P<person>Ⓟ)", folded.text[index + 1 :])
        led_by = (
            led_place(article, folded.at[index + 1 + leader.start("person")][0])
            if leader and subjects[0] in folded.at.get(index, ())
            else None
        )
        if led_by:
            return [led_by], extra_ranges
    return subjects, extra_ranges


AIM = re.compile(r"为了?(?!期|抓手|主)|围绕|结合|自|随着|按照|根据|通过|针对|对照|聚焦|以|在|依托|借助")


def clause_end(text: str, start: int) -> int:
    """Return where the clause that begins at ``start`` ends."""
    ends = [i for i in (text.find(mark, start) for mark in "，。；！？\n") if i >= 0]
    return min(ends, default=len(text))


def led_place(article: ArticleClauses, person: Mention) -> Mention | None:
    """Return the place or zone that a leader's posts name: its 市长's city, its 党工委书记's zone."""
    draft = article.draft
    held = [
        draft.mention(c.object)
        for c in draft.claims
        if c.predicate == "holds_post" and c.object and article.name(draft.mention(c.subject)) == article.name(person)
    ]
    for body in held:
        if body.type in ("place", "zone"):
            return body
    for body in held:
        if re.fullmatch(r"市委|市政府", body.surface) and draft.article.locality.city:
            return draft.imply(body.start, body.start + 1, "place", draft.article.locality.city, "realm")
        parent = [m for m in draft.within(body.start, body.end, "zone", outer=False) if m.end < body.end]
        if parent and body.surface.endswith(("工委", "管委会")):
            return parent[0]
    return None


def follower(article: ArticleClauses, folded: Folded, found: re.Match[str], programmes: list[Mention], verb: str, at: int) -> None:
    """Write who follows or takes part in the programmes."""
    subjects, extra_ranges = article.subject(folded, at, "actor")
    extent = Extent(folded, at, found.end())
    if subjects and subjects[0].type == "place":
        article.write(RUNS, extent, subjects, programmes, extra_ranges=extra_ranges)
        return
    article.write(FOLLOWS, extent, subjects, programmes, qualifiers={"role": verb}, extra_ranges=extra_ranges)


BODIES = r"[ⒸⒶⒾⓏ](?:(?:、|和|与|及|以及)[ⒸⒶⒾⓏ])*(?:等(?:单位|部门|企业|公司)?)?"
LEAD_BY = re.compile(
    rf"(?:(?P<o>Ⓖ)[^ⒼⓅ。；]{{0,30}}?|(?:活动|行动|大赛|比赛|赛事|仪式|论坛|大会|培训|展会|博览会|评选|项目)(?:将)?)由"
    rf"(?={BODIES}(?:联合|共同)?(?:牵头|主办|承办|组织|发起|举办|联办|指导))"
)
LEADER = re.compile(
    rf"[，、]?(?:由)?(?P<s>{BODIES})(?:联合|共同|负责)?(?P<do>牵头|主办|承办|组织|发起|负责|举办|联办|执行|实施|指导"
    rf"|配合|协办|参与|支持|协助|冠名)(?:实施|开展|组织|完成)?"
)


def led(article: ArticleClauses, folded: Folded) -> None:
    """Write 此次行动由甲局牵头，乙局、丙局配合实施 and 活动由甲主办，乙承办，丙协办."""
    for match in LEAD_BY.finditer(folded.text):
        programmes = folded.mentions(*match.span("o")) if match["o"] else spoken(article, folded, match.start())
        position = match.end()
        while part := LEADER.match(folded.text, position):
            who, extent = folded.mentions(*part.span("s")), Extent(folded, match.start(), part.end())
            if part["do"] in ("配合", "协办", "参与", "支持", "协助", "冠名"):
                article.write(HELPED, extent, who, programmes, qualifiers={"role": part["do"]})
            elif part["do"] == "指导":
                article.write(GUIDED, extent, who, programmes)
            else:
                article.write(LED, extent, who, programmes)
            position = part.end()


def spoken(article: ArticleClauses, folded: Folded, index: int) -> list[Mention]:
    """Return the programme that 活动 means: the last named in this sentence or the two before, else the article's first."""
    at = article.sentences.index(folded)
    found = folded.mentions(0, index, "Ⓖ") or [m for s in article.sentences[max(0, at - 2) : at] for m in s.mentions(0, len(s.text), "Ⓖ")]
    return found[-1:] or [m for m in article.draft.mentions if m.type == "programme"][:1]


TASKS = re.compile(r"(?P<s>[ⒸⒶⒾ])(?:已|还|将|共)?(?:承担|负责)(?P<role>[^ⓅⒸⒶⒾⓏⒿⒻⓁⒼ，。；]{2,10}?)(?:任务|工作|职责|[0-9]+场|养护)")


def task(article: ArticleClauses, folded: Folded) -> None:
    """Write 甲中心承担抽检任务 as a part in the programme or the works spoken of in the sentences just before."""
    for match in TASKS.finditer(folded.text):
        at = article.sentences.index(folded)
        earlier = [m for s in article.sentences[max(0, at - 2) : at] for m in s.mentions(0, len(s.text), "ⒼⒿ")]
        aims = folded.mentions(0, match.start(), "ⒼⒿ")[-1:] or earlier[-1:]
        extra_ranges = [(aims[0].start, aims[0].end)] if aims else []
        article.write(
            TASK,
            Extent(folded, *match.span()),
            folded.mentions(*match.span("s")),
            aims,
            qualifiers={"role": match["role"]},
            extra_ranges=extra_ranges,
        )


JOINS = re.compile(
    rf"(?P<s>[ⒸⒶⒾⓏ](?:{COMMA_AND}?[ⒸⒶⒾⓏ])*)[^{ANY}，。；]{{0,8}}(?:参与|参加|加入|参建)(?:了)?(?P<o>[ⒿⒼ])(?:的)?"
    rf"(?P<role>[^{ANY}，。；]{{0,8}})"
)


def joins(article: ArticleClauses, folded: Folded) -> None:
    """Write 某学院将参与该中心的课题攻关."""
    for match in JOINS.finditer(folded.text):
        article.write(
            ATTEND,
            Extent(folded, *match.span()),
            folded.mentions(*match.span("s")),
            folded.mentions(*match.span("o")),
            qualifiers={"role": match["role"] or "参与"},
        )


__all__ = ["RULES", "find_programmes", "merged"]
