"""What an event is called: kind, who or what, and date, never a clause of the page: 会见·深圳华侨城福美投资 11-29.

The kind is the noun or verb that the page itself uses (签约仪式, 督导), if it is among those below, else the ontology's word. What the page
prints of the event is its quote.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import Entity, Event
from kg.names.anatomy import without_form
from kg.ontology import load

WORDS = {
    "talks": "会见|会谈|座谈会|座谈|洽谈|拜访|约见",
    "inspection": "督导检查|督导|检查|视察|考察|走访|观摩|慰问|验收|巡视|巡查|排查|调研|察看",
    "meeting": "(?:动员|推进|座谈|调度|分析|点评|专题|班子|现场|协调|总结|表彰|部署|联席|办公|常务|全体|推介|研讨|交流|汇报|论证|评审)"
    "(?:会议|大会|会)",
    "ceremony": "(?:签约|揭牌|开工|竣工|奠基|启动|授牌|捐赠|发货|入驻|宣誓|交接|颁奖|开幕|投产|通车)仪式"
    "|签约|签订|揭牌|开工|竣工|奠基|投产|通车",
    "training": "培训班|培训|竞赛|讲座|宣讲",
    "other": "抢修|捐赠|慰问|义诊|宣传|服务",
}
"""Nouns and verbs by the kind of event, of those in kg/lexicon/event_nouns.tsv and event_verbs.tsv that can stand as a name."""
ABOUT = {
    "talks": ("guest", "host", "attendee"),
    "inspection": ("target", "inspector", "attendee"),
}
OTHERS = ("target", "host", "speaker", "attendee", "presenter")
"""Roles in the order in which their holders can name an event; for each the roles of its kind come first."""
TELLING = ("project", "facility", "programme", "company", "institution", "agency", "zone", "place", "person")
"""Types in the order in which they tell one event from another."""


def event_name(event: Event, entity_of: Mapping[str, str], entities: Mapping[str, Entity]) -> str:
    """Return kind, who or what, date; 等 says that several are named in that role."""
    about = next((found for role in (*ABOUT.get(event.kind, ()), *OTHERS) if (found := holders(event, role, entity_of, entities))), [])
    more = "等" if len(about) > 1 else ""
    what = f"·{shown(about[0])}{more}" if about else ""
    return f"{kind_of(event)}{what}" + (f" {event.date}" if event.date else "")


def holders(event: Event, role: str, entity_of: Mapping[str, str], entities: Mapping[str, Entity]) -> list[Entity]:
    """Return who has a role in an event, those of the most telling type first, each once."""
    found = dict.fromkeys(entity_of[one.who] for one in event.roles if one.role == role)
    return sorted((entities[id_] for id_ in found), key=lambda e: TELLING.index(e.type) if e.type in TELLING else len(TELLING))


def shown(entity: Entity) -> str:
    """Return an entity's name; a company's without its legal form."""
    return (without_form(entity.name) or entity.name) if entity.type == "company" else entity.name


def kind_of(event: Event) -> str:
    """Return the page's own word for what kind of event it is, else the ontology's."""
    found = re.search(WORDS.get(event.kind, "$^"), event.label)
    return found.group() if found else load().event_kinds[event.kind].label_zh
