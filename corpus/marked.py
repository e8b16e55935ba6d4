#!/usr/bin/env python3
"""Read, check, count and convert the corpus of marked passages (MARKUP.md).

usage: corpus.py check FILE…          one line a fault, exit 1 if there is any
       corpus.py stats FILE…          what there is, by type, predicate, role, attribute and genre
       corpus.py json FILE… -o DIR    one page of the guidelines' format for each passage: DIR/gold/ID.json and DIR/pages/ID.txt
"""

import argparse
import json
import re
import shlex
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

TYPES = {
    "p": "person",
    "c": "company",
    "a": "agency",
    "i": "institution",
    "z": "zone",
    "j": "project",
    "g": "programme",
    "f": "facility",
    "l": "place",
}
ORG = "caiz"
ENDS = {  # letters that may stand at either end
    "holds_post": ("p", "caizlf"),
    "part_of": ("caizf", "caizf"),
    "located_in": ("caizjf", "lz"),
    "undertakes": ("caizl", "jzf"),
    "supplies": ("cai", "caizjfl"),
    "invests_in": ("caizlp", "cizjf"),
    "cooperates_with": ("caizl", "caizl"),
    "oversees": ("aizlc", "caizjgf"),
    "assists": ("caizlp", "caizl"),
    "runs": ("caizl", "g"),
    "participates_in": ("caizpl", "gj"),
    "recognised_by": ("caizpjgfl", "caizl-"),
}
STATUS = {"planned", "signed", "under_way", "former", "designate", "denied"}
QUALIFIERS = {"title", "role", "what", "amount", "honour", "status"}
PROJECT_ROLES = {"owner", "contractor", "developer", "planner", "promoter", "designer", "supervisor"}
KINDS = {"meeting", "inspection", "talks", "ceremony", "training", "other"}
ROLES = {"host", "speaker", "attendee", "guest", "inspector", "target", "presenter"}
KEYS = {
    "total_investment",
    "completed_investment",
    "area",
    "floor_area",
    "capacity",
    "contract_amount",
    "funding",
    "start",
    "completion",
    "status",
    "members",
    "patents",
    "output",
}


@dataclass
class Passage:
    """One passage: its plain text, mentions (start, end, ids, kind), names given by @, and facts."""

    id: str
    genre: str
    province: str
    year: str
    line: int
    text: str = ""  # a headline first, each paragraph ended by a line break
    headline: str = ""
    mentions: list = field(default_factory=list)  # (start, end, (ids), "name" | "anaphor" | "implied"), code points of text
    canonical: dict = field(default_factory=dict)
    relations: list = field(default_factory=list)  # (s, p, o, {qualifier: value})
    events: list = field(default_factory=list)  # (kind, [(role, id)], {date, status})
    attributes: list = field(default_factory=list)  # (id, key, value)
    faults: list = field(default_factory=list)


def read_marked(passage, raw, start):
    """Take the marks out of one line and note the mentions; offsets begin at ``start``."""
    out, stack = [], []
    i = 0
    while i < len(raw):
        if raw[i] == "{":
            head = re.match(r"\{([a-z]\d+(?:,[a-z]\d+)*)([|~!])", raw[i:])
            if not head:
                passage.faults.append(f"a brace opens no mention: {raw[i : i + 20]}")
                i += 1
                continue
            stack.append((start + len(out), tuple(head[1].split(",")), {"|": "name", "~": "anaphor", "!": "implied"}[head[2]]))
            i += head.end()
        elif raw[i] == "}":
            if not stack:
                passage.faults.append(f"a brace closes nothing: {raw[max(0, i - 15) : i + 1]}")
            else:
                begin, ids, kind = stack.pop()
                if begin == start + len(out):
                    passage.faults.append(f"an empty mention of {ids}")
                passage.mentions.append((begin, start + len(out), ids, kind))
            i += 1
        else:
            out.append(raw[i])
            i += 1
    if stack:
        passage.faults.append(f"a brace is not closed: {raw[:30]}")
    return "".join(out)


def read(path):
    """Return the passages of one file."""
    passages, current = [], None
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").split("\n"), 1):
        line = line.rstrip()
        if line.startswith("== "):
            parts = line[3:].split()
            current = Passage(f"{Path(path).stem}-{len(passages) + 1:04d}", *(parts + ["?"] * 3)[:3], number)
            passages.append(current)
        elif not line or line.startswith("%"):
            continue
        elif current is None:
            raise SystemExit(f"{path}:{number}: text before the first ==")
        elif line.startswith("@ "):
            ident, _, name = line[2:].partition(" = ")
            current.canonical[ident.strip()] = name.strip()
        elif line.startswith("> "):
            read_fact(current, line[2:].strip())
        elif line.startswith("# ") and not current.headline:
            read_heading(current, line[2:])
        elif line.startswith("# "):
            current.text += read_marked(current, line[2:], len(current.text)) + "\n"
        else:
            current.text += read_marked(current, line, len(current.text)) + "\n"
    for passage in passages:
        check(passage)
    return passages


def read_heading(passage, line):
    """Put a marked headline before the text that it stands above in print."""
    told = passage.mentions
    passage.mentions = []
    text = read_marked(passage, line, 0) + "\n"
    passage.mentions += [(start + len(text), end + len(text), ids, kind) for start, end, ids, kind in told]
    passage.text = text + passage.text
    passage.headline = text.strip()


def read_fact(passage, line):
    try:
        if line == "none":
            return
        attribute = re.fullmatch(r"([a-z]\d+)\.(\w+)\s*=\s*(.+)", line)
        if attribute:
            passage.attributes.append((attribute[1], attribute[2], attribute[3].strip().strip('"')))
            return
        words = shlex.split(line.replace("'", "\\'"))
        if words[0] == "event":
            roles, more = [], {}
            for word in words[2:]:
                key, _, value = word.partition("=")
                if key in ROLES:
                    roles += [(key, ident) for ident in value.split(",")]
                else:
                    more[key] = value
            passage.events.append((words[1], roles, more))
        else:
            subject, predicate, target, *rest = words
            passage.relations.append((subject, predicate, target, dict(word.split("=", 1) for word in rest)))
    except (ValueError, IndexError) as error:
        passage.faults.append(f"cannot read the fact {line!r}: {error}")


def check(passage):
    """Note every fault of a passage in it."""
    say = passage.faults.append
    ids = {ident for _, _, many, _ in passage.mentions for ident in many} | set(passage.canonical)
    plain = re.sub(r"\s+", "", passage.text)
    if not plain:
        say("no text")
    for ident in ids:
        if ident[0] not in TYPES:
            say(f"{ident}: no such type")
    for start, end, many, kind in passage.mentions:
        if kind == "name" and re.search(r"[，。；！？]", passage.text[start:end]):
            say(f"{many}: a stop inside a name: {passage.text[start:end]}")
    for s, p, o, more in passage.relations:
        if p not in ENDS:
            say(f"no such predicate: {p}")
            continue
        for end, allowed in ((s, ENDS[p][0]), (o, ENDS[p][1])):
            if end == "-" and "-" in allowed:
                continue
            if end not in ids:
                say(f"{s} {p} {o}: {end} is not in the text")
            elif end[0] not in allowed:
                say(f"{s} {p} {o}: {end[0]} may not stand there")
        for key, value in more.items():
            if key not in QUALIFIERS:
                say(f"{s} {p} {o}: no such qualifier {key}")
            elif key == "status" and value not in STATUS:
                say(f"{s} {p} {o}: no such status {value}")
            elif key == "role" and p == "undertakes" and value not in PROJECT_ROLES:
                say(f"{s} {p} {o}: no such role {value}")
            elif key in ("title", "amount", "honour", "what") and re.sub(r"[\s“”《》]+", "", value) not in re.sub(r"[“”《》]+", "", plain):
                say(f"{s} {p} {o}: {key} {value!r} is not printed")
        if p == "holds_post" and "title" not in more:
            say(f"{s} {p} {o}: no title")
        if s == o:
            say(f"{s} {p} {o}: both ends are one")
    for kind, roles, _ in passage.events:
        if kind not in KINDS:
            say(f"no such event kind: {kind}")
        if not roles:
            say(f"event {kind}: nobody takes part")
        for role, ident in roles:
            if ident not in ids:
                say(f"event {kind}: {role} {ident} is not in the text")
    for ident, key, value in passage.attributes:
        if ident not in ids:
            say(f"{ident}.{key}: not in the text")
        if key not in KEYS:
            say(f"no such attribute: {key}")
        if re.sub(r"\s+", "", value) not in plain:
            say(f"{ident}.{key}: {value!r} is not printed")


def page_json(passage):
    """Return a passage as a page of the guidelines' format."""
    entities = {}
    for start, end, many, kind in sorted(passage.mentions):
        for ident in many:
            entity = entities.setdefault(ident, {"id": ident, "type": TYPES[ident[0]], "name": "", "surfaces": [], "anaphors": []})
            surface = re.sub(r"\s+", "", passage.text[start:end])
            slot = {"name": "surfaces", "anaphor": "anaphors"}.get(kind)
            if slot and surface not in entity[slot]:
                entity[slot].append(surface)
    for ident, name in passage.canonical.items():
        entities.setdefault(ident, {"id": ident, "type": TYPES[ident[0]], "name": "", "surfaces": [], "anaphors": []})["name"] = name
    for entity in entities.values():
        entity["name"] = entity["name"] or max(entity["surfaces"], key=len, default=entity["id"])
    told = re.sub(r"\s+", "", passage.text)
    headline = re.sub(r"\s+", "", passage.headline)
    body = told.removeprefix(headline)
    relations = [
        {"s": s, "p": p, "o": None if o == "-" else o, "evidence": told, "qualifiers": more} for s, p, o, more in passage.relations
    ]
    events = [
        {
            "kind": kind,
            "label": "",
            "date": more.get("date"),
            "place": None,
            "roles": [{"who": who, "role": role} for role, who in roles],
            "evidence": told,
        }
        for kind, roles, more in passage.events
    ]
    attributes = [{"of": ident, "key": key, "value": value, "evidence": told} for ident, key, value in passage.attributes]
    article = {
        "id": "a1",
        "headline": headline or None,
        "subheads": [],
        "body_start": body[:8],
        "body_end": body[-8:],
        "bylines": [],
        "date": None,
        "entities": list(entities.values()),
        "relations": relations,
        "events": events,
        "attributes": attributes,
    }
    return {"document": f"{passage.id}.txt", "newspaper": None, "city": None, "articles": [article]}


def page_text(passage):
    """Return a passage as printed: white space stands below its headline."""
    if not passage.headline:
        return passage.text
    above = passage.text.index("\n") + 1
    return passage.text[:above] + "\n" + passage.text[above:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("check", "stats", "json"))
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", dest="out", type=Path)
    args = parser.parse_args()
    passages = [passage for path in args.files for passage in read(path)]
    faults = [(p, fault) for p in passages for fault in p.faults]
    if args.what == "check":
        for passage, fault in faults:
            print(f"{passage.id} (line {passage.line}): {fault}")
        print(f"{len(passages)} passages, {len(faults)} faults")
        return 1 if faults else 0
    if args.what == "stats":
        characters = sum(len(p.text) for p in passages)
        print(f"{len(passages)} passages, {characters} characters, {len(faults)} faults")
        for title, tally in (
            ("types", Counter(TYPES.get(i[0], "?") for p in passages for _, _, many, kind in p.mentions if kind == "name" for i in many)),
            ("kinds of mention", Counter(kind for p in passages for *_, kind in p.mentions)),
            ("predicates", Counter(r[1] for p in passages for r in p.relations)),
            ("status", Counter(r[3].get("status", "stated") for p in passages for r in p.relations)),
            ("event roles", Counter(role for p in passages for _, roles, _ in p.events for role, _ in roles)),
            ("attributes", Counter(key for p in passages for _, key, _ in p.attributes)),
            ("genres", Counter(p.genre for p in passages)),
            ("provinces", Counter(p.province for p in passages)),
        ):
            print(f"{title:17s} {sum(tally.values()):6d}  " + ", ".join(f"{k} {n}" for k, n in tally.most_common()))
        return 0
    for folder in ("gold", "pages"):
        (args.out / folder).mkdir(parents=True, exist_ok=True)
    for passage in passages:
        (args.out / "gold" / f"{passage.id}.json").write_text(
            json.dumps(page_json(passage), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )
        (args.out / "pages" / f"{passage.id}.txt").write_text(page_text(passage), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
