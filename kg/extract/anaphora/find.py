"""Words that stand for a name: 该公司, 双方, 后者, 其, 全市 to the mention they mean, by sentence, subject and kind.

    …与瓴川传动签订投资协议，该公司将在高新区建设…      the last company of the sentence
    安徽沣垣是上海沣垣的全资子公司。…该公司获评…        whom the sentence before is about
    …组建盐城禾滨农业有限公司。该公司实施的…            what the sentence before brings into being
    荆驰重机以3860万欧元收购该公司51%的股权            not the subject of its own clause

Nothing is guessed: without a name of the right kind before it the word stays a word. An implied city is a mention of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg import ontology
from kg.extract.anaphora.antecedents import Finder, Noun, distinct, nouns, same
from kg.extract.anaphora.headed import headed
from kg.extract.clauses.cases import PLACES, case_before, is_acted_on
from kg.extract.draft import Draft
from kg.extract.ranges import Range
from kg.lexicon import alternatives
from kg.model import Locality, Mention

THIS = r"(?P<this>该项|该个|该家|该座|该条|该|此次|本次|这次|此项|这项|这家|这个|这座|这一|此)"
ALONE = (
    "公司",
    "集团",
    "工程",
    "项目",
    "园区",
    "产业园",
    "学校",
    "医院",
    "研究院",
    "商会",
    "协会",
    "街道",
    "合作社",
    "敬老院",
    "供电所",
    "营业厅",
    "研发中心",
    "党支部",
    "车站",
    "专项行动",
    "产业集聚区",
)
BEFORE_ALONE = re.compile(
    r"(?:^|[，,。；;：:“‘（(\n？！]|[称说与和为对由在从向据让把了就]|代表|表示|介绍|透露|期间|目前|同时|其中|整个|帮助|通过|来到|走进|今年|去年|后|前|时)$"
)
AFTER_ALONE = re.compile(
    r"^(?!名|法|制|化|治理|债|股|类|内外|之间|间|们|经理|建设|审批|库|为王|申报|谋划|招商|落地|名称|开工率|用户|家|机构|所得税)"
)
TITLE_NEXT = re.compile(
    r"^(?:党委|党组|党支部|监事会|董事会)?(?:副|总|原|代|常务|执行|首席|名誉)?(?:董事长|总经理|经理|总裁|厂长|院长|校长|会长|主任|书记|负责人|相关负责人|有关负责人|总工程师|理事长|秘书|工作人员|员工)"
)
WORK_NEXT = re.compile(
    r"^(?:总投资|计划|由|占地|位于|全长|建成|投产|分[两三四]|预计|已|尚|目前|于|拟|将|设计|采用|自|竣工|全部|概算|本月|新建|投资|启动|实施|开工|推进|达产|完工|落成|总建筑|总用地|规划(?!局|部门)|一期|建设(?:规模|内容|工期|用地)|业主|选址|主体)"
)
OTHERS = re.compile(r"(?:有限|子|分|各|总|家|等|某|任|[A-Za-z、])$")
"""Before 公司董事长: it is a part of a name, or anybody's."""
ITS = re.compile(
    r"(?<![尤极与何若听任各])其(?=全资|控股|参股|下属|旗下|所属|子公司|母公司|前身|关联|在|生产|研发|产品|主营|自主|董事长|总经理|负责人|骨科|新|[一二三]期|所持|持有|投资|提供|项目|位于|合作|法定)"
)
PAIR = re.compile(r"双方|两家?(?:企业|公司|单位|集团)|两(?:校|院|局)(?!长)|二者|两者")
ORDINAL = re.compile(r"后者|前者")
HOME = re.compile(r"我省|全省|本省|我市|全市|本市|我县|全县|本县|我区|全区|本区|我州|全州")
LOCAL = re.compile(r"全(?:镇|乡|村|街道|社区)|当地|(?<![山新农乡渔小古城老古])(?:村|镇|乡|县|社区)里(?!程|面|长)")
THIS_WORK = re.compile(
    r"(?:此项|该项|这项|这一|该|此)(?:惠民|民生|重点|重大|民心|德政|利民|便民|富民|系统|战略|标志性)(?P<noun>工程|项目)(?!建设指挥部)"
)
"""此项惠民工程: what is told of it, put before the noun."""
Found = tuple[int, int, list[Mention], str, float]


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of 该公司 and of a lone 公司."""
    told = "|".join(re.escape(noun) for noun in sorted(nouns(), key=lambda noun: (-len(noun), noun)))
    alone = "|".join(sorted(ALONE, key=lambda noun: (-len(noun), noun)))
    return re.compile(f"{THIS}(?P<noun>{told})"), re.compile(f"(?P<noun>{alone})")


def find_anaphors(draft: Draft) -> None:
    """Record the anaphors of one article with their antecedents; places that only 全市 points to are implied."""
    finder = Finder(draft)
    body = draft.article.body
    for find in (with_this, alone, ordinals, pairs, possessives, homes, locals_, titled, headed):
        start_at = 0 if find is homes else body.start
        with draft.spared():
            for start, end, antecedents, rule, score in list(find(finder, start_at, body.end)):
                if finder.free(start, end):
                    for antecedent in antecedents:
                        finder.point(start, end, antecedent, rule, score)
                    finder.taken.add(Range(start, end))


def with_this(finder: Finder, start: int, end: int) -> Iterator[Found]:
    """该公司, 此次专项整治工作: the noun says what kind; 此次提升行动 may carry a word of the name between."""
    for match in patterns()[0].finditer(finder.text, start, end):
        noun = nouns()[match["noun"]]
        if noun.other.match(finder.text, match.end()):
            continue
        antecedent = finder.antecedent(match.start(), noun)
        if antecedent and not (match["this"] == "此" and match["noun"] == "次"):
            yield match.start(), match.end(), [antecedent], "this", 0.9
    for match in THIS_WORK.finditer(finder.text, start, end):
        antecedent = finder.antecedent(match.start(), nouns()[match["noun"]])
        if antecedent:
            yield match.start(), match.end(), [antecedent], "this-work", 0.85
    for match in re.finditer(r"(?:此次|本次|这次|该)([^，,。；;、：:“”的]{2,6}?)(行动|工作|活动|项目|工程|检查)", finder.text[:end]):
        if match.start() < start:
            continue
        noun = nouns()[match[2]]
        named = [m for m in finder.before(match.start(), noun) if match[1] in (m.name or m.surface)]
        if named:
            yield match.start(), match.end(), [named[-1]], "this-named", 0.9


def pairs(finder: Finder, start: int, end: int) -> Iterator[Found]:
    """双方, 两家企业: the two bodies that were last named together, in the sentence, else in the one before."""
    for match in PAIR.finditer(finder.text, start, end):
        types = pair_types(match[0])
        found = last_pair(finder, match.start(), Noun(types, re.compile(".")))
        if len(found) == 2:
            yield match.start(), match.end(), found, "pair", 0.8


def pair_types(printed: str) -> tuple[str, ...]:
    """Return what the two may be: 两公司 companies, 两校 schools, 两局 bureaux, 双方 any bodies."""
    if re.search(r"企业|公司|集团", printed):
        return ("company",)
    return {"校": ("institution",), "院": ("institution",), "局": ("agency",)}.get(printed[-1], ontology.organisations())


def bodies_before(finder: Finder, offset: int, noun: Noun, since: int) -> list[Mention]:
    """Return the bodies named or pointed at before an offset, an anaphor as what it stands for but at its own place."""
    pointed = [
        replace(finder.draft.mention(m.antecedent), start=m.start, end=m.end)
        for m in finder.draft.within(since, offset, *noun.types, kinds=("anaphor",), outer=False)
        if m.antecedent and m.surface not in ("双方", "其")
    ]
    return sorted([*finder.before(offset, noun, since), *pointed], key=lambda m: (m.start, m.end, m.id))


def last_pair(finder: Finder, offset: int, noun: Noun) -> list[Mention]:
    """Return the two bodies that 双方 at an offset means; none if the sentences before name fewer than two.

    市委、市政府 are one side.
    """
    sentence = finder.draft.sentence_at(offset)
    since = sentence.start
    for _ in range(3):
        every = bodies_before(finder, offset, noun, since)
        here = distinct(every)
        joined = [
            pair
            for pair in pairwise(every)
            if not same(*pair)
            and not (pair[0].type == pair[1].type == "agency" and finder.text[pair[0].end : pair[1].start] == "、")
            and re.fullmatch(
                r"(?:[（(][^）)]*[）)])?(?:、|与|和|及|同|跟|携手|牵手|联合|联手|向|由|会见|对)[^，,。；;]{0,12}",
                finder.text[pair[0].end : pair[1].start],
            )
        ]
        if joined:
            return [finder.draft.mention(original(finder, m)) for m in joined[-1]]
        if finder.text.endswith(("希望", "愿", "盼", "祝"), 0, offset):
            return []
        if len(here) >= 2:
            return [finder.draft.mention(original(finder, m)) for m in (here[0], here[-1])]
        earlier = finder.draft.sentence_before(since)
        if earlier is None or earlier.section != sentence.section:
            return []
        since = earlier.start
    return []


def original(finder: Finder, mention: Mention) -> str:
    """Return the id of the printed name behind a mention that was moved to its anaphor's place."""
    return finder.first_of(mention).id


def ordinals(finder: Finder, start: int, end: int) -> Iterator[Found]:
    """后者, 前者: the last and the last but one body of the sentence, of those before its own clause if there are two.

    甲诉乙一案，法院查封了｜后者: 乙, not the court.
    """
    for match in ORDINAL.finditer(finder.text, start, end):
        since = finder.draft.sentence_at(match.start()).start
        every = finder.before(match.start(), Noun(ontology.organisations(), re.compile(".")), since)
        comma = finder.text.rfind("，", since, match.start())
        earlier = distinct([m for m in every if m.end <= comma])
        here = earlier if len(earlier) >= 2 else distinct(every)
        if len(here) >= (1 if match[0] == "后者" else 2):
            yield match.start(), match.end(), [here[-1] if match[0] == "后者" else here[-2]], "ordinal", 0.85


def possessives(finder: Finder, start: int, end: int) -> Iterator[Found]:
    """其全资子公司: the subject of the sentence; after 为, 与, 收购 the other body, after 成为 (成为｜其｜控股子公司) the first."""
    noun = Noun(ontology.bodies(), re.compile("."))
    for match in ITS.finditer(finder.text, start, end):
        sentence = finder.draft.sentence_at(match.start())
        here = distinct(finder.before(match.start(), noun, sentence.start))
        if not here:
            found = finder.antecedent(match.start(), noun)
            here = [found] if found else []
        if here:
            becomes = finder.text.endswith(("成为", "变为"), 0, match.start())
            object_ = is_acted_on(finder.text, match.start()) and len(here) > 1 and not becomes
            first = finder.before(match.start(), noun, sentence.start)[:1] or here
            yield match.start(), match.end(), [here[-1] if object_ else first[0]], "its", 0.75


def homes(finder: Finder, start: int, end: int) -> Iterator[Found]:
    """我市, 全县, 全区: the article's own city, county or zone; where it has none of that level, the place told of last before."""
    here = finder.draft.article.locality
    named: dict[str, list[Mention]] = {}
    for match in HOME.finditer(finder.text, start, end):
        level = match[0][1]
        if not finder.free(match.start(), match.end()) or is_other_word(finder.text, match):
            continue
        full = home_of(here, level)
        if full is None:
            near = finder.before(match.start(), Noun(("place", "zone"), re.compile(rf"{level}$|{level}（.*）$")))
            yield match.start(), match.end(), near[-1:], "home", 0.8
            continue
        if full not in named:
            forms = (full, full.removesuffix("市"))
            named[full] = [m for m in finder.names if m.type in ("place", "zone") and (m.name or m.surface) in forms][:1]
        if named[full]:
            yield match.start(), match.end(), named[full], "home", 0.95
        else:
            finder.draft.imply(match.start(), match.end(), "zone" if full == here.zone else "place", full, "home", score=0.95)
            finder.taken.add(Range(match.start(), match.end()))


def home_of(here: Locality, level: str) -> str | None:
    """Return the article's own place of a level, None if the page does not say; a county is no 区 unless it is called so."""
    full = {"省": here.province, "市": here.city, "县": here.county, "区": here.zone or here.county, "州": here.city}[level]
    is_other = full is not None and level in "县区" and here.zone is None and full[-1] != level
    return None if is_other else full


def is_other_word(text: str, match: re.Match[str]) -> bool:
    """Whether 全市 begins another word: 全市场, 全市政, 全市容, 全市面."""
    return match[0] == "全市" and text[match.end() : match.end() + 1] in tuple("场政容面")


def locals_(finder: Finder, start: int, end: int) -> Iterator[Found]:
    """全镇, 全村, 村里, 当地: the last place of that level; 当地 the last place of any."""
    for match in LOCAL.finditer(finder.text, start, end):
        suffix = "." if match[0] == "当地" else match[0].removeprefix("全").removesuffix("里") + "$"
        types = ("place",) if match[0] == "当地" else ("place", "agency")
        near = finder.before(match.start(), Noun(types, re.compile(suffix)))
        if match[0] == "当地":
            near = [m for m in near if case_before(finder.text, m.start) in PLACES]
        yield match.start(), match.end(), near[-1:], "local", 0.75


def alone(finder: Finder, start: int, end: int) -> Iterator[Found]:
    """公司与…签署协议, 公司董事长: a lone noun at a clause's start, after a verb of saying, or before a title."""
    for match in patterns()[1].finditer(finder.text, start, end):
        before, after = finder.text[max(0, match.start() - 8) : match.start()], finder.text[match.end() : match.end() + 12]
        led = BEFORE_ALONE.search(before) or (TITLE_NEXT.match(after) and not OTHERS.search(before))
        if not finder.free(match.start(), match.end()) or not led or not AFTER_ALONE.match(after):
            continue
        noun = nouns()[match["noun"]]
        if noun.other.match(finder.text, match.end()):
            continue
        if match["noun"] in ("项目", "工程", "车站", "研发中心") and not WORK_NEXT.match(after):
            continue
        antecedent = (
            finder.main(match.start(), noun)
            if match["noun"] in ("公司", "集团", "学校", "医院")
            else finder.antecedent(match.start(), noun)
        )
        if antecedent and (noun.types != ("company",) or TITLE_NEXT.match(after) or re.match(r"[^，,。；;：:、]", after)):
            yield match.start(), match.end(), [antecedent], "alone", 0.7


@cache
def surname_title() -> re.Pattern[str]:
    """Return the pattern of 李院长: a surname and a title that is said after one."""
    titles = alternatives("anaphor_titles")
    return re.compile(rf"(?P<surname>{alternatives('surnames')})(?P<title>{titles})(?![一-鿿]?[为是](?:副?组长))")


def titled(finder: Finder, start: int, end: int) -> Iterator[Found]:
    """李院长: the one person of the article of that surname whose full name is printed."""
    called: dict[str, dict[str, Mention]] = {}
    for person in finder.names:
        if person.type == "person":
            for size in (1, 2):  # characters of the given name
                called.setdefault(person.surface[:-size], {})[person.surface] = person
    for match in surname_title().finditer(finder.text, start, end):
        named = called.get(match["surname"], {})
        if len(named) == 1 and finder.free(match.start(), match.end()):
            yield match.start(), match.end(), list(named.values()), "surname-title", 0.85
