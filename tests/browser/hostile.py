"""A corpus in which every text means harm: markup, template marks, direction marks, null characters, endless names."""

from __future__ import annotations

from kg import ids
from kg.extract.draft import Draft
from kg.model import BREAK, Article, Byline, Corpus, Entity, Page, ReadPage, Section

ATTACK = "window.hurt=1"
NAMES = {
    "script": f"<script>{ATTACK}</script>公司",
    "image": f'"><img/src=x/onerror="{ATTACK}">公司',
    "close": f"</script></style></title><script>{ATTACK}</script>局",
    "template": "{{7*7}}{%raw%}${7*7}项目",
    "reversed": "甲\u202e司公假\u2066乙",
    "null": "空\x00白\x1b公司",
    "long": "长" * 10_000,
    "formula": "=HYPERLINK(1)公司",
    "comment": "<!--<script>&lt;]]>公司",
    "quotes": "'\"`\\公司",
    "rare": "𠮷野家𠀋公司",
}


def corpus() -> Corpus:
    """Each name of NAMES as a company that cooperates with the next, in one article with a hostile headline and byline."""
    headline = f"<script>{ATTACK}</script>报道"
    body = "".join(f"{name}出席。" for name in NAMES.values())
    printed, text = headline + "\n" + body + "\n", headline + BREAK + body + BREAK
    page = Page(ids.page_id(printed), "<b>page</b>.txt", printed)
    at = len(headline) + 1
    article = Article(
        f"{page.id}-a",
        page,
        0,
        text,
        tuple(-1 if c == BREAK else i for i, c in enumerate(text)),
        (Section("headline", 0, at), Section("body", at, len(text))),
        headline,
        bylines=(Byline("<i>记者</i>", f"<script>{ATTACK}</script>"),),
        date="2020-01-02",
    )
    draft = Draft(article)
    mentions = []
    for name in NAMES.values():
        mentions.append(draft.name(at, at + len(name), "company", "made", name=name))
        at += len(name) + 3
    for left, right in zip(mentions, mentions[1:] + mentions[:1], strict=True):
        draft.claim(left, "cooperates_with", right, [(left.start, left.end + 3)], "made", qualifiers={"what": f"<svg onload={ATTACK}>"})
    draft.event(
        "meeting", f"<script>{ATTACK}</script>会", [(m, "attendee") for m in mentions[:3]], [(mentions[0].start, mentions[0].end)], "made"
    )
    entities = tuple(
        Entity(ids.entity_id("company", None, key), "company", m.surface, (m.surface,), (m.id,))
        for key, m in zip(NAMES, mentions, strict=True)
    )
    return Corpus((ReadPage(page, (article,)),), (draft.freeze(),), entities, {e.mentions[0]: e.id for e in entities})
