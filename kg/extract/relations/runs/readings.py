"""runs: how a list of programmes is read, by its issuer, its owner, the words after it, the verb before it."""

from __future__ import annotations

import re

from kg.extract.clauses.article import named
from kg.extract.clauses.patterns import COMMA_AND, GROUPS
from kg.extract.clauses.subjects import subjects_before
from kg.extract.relations.base import RelationArticle
from kg.extract.relations.participates_in import joins, task
from kg.extract.relations.runs.acting import JOINT, MEANS, RUNS, Listed, before, follower, runner
from kg.extract.relations.runs.led import LED, TITLED, led, titled
from kg.extract.rules import Rule

ISSUED = Rule(
    "runs-issued",
    "runs",
    "按照〔A市知识产权局〕最新发布的《〔G管理办法〕》要求更换。 => 市知识产权局 > 管理办法",
    "按照〔A市知识产权局〕收到的《〔G管理办法〕》要求更换。",
    0.92,
)

TOLD = Rule(
    "runs-told", "runs", "〔A市卫健局〕一年来有〔G名医行动〕惠及群众。 => 市卫健局 > 名医行动", "〔A市卫健局〕干部参加〔G名医行动〕。", 0.55
)

OWN = Rule(
    "runs-adjacent",
    "runs",
    "争取〔L江滨区〕《〔G治理方案〕》尽快通过审批。 => 江滨区 > 治理方案 [status=planned]",
    "争取〔L江滨区〕、《〔G治理方案〕》尽快通过审批。",
    0.8,
)

RULES = (RUNS, ISSUED, TITLED, MEANS, TOLD, LED, JOINT, OWN)

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

KEPT_TO = re.compile(r"(?:按照|根据|依据|对照|遵照)$")

OWNER = re.compile(r"(?P<s>[ⒶⓏⓁⒸⒾ])的?$")

SHARED = re.compile("(?:与|同|跟|和)$")

NO_OWNER = re.compile(r"按照|根据|对照|参加|参与|配合|支持|贯彻|执行|响应|落实|依据|关于")

IS_THEIRS = re.compile(r"^，?(?:，)?是(?P<s>[ⒸⒶⒾⓏⓁ])[^ⒸⒶⒾⓏⓁⒼⓅ。；]{0,18}(?:推出|开展|实施|打造|组织|举办|创新|启动|推行|发起|主办)的")

LOOKED_AT = re.compile(r"审议|研究|了解|听取|察看|视察|调研|检查|督导|询问|观摩|讲解|解读|宣讲|学习")

HEARD_ON = re.compile(r"[^，。；]{0,4}(?:听取|征求|征集)[^，。；]{0,12}意见")
"""What follows a draft on which others are heard: 就《条例（草案）》｜听取骑手意见."""

ORDERED = re.compile(r"^[^。；]{0,40}进行(?:了)?(?:安排部署|部署|安排|动员|再部署|再动员)")

MADE_GOOD = re.compile(r"(?:充分发挥|结合|围绕|聚焦|依托|借助|通过|推动|列入|为)$")

REPORTED_ON = re.compile(r"[^，。；]{0,6}(?:报道|采访|点赞|关注|好评)")


HANDS_OUT = re.compile("(?:发放|派发|分发|赠送|送上|张贴|讲解|宣讲|推送|转发|学习|解读)[^，。；、]{0,6}$")
"""Before a guide or a grant that is only given out: 累计发放｜某某贷款."""

JOINED = re.compile("(?:参与|协助|配合|参加)$")
"""Before a verb of running that another has the lead in: 参与｜制定《某标准》."""

HELD = re.compile("(?:召开|举行|举办|主持)[^，。；]{0,8}$")

MEETING = re.compile(
    "(?:专题|工作|推进|动员|部署|调度|宣讲|宣贯|评审|论证|听证|研讨|征求意见|专家)*(?:会议|座谈会|现场会|会(?=[，。；]|$)|培训班|讲座)"
)


def find_programmes(article: RelationArticle) -> None:
    """Write runs and participates_in of one article, its body before its headlines."""
    titled(article)
    told = list(zip(article.draft.sentences, article.sentences, strict=True))
    bodies = [folded for sentence, folded in told if sentence.section == "body"]
    for folded in bodies + [folded for sentence, folded in told if sentence.section != "body"]:
        for found in LIST.finditer(folded.text):
            listed = Listed(article, folded, *found.span())
            next(read for read in READINGS if read(listed))
        led(article, folded)
        task(article, folded)
        joins(article, folded)


def is_topic(text: str, start: int, end: int) -> bool:
    """Whether the programme at ``text[start:end]`` is only what a meeting is about or others are heard on."""
    before, after = re.split("[，,。；\n]", text[max(0, start - 40) : start])[-1], text[end : end + 40].lstrip("》”")
    return bool(HEARD_ON.match(after) or (MEETING.match(after) and HELD.search(before)))


def met_on(listed: Listed) -> bool:
    """Read 主持召开某规划专题会议: who meets on a programme need not run it."""
    return bool(MEETING.match(listed.suffix) and HELD.search(listed.clause))


def by_issuer(listed: Listed) -> bool:
    """Read 甲局发布的《办法》; who is told to keep to it (按照…) follows it."""
    issuer = ISSUER.search(listed.head)
    if issuer is None:
        return False
    listed.write(ISSUED, issuer.start(), listed.end, listed.folded.mentions(*issuer.span("s")))
    with_them = HOSTS.search(listed.head[: issuer.start()])
    if with_them:
        listed.write(ISSUED, with_them.start(), listed.end, listed.folded.mentions(*with_them.span("s")))
    by = KEPT_TO.search(listed.head[: issuer.start()])
    if by:
        follower(listed, "按要求执行", by.start())
    return True


def by_hosts(listed: Listed) -> bool:
    """Read 由甲局主办，乙公司承办的某大赛."""
    hosts = HOSTED.search(listed.head)
    if hosts:
        listed.write(ISSUED, hosts.start(), listed.end, listed.folded.mentions(*hosts.span("s")))
    return hosts is not None


def beside_owner(listed: Listed) -> bool:
    """Read 魏都区《方案》 and 甲局的某行动, which does not settle who else runs it."""
    owner = OWNER.search(listed.clause)
    shared = owner and SHARED.search(listed.clause[: owner.start()])
    if owner and not shared and (len(owner.group()) == 1 or not NO_OWNER.search(listed.clause)):
        at = listed.start - len(owner.group())
        listed.write(OWN, at, listed.end, list(listed.folded.at[at]))
    return False


def by_sequel(listed: Listed) -> bool:
    """Read 某行动，是甲局推出的…"""
    theirs = IS_THEIRS.match(listed.suffix)
    if theirs:
        who = listed.folded.mentions(listed.end + theirs.start("s"), listed.end + theirs.end("s"))
        listed.write(RUNS, listed.start, listed.end + theirs.end(), who)
    return theirs is not None


def by_follower(listed: Listed) -> bool:
    """Read 甲局对照《方案》; a verb of running after it, or one of help (支持甲局开展某行动), says more."""
    follow, run = before("verbs_follow").search(listed.clause), listed.run
    if follow is None or (run and (run.start() > follow.start() or follow["verb"] in ("支持", "助力", "协助"))):
        return False
    follower(listed, follow["verb"], listed.index(follow.start()))
    return True


def only_looked_at(listed: Listed) -> bool:
    """Whether the programme is only looked at, explained or opened to others' views: 听取某行动情况, 就某条例｜听取意见."""
    heard = HEARD_ON.match(listed.suffix.lstrip("》”")) is not None
    return listed.run is None and (heard or LOOKED_AT.search(listed.clause) is not None)


def by_runner(listed: Listed) -> bool:
    """Read 甲局启动某行动, and a programme that words after it (以来, 为抓手) or before it (围绕) say to be under way."""
    run, suffix = listed.run, listed.suffix
    joined = JOINED.search(listed.clause[: run.start()]) if run else None
    if joined:
        follower(listed, joined.group(), listed.index(joined.start()))
        return True
    if run:
        runner(listed, RUNS, listed.index(run.start()))
        return True
    if any(pattern.match(suffix) for pattern in (ORDERED, AS_MEANS, WENT_ON)) or MADE_GOOD.search(listed.clause):
        runner(listed, MEANS, listed.start)
        return True
    return False


def by_subject(listed: Listed) -> bool:
    """Say, with little confidence, that the subject of the very sentence runs the programmes it names and does not only hand out."""
    subjects = subjects_before(listed.folded, listed.start, GROUPS["org"])
    if subjects and not HANDS_OUT.search(listed.clause) and not NO_OWNER.search(listed.head) and not REPORTED_ON.match(listed.suffix):
        listed.write(TOLD, listed.start, listed.end, subjects, named(subjects).ranges)
    return True


READINGS = (met_on, by_issuer, by_hosts, beside_owner, by_sequel, by_follower, only_looked_at, by_runner, by_subject)
"""How a list of programmes is read, in this order; the first that settles it ends the reading."""
