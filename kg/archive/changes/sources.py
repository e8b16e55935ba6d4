"""How many independent articles say a thing; texts are read only of articles that might be reprints of one another."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from kg.graph.accounts.issues import sources
from kg.graph.accounts.reprints import groups
from kg.graph.facts import Fact, Facts
from kg.model import Article, Section


class Independent:
    """Counts the independent articles of facts in one store."""

    def __init__(self, connection: sqlite3.Connection, facts: Facts) -> None:
        self.connection = connection
        self.facts = facts

    def count(self, same: Iterable[Fact]) -> int:
        """Return how many of the articles that state the same are independent: of other issues, other reporters, and no reprint."""
        articles = [self.facts.articles[id_] for id_ in dict.fromkeys(fact.article for fact in same)]
        apart = sources(articles, {article.id: article.id for article in articles}).independent if articles else 0
        if apart < 2:
            return apart
        return sources(articles, groups(map(self.with_text, articles))).independent

    def with_text(self, article: Article) -> Article:
        """Return an article with its text."""
        sql = "SELECT text, sections_json FROM articles WHERE id = ?"
        text, sections = self.connection.execute(sql, (article.id,)).fetchone()
        return replace(article, text=text, sections=tuple(Section(*section) for section in json.loads(sections)))
