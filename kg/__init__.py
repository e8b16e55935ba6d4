"""Knowledge graphs of organisations and projects from Chinese newspaper pages.

    from kg import build
    graph = build("seeds/")
    graph.find("森源电气"), graph.facts("森源电气"), graph.to_pandas()
    graph.network, graph.rdf, graph.entities, graph.claims, graph.events
    graph.save("exports/")

Importing kg reads no file; the first build loads word lists and the tagger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["Build", "KgError", "__version__", "build"]

if TYPE_CHECKING:
    from kg.errors import KgError
    from kg.pipeline import Build, build


def __getattr__(name: str) -> Any:
    """Load the public names on first use, so that importing kg stays quick."""
    if name in ("build", "Build"):
        from kg import pipeline

        return getattr(pipeline, name)
    if name == "KgError":
        from kg.errors import KgError

        return KgError
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
