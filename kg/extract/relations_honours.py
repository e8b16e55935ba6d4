"""Honours: 入选, 获评, 荣获, 被…认定为; the name of the honour as printed, the giver where one is named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg import lexicon
from kg.extract.relation_base import ENDS, Place, Scene
from kg.extract.rules import Rule
from kg.extract.syntax import COMMA_AND, LETTER, TAIL, Masked, is_denied
from kg.model import Mention

WON = Rule("honour-won", "recognised_by", "甲配电等4家企业入选市级“隐形冠军”企业。", "甲配电入选手续已办。", 0.88)
GIVEN = Rule("honour-given", "recognised_by", "甲公司被省科技厅认定为高新技术企业。", "甲公司被省科技厅约谈。", 0.9)
LISTED = Rule("honour-listed", "recognised_by", "在某局公布的表彰名单中，该公司服务窗口荣获“服务标兵”称号。", "在某局公布的名单中有甲公司。", 0.8)
RULES = (WON, GIVEN, LISTED)


def find_honours(scene: Scene) -> None:
    """Write the honours of one article; one claim for each holder and honour."""
    verbs = lexicon.alternatives("verbs_honour")
    won = re.compile(rf"(?P<s>[ⒸⒶⒾⒿⓅⓏⓁ](?:{COMMA_AND}?[ⒸⒶⒾⒿⓅⓏⓁ])*{TAIL})?(?P<gap>[^ⒸⒶⒾⒿⓅⓏⓁⒻ，。；、]{{0,10}}?)(?P<verb>{verbs})(?:了)?"
                     r"(?P<honour>[^，。；、]{2,30})")
    given = re.compile(rf"(?P<s>[ⒸⒶⒾⒿⓅⓏⓁ](?:{COMMA_AND}?[ⒸⒶⒾⒿⓅⓏⓁ])*{TAIL})[^ⒸⒶⒾⒿⓅⓏⓁⒻ，。；、]{{0,8}}(?:被|获|经)(?P<o>[ⒶⒾⒸ])"
                       r"(?:评为|授予|认定为|确定为|命名为|列为|评定为|表彰为|认定)(?P<honour>[^，。；、]{2,30})")
    for masked in scene.sentences:
        taken = []
        for match in given.finditer(masked.text):
            taken.append(match.span())
            write(scene, GIVEN, masked, match, masked.mentions(*match.span("s")), masked.mentions(*match.span("o")))
        for match in won.finditer(masked.text):
            if not any(start <= match.start("verb") < end for start, end in taken):
                winners(scene, masked, match)


def winners(scene: Scene, masked: Masked, match: re.Match[str]) -> None:
    """Write one honour won; a giver is one that 公布 or 表彰 names in the clause before."""
    said: list[tuple[int, int]] = []
    holders = masked.mentions(*match.span("s")) if match["s"] else []
    if not holders:
        holders, said = scene.subject(masked, match.start("verb"), "actor")
    giver = re.search(r"(?P<o>[ⒶⒾ])[^ⒸⒶⒾⒿⓅⓏⓁ。；]{0,6}(?:公布|表彰|评选|通报|颁发|命名)[^ⒸⒶⒾⒿⓅⓏⓁ。；]{0,12}[，,]?$", masked.text[: match.start()])
    if giver:
        write(scene, LISTED, masked, match, holders, masked.mentions(*giver.span("o")), [masked.span(*giver.span())])
    else:
        write(scene, WON, masked, match, holders, [], said)


def honour_of(masked: Masked, match: re.Match[str]) -> str | None:
    """Return the honour's name as printed: whole quotes are taken off, 称号 after a quoted name is left out."""
    begin, end = masked.span(match.start("honour"), match.end("honour"))
    text = masked.draft.text[begin:end].strip()
    quoted = re.match(r"“([^“”]+)”(?:称号|荣誉称号|荣誉|奖|奖牌|$)?$", text)
    if quoted:
        return quoted.group(1)
    head = re.match(rf".*?(?:{lexicon.alternatives('honour_heads')})(?=$|[^一-鿿”])|.*(?:{lexicon.alternatives('honour_heads')})$", text)
    return re.sub(r"(?:荣誉)?称号$", "", head.group()) if head else None


def write(scene: Scene, rule: Rule, masked: Masked, match: re.Match[str], holders: Iterable[Mention], givers: list[Mention],
          said: Iterable[tuple[int, int]] = ()) -> None:
    """Write one claim for each holder; without a giver the object is None and the honour says it all."""
    honour = honour_of(masked, match)
    if not honour:
        return
    place = Place(masked, *match.span())
    if givers:
        scene.write(rule, place, holders, givers, qualifiers={"honour": honour}, said=said)
        return
    ranges = [*said, masked.clause(place.start, place.end)]
    for holder in holders:
        if LETTER[holder.type] in ENDS["recognised_by"][0]:
            scene.draft.claim(holder, "recognised_by", None, ranges, rule.id, qualifiers={"honour": honour}, confidence=rule.confidence,
                              status="denied" if is_denied(masked.text) else "stated")
