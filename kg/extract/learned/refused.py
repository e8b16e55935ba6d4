"""What the words around two names rule out, however sure the network is of a relation between them.

The network learns which names of a passage go together; which words make the one the builder, the giver or the place of the other it
knows less well. Each reason here is one that a careful reader gives on any page: an owner needs words of building or owning, who only
speaks, checks or sells is none; who builds a laboratory with others does not invest in it; who hands a guide out does not run it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg import ontology
from kg.extract.draft import Draft
from kg.extract.learned.apart import is_of_another_item, is_seated_elsewhere
from kg.extract.relations import notices
from kg.extract.relations.part_of.stated import OWN_TAIL
from kg.extract.relations.runs.readings import HANDS_OUT, is_topic
from kg.lexicon import alternatives
from kg.model import BREAK, NAME_KINDS, Mention

WINDOW = 40
"""Code points on either side of a name that are read, at most."""
STOPS = re.compile(f"[，,。；;！？：{BREAK}]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation that the network proposes between two mentions of an article; ``said`` is the text of its evidence."""

    draft: Draft
    predicate: str
    subject: Mention
    target: Mention
    said: str

    def before(self, mention: Mention) -> str:
        """Return the words of its clause before a mention."""
        return STOPS.split(self.draft.text[max(0, mention.start - WINDOW) : mention.start])[-1]

    def after(self, mention: Mention) -> str:
        """Return the words of its clause after a mention."""
        return STOPS.split(self.draft.text[mention.end : mention.end + WINDOW])[0]

    @property
    def between(self) -> str:
        """The text from the first of the two to the second, "" if they overlap."""
        first, second = sorted((self.subject, self.target), key=lambda m: m.start)
        return self.draft.text[first.end : second.start]


BUILDS = re.compile(alternatives("works_words"))
OTHER_TRADE = re.compile(f"(?:负责|承担|提供|全额|进行|担任|全程|组织)*(?:{alternatives('trades_beside')}|[占持][^，]{{0,8}}%)")
SHARED = re.compile("(?:、|和|与)?[^，,。；%％]{0,14}(?:分别|各)?[占持][^，,。；]{0,4}\\d[\\d.]*[%％]")
LABELLED = re.compile("(?:监理|代理|检测|咨询|审计|勘察)(?:单位|机构|公司|方)[：:为系是\\s　]*$")
VENTURE = re.compile("(?:、|和|与)?[^，,。；、]{0,16}(?:合资|共同|合作|联合|出资)*(?:组建|成立|设立|合资|出资|控股)的")
SPEAKS = re.compile("(?!项目)[^，,。；]{2,14}(?:说|介绍|告诉|表示|透露|坦言|汇报|认为)")
OWNED_ELSE = re.compile("(?:的)?(?:旗下|下属|所属|全资子公司|控股子公司)")


def has_no_words(pair: Pair) -> bool:
    """Nothing in the evidence tells of building, owning or paying."""
    return pair.predicate == "undertakes" and not BUILDS.search(pair.said)


def is_read_out_of_a_name(pair: Pair) -> bool:
    """A school or office in the name of the works: 某大学｜科技园二期项目 may be built by anybody."""
    subject, target = pair.subject, pair.target
    inside = target.start <= subject.start and subject.end <= target.end
    return pair.predicate == "undertakes" and inside and subject.type in ("institution", "agency", "place")


def is_of_another_trade(pair: Pair) -> bool:
    """It supervises, checks, manages or holds shares, or one of its own firms builds: 由甲公司｜监理, 由甲集团｜旗下的乙公司建设."""
    after, label = pair.after(pair.subject), LABELLED.search(pair.draft.text, max(0, pair.subject.start - 12), pair.subject.start)
    return pair.predicate == "undertakes" and (label is not None or any(words.match(after) for words in (OTHER_TRADE, SHARED, OWNED_ELSE)))


def has_a_venture_build(pair: Pair) -> bool:
    """It founds the firm that builds or pays: 由甲集团与乙海运｜合资的丙公司负责建设."""
    by = re.search("由[^，。；]{0,16}$", pair.before(pair.subject)) and VENTURE.match(pair.after(pair.subject))
    return pair.predicate in ("undertakes", "invests_in") and pair.target.type != "company" and by is not None


def only_speaks(pair: Pair) -> bool:
    """Only somebody of it speaks or reports on the works: 甲公司｜总经理陈某说, 听取｜甲公司董事长的汇报."""
    speaks = SPEAKS.match(pair.after(pair.subject)) or re.search("听取了?$", pair.before(pair.subject))
    return pair.predicate == "undertakes" and speaks is not None


TALKED = re.compile(alternatives("verbs_discuss"))


def is_talked_about(pair: Pair) -> bool:
    """Two sides only talk about the works: 就｜某康养项目｜进行洽谈."""
    about = re.search("就[^，。]*$", pair.before(pair.target)) and TALKED.search(pair.after(pair.target))
    return pair.predicate in ("undertakes", "invests_in", "supplies") and about is not None


AIM = re.compile("为了?(?:服务|保障|确保|支持|配合|满足|助力|保证)好?$")
TIME = re.compile("^在")
MEANWHILE = re.compile("(?:项目|工程)?(?:建设|施工|建成|投运|投产)*(?:初期|期间|之初|之际|之前|以来|前|后|时)$")


def is_circumstance(pair: Pair) -> bool:
    """The works are only why or when somebody does something else: 为服务｜某项目｜建设，甲公司加强…; 在｜某站｜建设初期，甲公司秉持…."""
    if pair.predicate != "undertakes" or pair.target.start > pair.subject.start or "，" not in pair.between.replace(",", "，"):
        return False
    before = pair.before(pair.target)
    return bool(AIM.search(before) or (TIME.search(before) and MEANWHILE.match(pair.after(pair.target))))


TOGETHER = re.compile(alternatives("verbs_build_jointly"))
MONEY = re.compile(alternatives("money"))


UNVEILED = re.compile("揭牌|揭幕|剪彩|授牌")
PAYS = re.compile("[投出筹募融注增]资|[股购资]|基金|捐|建|设立|成立|创办|转让")


def is_built_together(pair: Pair) -> bool:
    """It builds or unveils a laboratory with others, and no money is told of: 甲公司与乙大学共建的｜联合实验室."""
    joint = TOGETHER.search(pair.said) and not MONEY.search(pair.said) and pair.target.type != "company"
    unveils = UNVEILED.search(pair.said) and not PAYS.search(pair.said)
    return pair.predicate == "invests_in" and bool(joint or unveils)


WITHDRAWN = re.compile("(?:没有|未|并未)(?:跟投|参与|投资|入股)|宣称|早前提出")
SOLD = re.compile("[^，。；]{0,12}(?:股[权份])?(?:作价[^，。；]{0,10})?(?:转让|出售|剥离)")
OWN_FIRM = re.compile("的?(?:全资|控股|旗下|下属)*(?:子公司|分公司|下属企业|旗下企业)")


def is_not_invested(pair: Pair) -> bool:
    """It declines, sells what it holds or only has the firm: 乙创投｜没有跟投, 将所持｜丙公司｜股权转让, 甲集团｜全资子公司｜乙公司."""
    sells = re.search("所持有?的?$", pair.before(pair.target)) or SOLD.match(pair.after(pair.target))
    sells = sells or (re.search("(?:收购|受让)了?$", pair.before(pair.subject)) and re.match("所?持有?的?", pair.after(pair.subject)))
    owns = OWN_FIRM.fullmatch(pair.between)
    return pair.predicate == "invests_in" and bool(sells or owns or WITHDRAWN.match(pair.after(pair.subject)))


LOST = re.compile("[^，。；]{0,16}(?:落选|未中标|流标|列?第[二三四五](?:名|中标候选)?)")
BUYS = re.compile(f"[^，。；]{{0,12}}[向从][^，。；]{{2,30}}(?:{alternatives('verbs_order')})")
ORDERS = re.compile(f"[^，。；]{{0,10}}(?:{alternatives('verbs_order')})")
FROM_OTHER = re.compile("(?:订购|采购|购买|购进|引进)(?:后者|其|对方)的?")
AGENT = re.compile("招标代理|招标(?:有限)?公司|担保")
GUARANTEES = re.compile("[^，。；]{0,4}(?:提供)?担保|开立保函")
COMPARED = re.compile("[不远]如|胜过|超过|赶超|追赶|落后于?|领先于?|高于|低于|高出|相比|比(?=[^，。；]{0,8}[高低多少快慢大小好强])")


def is_compared(pair: Pair) -> bool:
    """One of them is only what the other is compared with: 甲管件的名气不如｜乙管业."""
    return pair.predicate in ("supplies", "invests_in", "cooperates_with") and COMPARED.search(pair.between) is not None


def has_another_object(pair: Pair) -> bool:
    """It stands in a clause before, and what is done is done to another: 甲公司与乙厂纠纷一案，｜某法院｜查封了后者的厂房."""
    if pair.predicate != "oversees" or pair.target.end > pair.subject.start or "，" not in pair.between.replace(",", "，"):
        return False
    end = pair.subject.end
    own = pair.draft.within(end, end + len(pair.after(pair.subject)), "company", "institution", "project")
    return bool(own) and all(pair.draft.name_of(m) != pair.draft.name_of(pair.target) for m in own)


def is_noticed(pair: Pair) -> bool:
    """A notice's label says what part it has in the works, or that it acts for a party: 成交供应商：｜甲公司, 代理机构：｜甲公司."""
    ends = pair.subject.id, pair.target.id
    noticed = [c for c in pair.draft.claims if c.rule in notices.NOTICED and c.rule != notices.OVERSEES.id]
    own = {c.rule for c in noticed if c.subject == pair.subject.id}
    if pair.predicate in ("assists", "participates_in", "recognised_by"):
        return bool(own & {notices.AGENT.id, notices.ACTS.id} if pair.predicate == "assists" else own)
    return pair.predicate == "supplies" and any((c.subject, c.object) == ends and c.predicate != "supplies" for c in noticed)


def is_no_seller(pair: Pair) -> bool:
    """It lost the tender, is agent or guarantor of the deal, or buys: 甲厂｜落选, 甲公司｜向乙公司订购."""
    after = pair.after(pair.subject)
    is_other = AGENT.search(pair.subject.surface) or any(words.match(after) for words in (LOST, BUYS, GUARANTEES))
    orders = re.search("[由被]$", pair.before(pair.subject)) and ORDERS.match(after)
    of_other = pair.subject.end <= pair.target.start and FROM_OTHER.search(pair.said)
    return pair.predicate == "supplies" and bool(is_other or orders or of_other)


def is_a_notice(pair: Pair) -> bool:
    """It tells a firm that it has won: 收到｜某局｜发来的中标通知书."""
    return pair.predicate == "oversees" and "中标通知书" in pair.said


DENIED = re.compile("不存在(?:任何)?(?:合作|业务|关联|投资)|(?:未|从未|没有|并未)(?:委托|授权|与|同)")


def is_denied(pair: Pair) -> bool:
    """They say that they have nothing to do with each other: 公司未委托｜甲公司｜募集资金，双方不存在合作关系."""
    return pair.predicate == "cooperates_with" and DENIED.search(pair.said) is not None


def opens_a_name(draft: Draft, end: Mention) -> bool:
    """Whether a place that is implied or a reference stands at the front of a body's name, or right before it."""
    near = [m for m in draft.within(end.start, end.end + 20, *ontology.bodies(), outer=False) if m.is_name and m.end > end.end]
    return (end.kind == "implied" and any(m.start == end.start for m in near)) or (
        end.kind == "anaphor" and any(m.start == end.end for m in near)
    )


def is_part_of_a_name(pair: Pair) -> bool:
    """One of them is only what another body's name begins with: 联合｜区｜应急管理局, ｜该局｜执法支队联合某局."""
    inside = any(opens_a_name(pair.draft, end) for end in (pair.subject, pair.target))
    return pair.predicate in ("cooperates_with", "assists", "supplies", "invests_in") and inside


GIVEN = re.compile("[被由受获经][^，。；]{2,16}(?:授予|评为|评定为|认定为?|命名为?|表彰|追授)")
HEARD = re.compile("[^，。]{0,8}(?:获悉|了解到|得知)")


def is_no_giver(pair: Pair) -> bool:
    """The reporter only heard of it there, or another body gives in between: 记者从｜甲局｜获悉; 乙班被甲会授予…，其中丙被｜丁会｜授予."""
    if pair.predicate != "recognised_by":
        return False
    heard = re.search("[从据]$", pair.before(pair.target)) and HEARD.match(pair.after(pair.target))
    return bool(heard) or (pair.subject.end <= pair.target.start and GIVEN.search(pair.between) is not None)


SWORN = re.compile("宣誓|任命书|任免|任职通知")
HONOURED = re.compile(f"表彰|授|奖|称号|荣誉|先进|{alternatives('verbs_honour')}")


def is_sworn_in(pair: Pair) -> bool:
    """It only appoints somebody or hears the oath: 市人大常委会举行｜宪法宣誓｜仪式，甲某、乙某宣誓."""
    return pair.predicate == "recognised_by" and SWORN.search(pair.said) is not None and not HONOURED.search(pair.said)


LEANS_ON = re.compile("(?:依托|借助|委托)$")


def is_no_runner(pair: Pair) -> bool:
    """It hands the thing out, is leaned on for it, or a meeting is about it: 发放｜《某指南》, 甲局依托｜乙公司｜开展."""
    if pair.predicate != "runs":
        return False
    before = pair.before(pair.target).rstrip("《“")
    handed, leant = HANDS_OUT.search(before), LEANS_ON.search(pair.before(pair.subject))
    return bool(handed or leant) or is_topic(pair.draft.text, pair.target.start, pair.target.end)


def only_reports(pair: Pair) -> bool:
    """It reports on what others do, or thinks well of it: 电视台｜对该活动进行了报道, 得到县委｜的高度重视."""
    reports = re.match("[^，。；]{0,6}(?:进行|作)?[^，。；]{0,6}(?:报道|采访)", pair.after(pair.target))
    esteems = re.match("的?(?:高度|充分|一致)?(?:重视|关注|肯定|好评|认可)", pair.after(pair.subject))
    return pair.predicate in ("participates_in", "runs") and bool(reports or esteems)


PEERS = re.compile("(?:市|县|区|省|州|旗|镇|乡)?(?:委|人民政府|政府|人大|人大常委会|政协|纪委|监委)$")


def are_peers(pair: Pair) -> bool:
    """Committee, government, congress and conference of one division stand side by side: 市委｜市政府."""
    ends = (pair.subject, pair.target)
    are_organs = all(m.type == "agency" and len(m.surface) <= 6 and PEERS.search(m.surface) for m in ends)
    return pair.predicate == "part_of" and are_organs and pair.between == ""


def is_not_the_nearest(pair: Pair) -> bool:
    """Its name has a nearer owner (某大学｜附属医院｜骨科), or what follows the owner makes it no unit (某线｜4号杆塔, 某街道｜办事处)."""
    subject, target = pair.subject, pair.target
    if pair.predicate != "part_of" or not (subject.start <= target.start and target.end <= subject.end):
        return False
    inner = pair.draft.within(subject.start, subject.end, kinds=NAME_KINDS, outer=False)
    nearer = any(m.start <= target.start and target.end < m.end < subject.end and m.type not in ("place", "person") for m in inner)
    return nearer or re.fullmatch(OWN_TAIL, pair.draft.text[target.end : subject.end]) is not None


def is_not_its_facility(pair: Pair) -> bool:
    """A facility belongs to the owner in its name, not to whoever looks after it: 〔220千伏某变电站〕, where the company patrols."""
    return pair.predicate == "part_of" and pair.subject.type == "facility" and pair.target.surface not in pair.subject.surface


ACTS = re.compile(f"(?:{alternatives('adverbs_act')})*(?:{alternatives('verbs_act')})")
BENEFITS = re.compile("(?:为|给|向|服务|支持|助力)$")
IS_GIVEN = re.compile("[^，。；]{0,12}(?:提供|注入|带来|送去|保障|添)")


def is_not_the_place(pair: Pair) -> bool:
    """The place acts, or something is done for it: 开发区｜谋划实施某项目, 为｜某集聚区｜的发展提供电力."""
    if pair.predicate != "located_in":
        return False
    acts = (
        pair.target.end <= pair.subject.start
        and not re.search("[在于到]$", pair.before(pair.target))
        and ACTS.match(pair.after(pair.target))
    )
    return bool(acts) or bool(BENEFITS.search(pair.before(pair.target)) and IS_GIVEN.match(pair.after(pair.target)))


HEARSAY = re.compile("”[^，,。；！？“”]{0,4}?(?:说法|传闻|传言|谣言|流言|谣传|网文|帖子)")


def is_hearsay(pair: Pair) -> bool:
    """Both stand in a quotation that is called a rumour: 针对网传“｜甲店｜是｜乙集团｜下属门店”的说法."""
    first, second = sorted((pair.subject, pair.target), key=lambda m: m.start)
    text = pair.draft.text
    opened, closed = text.rfind("“", 0, first.start), text.find("”", second.end)
    inside = opened >= 0 and closed >= 0 and "”" not in text[opened : first.start] and "“" not in text[second.end : closed]
    return inside and HEARSAY.match(text, closed) is not None


def stands_apart(pair: Pair) -> bool:
    """Its other end stands before a semicolon, and the later item is not about it: 甲局启动某行动；｜乙中心｜提供疏导."""
    return is_of_another_item(pair.draft, pair.predicate, pair.subject, pair.target)


def has_a_seat(pair: Pair) -> bool:
    """A rule has read another place in the subject's own clause: …；某食品园，吸引｜甲公司｜入驻."""
    return is_seated_elsewhere(pair.draft, pair.predicate, pair.subject, pair.target)


REASONS: tuple[tuple[Callable[[Pair], bool], str], ...] = (
    (has_no_words, "no word tells of building or owning"),
    (is_read_out_of_a_name, "the owner is read out of the works' name"),
    (is_of_another_trade, "it supervises, holds shares or has others build"),
    (has_a_venture_build, "it founds the firm that builds"),
    (only_speaks, "only somebody of it speaks"),
    (is_talked_about, "the works are only talked about"),
    (is_circumstance, "the works are only why or when something else is done"),
    (is_built_together, "built together or unveiled, and no money is told of"),
    (is_not_invested, "it declines or sells"),
    (is_compared, "only compared"),
    (has_another_object, "done to another"),
    (is_noticed, "a notice says its part in the works"),
    (is_no_seller, "it lost, stands between the two, or buys"),
    (is_a_notice, "it only tells who has won"),
    (is_denied, "denied"),
    (is_hearsay, "only rumoured"),
    (is_part_of_a_name, "the place is only the beginning of a body's name"),
    (is_no_giver, "another gave it, or it was only heard there"),
    (is_sworn_in, "appointed or sworn in, not honoured"),
    (is_no_runner, "handed out, leaned on or met about, not run"),
    (only_reports, "it only reports on it or thinks well of it"),
    (are_peers, "organs of one division, side by side"),
    (is_not_the_nearest, "its name has a nearer owner, or none"),
    (is_not_its_facility, "a facility whose name has no owner"),
    (is_not_the_place, "the place acts or is served"),
    (stands_apart, "the other is in another item of the list"),
    (has_a_seat, "its own clause says another place"),
)


def refusal(draft: Draft, predicate: str, subject: Mention, target: Mention, said: str) -> str:
    """Return why the words rule out that ``subject`` stands so to ``target``, "" if they do not."""
    pair = Pair(draft, predicate, subject, target, said)
    return next((reason for holds, reason in REASONS if holds(pair)), "")
