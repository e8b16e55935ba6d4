#!/usr/bin/env python3
"""What is lost by reading a page from a picture: invented pages printed in four columns, as text PDF and as scans of it.

usage: scans.py FOLDER [--pages p01,p02,…] [--kinds pdf,150,300,turned,jpeg] [--reader fast|full]

    150, 300   PNG at so many dots per inch          turned   PNG at 200, turned by one degree
    jpeg       JPEG of quality 50 at 150 dpi

FOLDER keeps what was printed and the text that OCR read (seven seconds a page), so that a run goes on where the last one ended.
For each kind of scan it prints the scores of `kg evaluate` over the pages, and exits 1 if entities are over .04 below the PDF.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.evaluate import evaluate, narrow  # noqa: E402
from kg.export.pages import page_json  # noqa: E402
from kg.pipeline import build  # noqa: E402
from kg.text.input.pages import Notes, load  # noqa: E402
from tests.oracle import INVENTED  # noqa: E402
from tests.text.input.chromium import articles_of, as_html, print_to_pdf  # noqa: E402

KINDS = ("pdf", "150", "300", "turned", "jpeg")
ALL = tuple(sorted(path.stem for path in INVENTED[0].glob("*.json")))
MOST_LOST = 0.04
SHOWN = ("articles", "headlines", "entities", "linking", "relations", "events", "attributes", "overall")


def scan(pdf: Path, kind: str) -> Path:
    """Return the file of a page in one kind, made from its PDF unless it is there."""
    if kind == "pdf":
        return pdf
    path = pdf.with_name(f"{pdf.stem}-{kind}.{'jpg' if kind == 'jpeg' else 'png'}")
    if not path.exists():
        import pypdfium2
        from PIL.Image import Resampling

        dots = {"300": 300, "turned": 200}.get(kind, 150)
        picture = pypdfium2.PdfDocument(pdf)[0].render(scale=dots / 72).to_pil().convert("RGB")
        if kind == "turned":
            picture = picture.rotate(1, Resampling.BICUBIC, expand=True, fillcolor="white")
        picture.save(path, **({"quality": 50} if kind == "jpeg" else {}))
    return path


def text_of(path: Path) -> Path:
    """Return the file that holds the text of a scan or a PDF, read unless it is there."""
    kept = path.with_name(f"{path.name}.txt")
    if not kept.exists():
        notes = Notes()
        kept.write_text("\n\n".join(page.text for page in load(path, notes)), encoding="utf-8")
        print(f"read {path.name}", *notes.remarks, file=sys.stderr, flush=True)
    return kept


def scores(folder: Path, pages: list[str], kind: str, reader: str) -> dict[str, float]:
    """Return the scores over the pages in one kind."""
    gold: dict[str, Any] = {}
    ours: dict[str, Any] = {}
    texts: dict[str, str] = {}
    for page in pages:
        pdf = folder / f"{page}.pdf"
        if not pdf.exists():
            print_to_pdf(as_html(articles_of(page), columns=4), pdf)
        kept = text_of(scan(pdf, kind))
        made = build([kept], workers=1, reader=reader)
        gold[page] = json.loads((INVENTED[0] / f"{page}.json").read_text(encoding="utf-8"))
        ours[page] = page_json(made.corpus, made.corpus.pages[0])
        texts[page] = narrow(kept.read_text(encoding="utf-8"))
    found = evaluate(gold, ours, texts).scores
    return {name: found[name].f1 for name in SHOWN}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", default=",".join(ALL))
    parser.add_argument("--kinds", default=",".join(KINDS))
    parser.add_argument("--reader", default="fast")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    kinds = ["pdf", *(kind for kind in args.kinds.split(",") if kind != "pdf")]
    found = {kind: scores(args.folder, args.pages.split(","), kind, args.reader) for kind in kinds}
    print("kind    " + " ".join(f"{name:>10s}" for name in SHOWN))
    for kind, row in found.items():
        print(f"{kind:7s} " + " ".join(f"{value:10.3f}" for value in row.values()))
    lost = max(found["pdf"]["entities"] - row["entities"] for row in found.values())
    print(f"entities lost at most: {lost:.3f}")
    return int(lost > MOST_LOST)


if __name__ == "__main__":
    sys.exit(main())
