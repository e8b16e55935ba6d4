"""The table of formats, the exporter protocol, and saving whole files or none.

It knows which formats there are and where each goes; it writes none of them and imports an exporter only when it is asked for.
An exporter is a class without arguments; that of a format with ``has_parts`` may be given the part that is asked for (``Wanted``):

    class Csv:
        name = "csv"
        suffix = ".csv"
        def write(self, corpus: Corpus, path: Path) -> None: ...     path is a file, or a folder to make if ``suffix`` is ""
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol

from kg.archive.noted import Noted
from kg.errors import ExportError
from kg.export.html.wanted import THE_USUAL, Wanted
from kg.export.settle import aside_in, settle
from kg.graph.check import quote_faults
from kg.graph.sparql.index import MEDIA_TYPES, renew
from kg.model import Corpus


class Exporter(Protocol):
    """Writes a corpus in one format; computes nothing that the facts do not hold."""

    name: str
    suffix: str

    def write(self, corpus: Corpus, path: Path) -> None:
        """Write the corpus to ``path``. Raises ExportError if this format cannot hold the corpus."""


class Built(Noted, Protocol):
    """What ``save`` needs of a build."""

    @property
    def corpus(self) -> Corpus:
        """Everything known."""


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table: ``maker`` is "module:Class", ``target`` the file or folder (ending in /) under the output folder.

    ``has_parts`` says that a file may hold a part of the graph, which its exporter is given.
    """

    name: str
    target: str
    maker: str
    about_zh: str
    about_en: str
    has_parts: bool = False

    def exporter(self, asked: Wanted = THE_USUAL) -> Exporter:
        """Import and make the exporter; ExportError if its module needs a package that is not installed."""
        module, _, name = self.maker.partition(":")
        try:
            made: Exporter = getattr(import_module(module), name)(*((asked,) if self.has_parts else ()))
        except ImportError as error:
            raise ExportError(f"format {self.name}: {error}; install what is missing") from error
        return made


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format(
            "sqlite",
            "kg.sqlite",
            "kg.archive.write:Sqlite",
            "事实库：全部记录，一个 SQLite 文件，供其他命令读回",
            "the store: all records in one SQLite file, read back by the other commands",
        ),
        Format(
            "turtle", "graph.ttl", "kg.export.rdf.turtle:Turtle", "RDF Turtle，带原文证据", "RDF Turtle with the evidence of every claim"
        ),
        Format("html", "graph.html", "kg.export.html.page:Html", "离线网页图谱，一个文件", "the graph as one offline web page", True),
        Format("graphml", "graph.graphml", "kg.export.graphml:GraphMl", "GraphML，供 Gephi、yEd", "GraphML for Gephi, yEd and networkx"),
        Format("gexf", "graph.gexf", "kg.export.gexf:Gexf", "GEXF，供 Gephi", "GEXF for Gephi, attributes typed"),
        Format(
            "jsonld", "graph.jsonld", "kg.export.rdf.jsonld:JsonLd", "JSON-LD，与 Turtle 同内容", "JSON-LD, the same triples as the Turtle"
        ),
        Format(
            "nquads",
            "graph.nq",
            "kg.export.rdf.nquads:NQuads",
            "N-Quads，每篇报道一个命名图",
            "N-Quads with a named graph for each article",
        ),
        Format("tables", "tables/", "kg.export.tables:Tables", "CSV 表格，供 Excel、pandas", "CSV tables for spreadsheets and pandas"),
        Format("neo4j", "neo4j/", "kg.export.neo4j:Neo4j", "neo4j-admin 导入用 CSV", "CSV for neo4j-admin database import"),
        Format(
            "ftm",
            "graph.ftm.json",
            "kg.export.ftm:FollowTheMoney",
            "FollowTheMoney 实体，每行一个",
            "FollowTheMoney entities, one per line, for Aleph and OpenSanctions tools",
        ),
        Format(
            "facts",
            "facts.json",
            "kg.export.facts:Facts",
            "全部记录，一个 JSON 文件",
            "all records as one JSON file",
        ),
        Format(
            "pages",
            "pages/",
            "kg.export.json_files:Pages",
            "每版一个 JSON，即标注格式加位置",
            "one JSON file per page (ontology/page.schema.json)",
        ),
        Format(
            "report", "report.json", "kg.export.json_files:Report", "读取情况：读了什么、漏了什么", "what was extracted and what was not"
        ),
    )
}


ALIASES = {"csv": "tables", "ttl": "turtle"}
"""Other names of formats."""


def format_of(name: str) -> Format:
    """Return the row of a format, also by its other name (csv); ExportError that lists the formats if there is none of that name."""
    name = ALIASES.get(name, name)
    if name not in FORMATS:
        raise ExportError(f"unknown format {name!r}; choose one of {', '.join(FORMATS)}")
    return FORMATS[name]


def save(built: Built, folder: Path, formats: Iterable[str], asked: Wanted = THE_USUAL) -> tuple[Path, ...]:
    """Write the formats to ``folder``, each whole or not at all, and return the paths in the order asked for.

    Those that have parts hold what is ``asked``. All are written aside first and moved into place when every one is done,
    so that a failure or Ctrl-C leaves the old files as they were. Raises ExportError.
    """
    chosen = [format_of(name) for name in dict.fromkeys(formats)]
    refuse(built.corpus)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with aside_in(folder) as aside:
            for row in chosen:
                exporter = row.exporter(asked)
                if hasattr(exporter, "note"):
                    exporter.note(built)
                exporter.write(built.corpus, aside / row.target.rstrip("/"))
            written = settle(aside, folder, [row.target for row in chosen])
        renew_indexes(written)
        return written
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written ({error.strerror or error}); choose another folder with -o") from error


def renew_indexes(written: Iterable[Path]) -> None:
    """Bring the SPARQL stores beside large graphs up to date (kg.graph.sparql.index)."""
    for path in written:
        if path.suffix in MEDIA_TYPES:
            renew(path)


def write_one(corpus: Corpus, format_: str, path: Path, asked: Wanted = THE_USUAL) -> tuple[Path, ...]:
    """Write one format to ``path``, whole or not at all, and return the files written. Raises ExportError."""
    row = format_of(format_)
    refuse(corpus)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside_in(path.parent) as aside:
            row.exporter(asked).write(corpus, aside / path.name)
            return settle(aside, path.parent, [path.name + ("/" if row.target.endswith("/") else "")])
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error}); choose another path with -o") from error


def refuse(corpus: Corpus) -> None:
    """Raise ExportError if the quote of a claim or event is not on its page: no fact is exported without evidence."""
    faults = list(quote_faults(corpus))
    if faults:
        more = f" and {len(faults) - 3} more" if len(faults) > 3 else ""
        raise ExportError(f"export refused: {'; '.join(faults[:3])}{more}")
