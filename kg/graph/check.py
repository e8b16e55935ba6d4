"""Whether a graph can be trusted: its shapes, its links against its claims, its quotes against the pages.

quote_faults    a corpus before export: every quote is what its page prints at its spans
check           an exported graph: SHACL shapes, a claim behind every direct link, terms of the ontology only,
                and, where the page files are given, every quote at its offsets
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store

from kg import ids
from kg.errors import ExportError, PageError
from kg.graph.shacl import Fault, validate
from kg.graph.sparql.ask import prefixes
from kg.graph.sparql.index import MEDIA_TYPES
from kg.model import Corpus, quote_of
from kg.ontology import load, read
from kg.text.input.pages import load as load_pages

UNCLAIMED = """SELECT ?s ?p ?o WHERE {
  VALUES ?p { %s }
  ?s ?p ?o .
  FILTER NOT EXISTS { ?c a kg:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
}"""
UNSAID = """SELECT ?s ?p ?o WHERE {
  VALUES ?p { %s }
  ?s ?p ?o .
  FILTER NOT EXISTS { ?s kg:participation ?part . ?part kg:entity ?o ; kg:participantRole ?p }
}"""
QUOTES = """SELECT ?span ?page ?file ?start ?end ?exact WHERE {
  ?span a kg:Evidence ; oa:hasSource ?source ; oa:hasSelector ?position , ?words .
  ?source dcterms:identifier ?page ; dcterms:title ?file .
  ?position oa:start ?start ; oa:end ?end .
  ?words oa:exact ?exact .
}"""
CLAIM_QUOTES = """SELECT ?c ?quote ?exact WHERE {
  ?c kg:quote ?quote ; kg:evidence ?span .
  ?span oa:hasSelector/oa:exact ?exact .
}"""


def quote_faults(corpus: Corpus) -> Iterator[str]:
    """Yield a line for each claim or event whose quote is not what its page prints at its spans."""
    places = {read_page.page.id: place for place, read_page in enumerate(corpus.pages)}
    for fact in (fact for reading in corpus.readings for fact in reading.facts):
        evidence = fact.evidence
        printed = quote_of(corpus.pages[places[evidence.page]].page.text if evidence.page in places else "", evidence.spans)
        if not evidence.spans or bare(printed) != bare(evidence.quote):
            yield f"{evidence.article}: the page does not print {evidence.quote[:40]!r} at {evidence.spans} ({fact.rule})"


def bare(quote: str) -> str:
    """Return a quote without white space and without the … that joins its pieces."""
    return re.sub(r"[\s…]+", "", quote)


def open_graph(path: Path) -> Store:
    """Load an exported graph. Raises ExportError if the file is missing, no RDF format that kg writes, or does not parse."""
    if path.suffix not in MEDIA_TYPES:
        raise ExportError(f"{path}: not a graph kg can check; give a {', '.join(MEDIA_TYPES)} file")
    store = Store()
    try:
        store.bulk_load(path=str(path), format=RdfFormat.from_media_type(MEDIA_TYPES[path.suffix]))
    except (SyntaxError, ValueError, OSError) as error:
        raise ExportError(f"{path}: cannot be read as RDF ({' '.join(str(error).split())}); re-export it with kg export") from error
    return store


def check(store: Store, pages: Mapping[str, str] | None = None) -> list[Fault]:
    """Return all faults of an exported graph; ``pages`` maps page ids to their text, None leaves the pages out."""
    found = validate(store, read("shapes.ttl"))
    found += unclaimed(store)
    found += unknown_terms(store)
    found += misquoted(store)
    found += list(mispaged(store, pages)) if pages is not None else []
    return found


def select(store: Store, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a SELECT as bare text, sorted."""
    found = store.query(query, prefixes=prefixes(), use_default_graph_as_union=True)
    if not isinstance(found, QuerySolutions):
        return []
    return sorted(tuple(cell.value if isinstance(cell, NamedNode | Literal) else "" for cell in row) for row in found)


def unclaimed(store: Store) -> list[Fault]:
    """Return direct links that no claim states, and roles that no participation has."""
    ontology = load()
    links = " ".join(f"<{term.iri}>" for term in (*ontology.predicates.values(), *ontology.attributes.values()))
    roles = " ".join(f"<{term.iri}>" for term in ontology.event_roles.values())
    rows = select(store, UNCLAIMED % links) + select(store, UNSAID % roles)
    return [Fault(s, "DirectLink", f"no claim states {p.removeprefix(ids.ONTOLOGY)}", o) for s, p, o in rows]


def unknown_terms(store: Store) -> list[Fault]:
    """Return terms of our namespace that the graph uses and the ontology does not define."""
    defined = set(re.findall(r"^kg:(\w+) a ", read("kg.ttl"), re.MULTILINE))
    used = select(store, "SELECT DISTINCT ?t WHERE { { ?s ?t ?o } UNION { ?s a ?t } UNION { ?s kg:claimStatus|kg:participantRole ?t } }")
    ours = (term.removeprefix(ids.ONTOLOGY) for (term,) in used if term.startswith(ids.ONTOLOGY))
    return [Fault(ids.ONTOLOGY + term, "Ontology", "ontology/kg.ttl does not define this term") for term in ours if term not in defined]


def misquoted(store: Store) -> list[Fault]:
    """Return claims and events whose quote is not made of the words of their evidence."""
    return [
        Fault(claim, "Quote", "these words of the evidence are not in the quote", exact)
        for claim, quote, exact in select(store, CLAIM_QUOTES)
        if bare(exact) not in bare(quote)
    ]


def mispaged(store: Store, pages: Mapping[str, str]) -> Iterator[Fault]:
    """Yield evidence that its page does not print at its offsets, and pages that were not given."""
    missing: dict[str, str] = {}
    for span, page, file, start, end, exact in select(store, QUOTES):
        if page not in pages:
            missing[page] = file
        elif pages[page][int(start) : int(end)] != exact:
            yield Fault(span, "Page", f"{file} does not print this at {start}-{end}", exact)
    for page, file in sorted(missing.items()):
        yield Fault(ids.iri(page), "Page", f"none of the files given has the text of this page ({file})")


def texts(paths: Iterable[Path]) -> dict[str, str]:
    """Return page id → text of all pages in these files and folders. Raises PageError if a path is neither."""
    found: dict[str, str] = {}
    for path in paths:
        if not path.exists():
            raise PageError(path, "no such file or folder", "check the spelling")
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            found.update({page.id: page.text for page in load_pages(file)})
    return found
