"""Who builds, designs, supervises and supplies works: 由-passives, active clauses, labels (施工单位), owners in names, phases.

    石鹿溪工程由甲公司投资建设、乙公司施工   → 甲 owner, 乙 contractor
    乙公司承建石鹿溪工程                    → 乙 contractor

Money in the same clause is written here too (投资3.6亿元建设…): the sum belongs to ``invests_in``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg import lexicon
from kg.extract.relation_base import MONEY, Place, Scene, is_elided, merged, negated
from kg.extract.rules import Rule
from kg.extract.syntax import ANY, COMMA_AND, TAIL, Masked, compiled, is_denied
from kg.model import Mention

PASSIVE = Rule("works-passive", "undertakes", "石鹿溪工程由甲公司投资建设、乙公司施工。", "会议由甲公司主持。", 0.93)
SUPERVISED = Rule("works-supervised", "participates_in", "该标段由甲公司承建、乙监理公司监理。", "由乙公司监督管理", 0.93)
BY_SUPPLY = Rule("supply-passive", "supplies", "控制柜由甲自动化公司配套。", "用房由甲公司提供，暂未启用。", 0.88)
BY_VENTURE = Rule("invest-venture", "invests_in", "丙公司由甲公司与乙公司合资组建。", "丙公司由甲公司推荐。", 0.93)
BY_PARTNERS = Rule("partners-venture", "cooperates_with", "丙公司由甲公司与乙公司合资组建。", "丙公司由甲公司、乙公司审计。", 0.93)
BY_BUILT = Rule("partners-built", "cooperates_with", "研究院由甲大学、乙管委会和丙商会三方共建。", "研究院由甲大学验收。", 0.93)
BY_SHARE = Rule("invest-passive", "invests_in", "工程由甲公司投资1850万元，乙公司承建。", "工程由甲公司施工。", 0.93)
BY_CONTROL = Rule("invest-control", "invests_in", "丙公司由甲集团控股。", "丙公司由甲集团托管。", 0.85)
CONTRACT = Rule(
    "works-contract",
    "undertakes",
    "乙公司中标城北水厂设备采购项目。",
    "乙公司中标某改造项目，将供应蝶阀 (a supply).",
    0.92,
    r"<s:com>..(?:{verbs_contract})(?:了)?..<o:pro>",
)
WINS_SUPPLY = Rule(
    "supply-won",
    "supplies",
    "乙公司中标某改造项目，将供应蝶阀780台。",
    "乙公司中标二标段。",
    0.85,
    r"<s:com>..中标(?:了)?..<o:pro>[^。；]{0,8}(?:供应|供货|提供)(?P<what>[^0-9，。；]{2,16})",
)
BUILDS = Rule(
    "works-build",
    "undertakes",
    "该公司将在高新区建设电机项目。",
    "市政府支持该公司建设电机项目。",
    0.88,
    r"<s:body>(?:日前|近日|已|将|正|正在|计划|拟|还|也|先后|全面|同步|共)*[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8}?(?:在"
    r"[ⓁⓏ])?(?:上?规划|加快)?(?:{verbs_build})(?:了)?(?:的)?..<o:pro>",
)
PROMOTES = Rule("works-promote", "undertakes", "开发区持续推进生物医药产业园项目。", "会议推进城市治理。", 0.75)
PLANS = Rule("works-plan", "undertakes", "开发区谋划实施智能电梯产业园项目。", "开发区谋划专项债项目17个。", 0.85)
SIGNS = Rule(
    "works-signed",
    "undertakes",
    "县政府与甲公司签约电子胶膜生产基地项目。",
    "县政府与甲公司签约，项目另议。",
    0.9,
    r"(?:与|和|同|跟)<s:com1>(?:成功)?(?:签约|签下|签订|签署)(?:了)?(?:总投资[0-9.]+[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{1,5}的)?..<o:pro>",
)
NAMED = Rule(
    "works-owner-named", "undertakes", "许继电气机柜产品加工喷漆生产线", "山东核电厂供热工程 (a place in the name owns nothing)", 0.9
)
OWNS = Rule("works-owner-before", "undertakes", "公司年产4万吨磷酸铁锂项目已试生产。", "公司、磷酸铁锂项目", 0.9, r"<s:com1><o:pro1>")
LABELLED = Rule("works-labelled", "undertakes", "监理单位为乙公司，施工单位丙公司要优化工序。", "建设单位和施工单位要配合。", 0.9)
PHASE = Rule("works-phase", "undertakes", "水厂工程由甲公司建设，分两期实施，一期工程已完工。", "一期河道清淤工程由丙公司施工。", 0.8)
FOR_SUPPLY = Rule(
    "supply-for",
    "supplies",
    "甲公司为城北水厂工程提供成套设备。",
    "甲公司为企业提供便利。",
    0.85,
    r"<s:body1?>[^ⓅⒸⒶⒾⓏⒿ。；]{0,16}?(?:为|向|给)(?:其[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8})?<o:site>[^ⓅⒸⒶⒾⓏⒿⒻ。；，]{"
    r"0,6}?(?:供应|提供|供货|供电|供热|供水|供气|交付|输送|配套|生产|代工|定制|发货|配送)(?!(?<=配套)的"
    r"|了强|了有|便利|支持|保障|支撑|强劲|强有力|帮助|方便|贷款|服务|优质|有力|一对一|资金|指导|平台|机"
    r"会)(?P<what>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,20})",
)
SHIPS = Rule(
    "supply-ships",
    "supplies",
    "首批智能开关柜启程，运往某变电站新建工程。",
    "物资运往灾区。",
    0.8,
    r"(?P<what>[^0-9，。；]{2,12})(?:装车|启程|下线|发货)*[^。；ⓅⒸⒶⒾⓏⒿⒻ]{0,6}，?(?:运往|发往|运抵|运达|用于)<o:work>",
)
GOODS = Rule(
    "supply-goods", "supplies", "甲公司供货某电厂供热工程。", "甲公司产品供不应求。", 0.85, r"<s:com1>(?:独家|成功)?(?:供货|供应)<o:site>"
)
DELIVERY = Rule(
    "supply-contract",
    "supplies",
    "合作社与某超市公司签订购销协议，每周供应番茄8吨。",
    "甲与乙签订合作协议。",
    0.85,
    r"<s:body1?>[^ⓅⒸⒶⒾⓏⒿⒻ。；]{0,14}?(?:与|同|和|跟)<o:body1>(?:签订|签署|签|签了|达成)(?:了)?[^ⓅⒸⒶⒾⓏⒿ"
    r"Ⓕ。；，]{0,6}?(?P<kind>供货|购销|直供|供应|采购|订单|供销)[^，。；]{0,6}(?:，[^。；，]{0,12}(?P<"
    r"verb>供应|采购|供货|发货)(?P<what>[^0-9，。；]{2,12}))?",
)
ITS_WORKS = Rule("works-its", "undertakes", "乙公司由甲公司控股，其植入物生产线将于7月试产。", "其他项目", 0.85, r"其<o:pro1>")
ON_SITE = Rule(
    "works-on-site",
    "undertakes",
    "在停车场项目施工现场，该镇组织人员抓进度。",
    "在项目现场，记者看到…",
    0.75,
    r"在<o:pro1>(?:的)?(?:施工|建设)?(?:现场|工地)，<s:actor1>(?:正)?(?:组织|抓|加快|抢)",
)
LANDS = Rule(
    "works-lands",
    "undertakes",
    "努力让文化康养项目落地示范区。",
    "项目落地示范区 (a seat).",
    0.75,
    r"(?:让|推动|促成|力争|争取|推进|确保)<o:pro>(?:早日|尽快|尽早)?(?:落地|落户)<s:where1>",
)
LANDING = Rule(
    "works-landing",
    "undertakes",
    "园区一季度拟落地的储能模块项目、互感器项目能够互相配套。",
    "已落地的政策",
    0.7,
    r"(?:拟落地|已签约|新引进|新签约|已落地|正在洽谈|引进|招引|招商引进)(?:的|了)<o:pro>",
)
BUYS_FROM = Rule(
    "supply-bought",
    "supplies",
    "甲公司向乙公司采购钢材2000吨。",
    "甲公司向乙公司采购部反映。",
    0.85,
    r"<o:body1>[^ⓅⒸⒶⒾⓏⒿⒻ，。；]{0,14}?(?:向|从)<s:body1>(?:批量)?(?:采购|购买|购进|订购|购置|引进|采买"
    r"|定制)(?:了)?(?P<what>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；0-9]{1,16})",
)
SELLS = Rule(
    "supply-sells",
    "supplies",
    "产品供应给甲汽车、乙重工等企业。",
    "产品销往全国20多个省份。",
    0.82,
    r"(?P<s>[ⒸⒾ])?(?P<what>[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；0-9]{1,10}?)(?:主要|全部|已|均|批量)?(?:供应给?|供货给?|销售"
    r"给|卖给|配套给?|出口到|交付给?|供给|卖到)<o:body>",
)
SUPPLIER = Rule(
    "supply-supplier",
    "supplies",
    "乙公司是甲汽车的一级供应商。",
    "甲公司与供应商座谈。",
    0.85,
    r"<s:body1>[^ⓅⒸⒶⒾⓏⒿⒻ，。；]{0,6}(?:是|为|成为|作为)<o:body>的?[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8}(?:供应商|配套"
    r"商|供货商|配套企业|供货方)",
)

ACTIVE = (CONTRACT, WINS_SUPPLY, SIGNS, OWNS, FOR_SUPPLY, GOODS, BUYS_FROM, SUPPLIER, SELLS)
RULES = (
    PASSIVE,
    SUPERVISED,
    BY_SUPPLY,
    BY_VENTURE,
    BY_PARTNERS,
    BY_BUILT,
    BY_SHARE,
    BY_CONTROL,
    *ACTIVE,
    BUILDS,
    PROMOTES,
    PLANS,
    NAMED,
    LABELLED,
    PHASE,
    SHIPS,
    DELIVERY,
    ITS_WORKS,
    ON_SITE,
    LANDS,
    LANDING,
)

SEGMENT = re.compile(
    rf"Ⓛ?(?:其[^{ANY}，。；]{{0,8}})?(?P<who>[ⒸⒶⒾⓏ](?:(?:{COMMA_AND}|与|同)?[ⒸⒶⒾⓏ])*{TAIL})(?P<phrase>["
    rf"^{ANY}，,。；;、：]{{1,22}})"
)
BY = re.compile(
    r"(?:均|全部|共同|拟|将|分别)*由(?=Ⓛ?(?:其[^ⓅⒸⒶⒾⓏⒿⒻⓁ，。；]{0,8})?[ⒸⒶⒾⓏ])|(?<=Ⓙ)是(?=[ⒸⒶⒾⓏ][^，。；"
    r"]{0,8}(?:投资|建设|承建|开发))"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One doer of a passive: who, what is done (the kind of passive_verbs.tsv), the phrase and where it stands."""

    who: list[Mention]
    kind: str
    phrase: str
    start: int
    end: int


@cache
def passive_kinds() -> tuple[tuple[str, str], ...]:
    """Return the words of a passive's verb phrase with what they make of the doer, in order of precedence."""
    return tuple((row[0], row[1]) for row in lexicon.rows("passive_verbs"))


def kind_of(phrase: str) -> str:
    """Return what a verb phrase makes of its doer: 投资1.28亿元建设 → owner; "" if it is no work."""
    return next((kind for word, kind in passive_kinds() if word in phrase), "")


def find_works(scene: Scene) -> None:
    """Write undertakes and supplies, and the investments and ventures that 由 tells, of one article."""
    for masked in scene.sentences:
        for by in BY.finditer(masked.text):
            passive(scene, masked, by)
    for rule in ACTIVE:
        for masked, match in scene.matches(rule):
            active(scene, rule, masked, match)
    builds(scene)
    promotes(scene)
    spoken_of(scene)
    ships(scene)
    deliveries(scene)
    labels(scene)
    named_owners(scene)
    phases(scene)


def parts(masked: Masked, start: int) -> Iterator[Part]:
    """Yield the doers that follow a 由: 由甲公司建设，乙公司施工 → 甲, 乙."""
    while match := SEGMENT.match(masked.text, start):
        kind = kind_of(match["phrase"])
        if not kind:
            return
        yield Part(masked.mentions(*match.span("who")), kind, match["phrase"], match.start(), match.end())
        start = match.end()
        if masked.text[start : start + 1] in ("、", "，", ",", "和"):
            start += 1
            if masked.text[start : start + 1] == "由":
                start += 1


def passive(scene: Scene, masked: Masked, by: re.Match[str]) -> None:
    """Write what one 由 says: its object stands before it, its doers and their verbs after it."""
    found = list(parts(masked, by.end()))
    for part in found:
        after = masked.mentions(part.end, part.end + 1)
        if part.phrase.endswith("的") and after:
            handle(scene, masked, part, after, by.start())
        else:
            handle(scene, masked, part, [], by.start())


def handle(scene: Scene, masked: Masked, part: Part, described: list[Mention], by: int) -> None:
    """Write one doer of a passive; ``described`` is the thing after 的, which then is the object."""
    place = Place(masked, min(by, part.start), part.end)
    if part.kind in ("venture", "control", "share"):
        founders(scene, place, part, described or masked.mentions(0, by, "ⒸⒾ")[-1:])
        return
    if part.kind == "partners":
        pairs(scene, BY_BUILT, place, part.who)
        return
    if part.kind == "supply":
        supplied(scene, masked, part, by)
        return
    if part.kind == "lead":
        return
    said: list[tuple[int, int]] = []
    works = described
    if not works:
        works, said = object_before(scene, masked, by)
    if not works:
        return
    if part.kind == "supervisor":
        scene.write(SUPERVISED, place, part.who, works, qualifiers={"role": "监理"}, said=said)
        return
    scene.write(PASSIVE, place, part.who, works, qualifiers={"role": part.kind}, said=said)
    if "投资" in part.phrase and part.kind == "owner":
        amount = re.search(MONEY, part.phrase) or re.match(rf"，总投资(?P<sum>{MONEY})", masked.text[part.end :])
        shared = len(part.who) > 1
        value = None if shared or not amount else amount.group().removeprefix("，总投资")
        scene.write(BY_SHARE, place, part.who, works, qualifiers={"amount": value}, said=said)
        if shared and re.search("共同|联合|合资|合作", part.phrase):
            pairs(scene, BY_PARTNERS, place, part.who)


AT_PLACE = re.compile(r"(?:位于|坐落于?|地处|落户|入驻|来到|在|于|到|走进|为)$")


def object_before(scene: Scene, masked: Masked, by: int) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Return what a 由 is about: the works before it in the sentence (a list counts whole), a park, else the works in force.

    A name after 位于 or 在 only says where: 该产业园位于新区，由甲公司建设 is about the park.
    """
    for letters in ("Ⓙ", "ⓏⒻ"):
        lists = [
            m
            for m in re.finditer(f"[{letters}](?:{COMMA_AND}?[{letters}])*", masked.text[:by])
            if not AT_PLACE.search(masked.text[: m.start()])
        ]
        near = [m for m in lists if masked.text[: m.start()].count("，") >= masked.text[:by].count("，") - 3]
        if near:
            found = masked.mentions(*near[-1].span(), letters)
            found = found if letters == "Ⓙ" else found[-1:]
            return found, [(found[0].start, found[-1].end)]
    return scene.work(masked, by, "Ⓙ")


def founders(scene: Scene, place: Place, part: Part, made: list[Mention]) -> None:
    """Write the founders of a company: each holds a share of it, and they are partners."""
    said = [(made[0].start, made[0].end)] if made else []
    rule = BY_CONTROL if part.kind in ("control", "share") else BY_VENTURE
    scene.write(rule, place, part.who, made, said=said)
    if part.kind == "venture":
        pairs(scene, BY_PARTNERS, place, part.who)


def pairs(scene: Scene, rule: Rule, place: Place, who: list[Mention]) -> None:
    """Write every pair of a list as partners, first printed first."""
    for n, one in enumerate(who):
        for other in who[n + 1 :]:
            scene.write(rule, place, [one], [other])


WHAT_BEFORE = re.compile(rf"(?P<what>[^{ANY}，,。；;、：（）()“”]{{1,16}}?)(?:均|全部|分别|将|也)*$")


def supplied(scene: Scene, masked: Masked, part: Part, by: int) -> None:
    """Write who supplies what 由 is about: 控制柜由甲公司配套, of the works or the firm spoken of."""
    what = WHAT_BEFORE.search(masked.text, max(0, by - 20), by)
    owner = re.search(rf"(?P<o>[ⒸⒾⒶ])的[^{ANY}，。；]{{1,20}}$", masked.text[:by])
    works = masked.mentions(*owner.span("o")) if owner else masked.mentions(0, by, "ⒿⒻ")[-1:]
    said = [(works[0].start, works[0].end)] if works else []
    if not works:
        works, said = scene.work(masked, by, "Ⓙ", paragraph=True)
    if not works:
        found, said = scene.subject(masked, by, "body")
        works = [m for m in found if not any(scene.same(m, w) for w in part.who)]
    named = re.sub(r"^(?:其中|其|的|[一两二三四五六七八九十0-9]+[台套辆件批个])|^.*所需的", "", what["what"]) if what else ""
    scene.write(BY_SUPPLY, Place(masked, by, part.end), part.who, works, qualifiers={"what": named}, said=said)


def active(scene: Scene, rule: Rule, masked: Masked, match: re.Match[str]) -> None:
    """Write one match of an active pattern."""
    said: list[tuple[int, int]] = []
    objects = masked.mentions(*match.span("o"))
    subjects = masked.mentions(*match.span("s")) if match["s"] else []
    verb = FOR.search(masked.text, match.start(), match.end()) if rule is FOR_SUPPLY else None
    weak = not subjects and verb is not None and not is_elided(masked, verb.start())
    if not subjects:
        subjects, said = scene.subject(masked, match.start(), "body")
    if negated(match.group()):
        return
    groups = match.groupdict()
    if rule is CONTRACT and WINS.search(masked.text, match.end() - 1):
        return
    role = {"works-contract": "contractor", "works-signed": "owner", "works-owner-before": "owner"}.get(rule.id)
    scene.write(
        rule,
        Place(masked, *match.span()),
        subjects,
        objects,
        qualifiers={"role": role, "what": (groups.get("what") or "").removeprefix("了") or None},
        said=said,
        confidence=WEAK if weak else 0.0,
    )


FOR = re.compile("[为向给]")
WEAK = 0.6
WINS = re.compile(r"[ⒿⒻ]，(?:将|并)?(?:供应|供货|提供)|[ⒿⒻ]以来")
WILL = re.compile(r"拟|计划|有意|正在论证|谋划|明年|预计")


def builds(scene: Scene) -> None:
    """Write 该公司将建设某项目, with 拟 as a planner, and the sum invested if the clause prints one."""
    for masked, match in scene.matches(BUILDS):
        if negated(match.group()) or re.search(r"支持|帮助|要求|指导|推动|服务|签订|签约", match.group()):
            continue
        role = "planner" if WILL.search(match.group()) else "owner"
        scene.write(
            BUILDS,
            Place(masked, *match.span()),
            masked.mentions(*match.span("s")),
            masked.mentions(*match.span("o")),
            qualifiers={"role": role},
        )


PROMOTE = compiled(r"(?P<verb>{verbs_promote})(?:了|好)?[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ。；，]{0,14}<o:pro>")
PLAN = compiled(r"(?P<verb>{verbs_plan})(?:了|好)?[^ⓅⒸⒶⒾⓏⒿⒻⒼⓁ。；，]{0,14}<o:build>")
ADVANCED = compiled(r"<o:pro>(?:项目)?(?:顺利|加快|有序|稳步)推进")


def promotes(scene: Scene) -> None:
    """Write what a zone or an agency does to the works in its care: 谋划, 推进; the subject may stand clauses back."""
    for pattern, rule, role in ((PLAN, PLANS, "planner"), (PROMOTE, PROMOTES, "promoter"), (ADVANCED, PROMOTES, "promoter")):
        for masked in scene.sentences:
            for match in pattern.finditer(masked.text):
                subjects, said = scene.subject(masked, match.start("o") if pattern is ADVANCED else match.start(), "actor")
                scene.write(
                    rule, Place(masked, *match.span()), subjects, masked.mentions(*match.span("o")), qualifiers={"role": role}, said=said
                )


def spoken_of(scene: Scene) -> None:
    """Write works whose doer stands elsewhere: 其生产线, 在某项目现场，该镇…, 让某项目落地示范区, 拟落地的某项目."""
    for masked, match in scene.matches(ITS_WORKS):
        owners = masked.mentions(0, match.start(), "Ⓒ")[:1]
        said = [(m.start, m.end) for m in owners]
        scene.write(
            ITS_WORKS, Place(masked, *match.span()), owners, masked.mentions(*match.span("o")), qualifiers={"role": "owner"}, said=said
        )
    for rule in (ON_SITE, LANDS):
        for masked, match in scene.matches(rule):
            scene.write(
                rule,
                Place(masked, *match.span()),
                masked.mentions(*match.span("s")),
                masked.mentions(*match.span("o")),
                qualifiers={"role": "promoter"},
            )
    for masked, match in scene.matches(LANDING):
        subjects, said = scene.subject(masked, match.start(), "where")
        zones = [m for m in subjects if m.type == "zone"]
        scene.write(
            LANDING, Place(masked, *match.span()), zones, masked.mentions(*match.span("o")), qualifiers={"role": "promoter"}, said=said
        )


def ships(scene: Scene) -> None:
    """Write whose goods go where: 首批开关柜启程，运往某工程, sent by the subject in force."""
    for masked, match in scene.matches(SHIPS):
        subjects, said = scene.subject(masked, match.start(), "com")
        scene.write(
            SHIPS, Place(masked, *match.span()), subjects, masked.mentions(*match.span("o")), qualifiers={"what": match["what"]}, said=said
        )


def deliveries(scene: Scene) -> None:
    """Write contracts of sale: the first party sells, unless it is said to buy (每年采购…)."""
    for masked, match in scene.matches(DELIVERY):
        if negated(match.group()):
            continue
        said: list[tuple[int, int]] = []
        sellers = masked.mentions(*match.span("s")) if match["s"] else []
        if not sellers and not is_elided(masked, match.start("o") - 1):
            continue
        if not sellers:
            sellers, said = scene.subject(masked, match.start(), "body")
        buyers = masked.mentions(*match.span("o"))
        if match["verb"] == "采购" or (match["kind"] == "采购" and not match["verb"]):
            sellers, buyers = buyers, sellers
        scene.write(DELIVERY, Place(masked, *match.span()), sellers, buyers, qualifiers={"what": match["what"]}, said=said, status="signed")


@cache
def label_pattern() -> re.Pattern[str]:
    """Return the pattern of a label before a name: 施工单位(为)甲公司."""
    labels_ = sorted((row[0] for row in lexicon.rows("unit_labels")), key=lambda w: (-len(w), w))
    return re.compile(rf"(?P<label>{'|'.join(labels_)})(?:为|是|系|——)?(?P<s>[ⒸⒶⒾ](?:{COMMA_AND}?[ⒸⒶⒾ])*)")


def labels(scene: Scene) -> None:
    """Write 施工单位甲公司: a part in the works spoken of."""
    roles = {row[0]: row[1] for row in lexicon.rows("unit_labels")}
    for masked in scene.sentences:
        for match in label_pattern().finditer(masked.text):
            works, said = scene.work(masked, match.start(), "Ⓙ", paragraph=True)
            role = roles[match["label"]]
            who = masked.mentions(*match.span("s"))
            if role == "supervisor":
                scene.write(SUPERVISED, Place(masked, *match.span()), who, works, qualifiers={"role": "监理"}, said=said)
            else:
                scene.write(LABELLED, Place(masked, *match.span()), who, works, qualifiers={"role": role}, said=said)


def named_owners(scene: Scene) -> None:
    """Write the owner that a project's name begins with: 许继电气机柜产品加工喷漆生产线."""
    draft = scene.draft
    for work in [m for m in draft.mentions if m.type == "project" and m.is_name]:
        owners = [m for m in draft.within(work.start, work.end, "company", kinds=("name", "shared"), outer=False) if m.start == work.start]
        owner = max(owners, key=lambda m: m.end, default=None) or owner_by_name(scene, work)
        if owner:
            draft.claim(
                owner,
                "undertakes",
                work,
                merged([(work.start, work.end)]),
                NAMED.id,
                qualifiers={"role": "owner"},
                confidence=NAMED.confidence,
            )


def owner_by_name(scene: Scene, work: Mention) -> Mention | None:
    """Return the company of the article whose printed name the project's printed name begins with."""
    for mention in scene.draft.mentions:
        if mention.type == "company" and mention.is_name and len(mention.surface) > 2 and work.surface.startswith(mention.surface):
            return mention
    return None


BARE_PHASE = re.compile(r"(?P<of>项目|工程|园区|[^，]{0,4})?[一二三四五]期(?:项目|工程)?")


def phases(scene: Scene) -> None:
    """Give a bare phase (一期工程, 项目二期) the owners of the works it is a phase of."""
    draft = scene.draft
    works = [m for m in draft.mentions if m.type == "project" and m.kind != "implied"]
    owned = [c for c in draft.claims if c.predicate == "undertakes" and c.qualifier("role") == "owner" and c.object]
    for work in works:
        bare = BARE_PHASE.fullmatch(work.surface)
        if work.kind != "name" or not bare:
            continue
        whole = next((m for m in reversed([w for w in works if w.start < work.start]) if not BARE_PHASE.fullmatch(m.surface)), None)
        if whole is None or (bare["of"] and bare["of"] not in ("项目", "工程") and bare["of"] not in whole.surface):
            continue
        for claim in owned:
            if scene.name(draft.mention(claim.object or "")) == scene.name(whole):
                owner = draft.mention(claim.subject)
                draft.claim(
                    owner,
                    "undertakes",
                    work,
                    merged([(whole.start, whole.end), (work.start, work.end), (owner.start, owner.end)]),
                    PHASE.id,
                    qualifiers={"role": "owner"},
                    confidence=PHASE.confidence,
                    status="denied" if is_denied(draft.text[work.start : work.end]) else "stated",
                )
