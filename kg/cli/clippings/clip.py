"""kg clip: the clippings of the printed pages behind what is known of a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import EXPORTS, From, fail, out, report, store
from kg.errors import KgError, PageError, spelled
from kg.export.clipping import clipping
from kg.graph.facts import Fact, Facts
from kg.graph.sentences import sentence, source
from kg.model import Page
from kg.text.input.folders import files


def clip(
    name: Annotated[str, typer.Argument(help="Any printed name, full or short, the name in pinyin, or an id.")],
    other: Annotated[str | None, typer.Argument(help="Only facts that link it to this name.", metavar="[OTHER]")] = None,
    pages: Annotated[
        list[Path] | None, typer.Option(help="The files that were read, or their folder (default: where they were read).")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder for the pictures.")] = Path("clippings"),
    top: Annotated[int, typer.Option(min=1, help="Maximum number of clippings.")] = 20,
    from_: From = EXPORTS,
) -> None:
    """Cut out of the printed pages what says each fact about a name, with its words marked; one PNG for each quote.

    Pages must have been read from PDF or pictures; of text, HTML and DOCX there is no printed form. Needs the extra [ocr].

    \b
    Example:
      kg clip 许昌供电公司 -o clippings/
    """
    try:
        with store(from_) as archive:
            thing, end = archive.find(name).id, archive.find(other).id if other else None
            facts = archive.around(thing)
            quotes = quoted(facts, thing, end)[:top]
            read = {fact.evidence.page: archive.page(fact.evidence.page).page for fact in quotes}
            originals = files(pages)[0] if pages else archive.files()
        output.mkdir(parents=True, exist_ok=True)
    except KgError as error:
        fail(error)
    except OSError as error:
        fail(f"{output}: cannot be made ({error.strerror}); choose another folder")
    if not quotes:
        fail(f"nothing links {name} and {other}" if other else f"nothing is said of {name}")
    written = write(read, facts, quotes, originals, output)
    if written < len(quotes):
        raise typer.Exit(2)


def quoted(facts: Facts, thing: str, other: str | None) -> list[Fact]:
    """Return the facts about a thing, those that share their quote once."""
    found = [fact for fact in facts.by_thing.get(thing, ()) if other is None or fact.other(thing) == other]
    return list({fact.evidence: fact for fact in reversed(found)}.values())[::-1]


def write(read: Mapping[str, Page], facts: Facts, quotes: list[Fact], originals: Iterable[Path], output: Path) -> int:
    """Write the clipping of each fact that has one, tell the others on stderr, and return how many were written."""
    by_name: dict[str, list[Path]] = {}
    for path in originals:
        by_name.setdefault(spelled(path.name), []).append(path)
    written = 0
    for number, fact in enumerate(quotes, 1):
        page = read[fact.evidence.page]
        path = output / f"{number:02d}.png"
        try:
            path.write_bytes(cut_from(page, fact, by_name.get(page.name.partition("#page=")[0], [])))
        except KgError as error:
            report(str(error))
            continue
        except OSError as error:
            fail(f"{path}: cannot be written ({error.strerror})")
        written += 1
        out.print(f"{path}  {sentence(facts, fact)}", markup=False)
        out.print(f"  —— {source(facts.articles[fact.article])}", markup=False)
    return written


def cut_from(page: Page, fact: Fact, originals: list[Path]) -> bytes:
    """Return a clipping, cut out of the first file of the page's name that is the one it was read from. Raises KgError if none is."""
    lost: KgError = PageError(page.name, "its file is not there", "name the file or its folder with --pages")
    if page.sheet is None:
        return clipping(page, fact.evidence.spans, Path(page.name))
    for path in originals:
        try:
            return clipping(page, fact.evidence.spans, path)
        except PageError as error:
            lost = error
    raise lost
