"""What is new as one web page: no script, nothing from elsewhere, and no text of a page can become markup."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from kg.archive.changes import Change, Changes, Identity
from kg.export.changes import text
from kg.export.changes.plain import Kept
from kg.export.html.positions import printable
from kg.graph.facts import Fact
from kg.graph.sentences import doubts, source
from kg.lexicon.messages import facts_language, tell

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = (
    "body{font:16px/1.7 sans-serif;max-width:52em;margin:2em auto;padding:0 1em;color:#222;background:#fff}"
    "h2{font-size:1.1em;margin:1.6em 0 .3em}h2 small,cite,.aside{color:#595959;font-size:.85em;font-weight:400;font-style:normal}"
    "ul{list-style:none;padding-left:0}li{margin:.6em 0;padding-left:.8em;border-left:4px solid #888}"
    ".added{border-color:#1a7f37}.strengthened{border-color:#0969da}.weakened{border-color:#9a6700}"
    ".contradicted{border-color:#cf222e}.retracted{border-color:#57606a}b{margin-right:.6em}"
    "blockquote{margin:.2em 0 .2em 1em}mark{background:#fff3b0;color:inherit}"
    "@media(prefers-color-scheme:dark){body{background:#161b22;color:#e6edf3}h2 small,cite,.aside{color:#a5adb6}mark{background:#5c4d00}}"
)


def page(changes: Changes, kept: Kept | None = None) -> Iterator[str]:
    """Yield the page in parts; of ``kept`` things only, if they are given."""
    told = changes.by_thing if kept is None else kept
    title = tell("what is new")
    language = "zh-CN" if facts_language() == "zh" else "en"
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<meta charset="utf-8">\n<meta name="generator" content="kg">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield f'<meta name="viewport" content="width=device-width">\n<title>{shown(title)}</title>\n<style>{STYLE}</style>'
    yield f"<h1>{shown(title)}</h1>"
    yield from (f"<p>{shown(line)}</p>" for line in text.summary(changes, told))
    if changes.identities and kept is None:
        yield f"<h2>{shown(tell('things filed otherwise'))}</h2>\n<ul>"
        yield from (identity_item(changes, one) for one in changes.identities)
        yield "</ul>"
    for id_, about in told.items():
        yield f'<h2 id="{shown(id_)}">{shown(text.heading(changes, id_))}</h2>\n<ul>'
        yield from (change_item(changes, change) for change in about)
        yield "</ul>"
    yield "</html>"


def shown(words: str) -> str:
    """Return a text as HTML: no markup, and no character that could hide or turn what stands beside it."""
    return html.escape(printable(words))


def identity_item(changes: Changes, one: Identity) -> str:
    """Return what became of a thing itself as an item of a list."""
    names = (f"{one.old_name}〔{text.type_label(one.old_type)}〕", f"{one.new_name}〔{text.type_label(one.new_type)}〕")
    quote = f"{shown(one.left)}<mark>{shown(one.surface)}</mark>{shown(one.right)}"
    cited = shown(source(changes.facts.articles[one.article], facts_language()))
    return f"<li>{shown(tell(text.IDENTITY[one.kind], *names))}<blockquote>“{quote}”<br><cite>{cited}</cite></blockquote></li>"


def change_item(changes: Changes, change: Change) -> str:
    """Return what became of one statement as an item of a list."""
    number = tell(" ({} → {} independent sources)", change.before, change.now) if change.before and change.now else ""
    against = "".join(
        f'<div class="aside">{shown(tell("{}: {}", tell(text.AGAINST), text.said(changes, others[0])))}</div>{quotes(changes, others)}'
        for others in text.apart(changes, change.against)
    )
    said = shown(text.said(changes, change.fact))
    head = f'<b>{shown(tell(change.kind))}</b>{said} <span class="aside">{shown(number)}</span>'
    return f'<li class="{change.kind}">{head}{quotes(changes, change.new or change.old)}{against}</li>'


def quotes(changes: Changes, facts: Iterable[Fact]) -> str:
    """Return the quotes of facts with their sources."""
    return "".join(
        f"<blockquote>“{shown(fact.evidence.quote)}”<br><cite>"
        f"{shown(source(changes.facts.articles[fact.article], facts_language()) + doubts(fact, facts_language()))}</cite></blockquote>"
        for fact in facts
    )
