"""Mutated pages of every input kind: none may crash kg, hang it, or be lost. `make fuzz`; `bench/fuzz.py --n 20000` for a night.

A page is one of the seeds, or made in memory (DOCX, HTML), changed in its bytes or its characters by a seeded generator; it is built
with the fast reader. What is found is kept in ``--keep``: make a test of it.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from kg.export.base import refuse
from kg.pipeline import build
from kg.text.input import ocr

ROOT = Path(__file__).parents[1]
BUDGET = 60
"""Seconds of computing that one page of some 1,500 characters may take."""
ODD = (
    "\0\ufffd\u200b\u202e\ufeff\t\r\n\u3000（）【】“”《》〔〕、，。；：！？·•—…０９ＡＺ⾼㈠①12345.%,-~"
    "亿万元年月日第原前的在与和市县区局长公司项目有限记者讯"
)


class TooLong(BaseException):
    """A page that takes longer than the budget."""


def texts() -> list[str]:
    """Return the texts that are mutated: a third of each seed page, so that one takes no longer than it must."""
    found = []
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found += [text[at : at + 1500] for at in range(0, len(text), 1500)]
    return found


def changed_text(text: str, chance: random.Random) -> str:
    """Change some characters: others put in, runs cut out, doubled or moved, lines broken elsewhere."""
    for _ in range(chance.randint(0, 30)):
        at, size = chance.randrange(len(text) + 1), chance.choice([1, 1, 2, 5, 40])
        piece = text[at : at + size]
        put = chance.choice(["", piece * 2, piece[::-1], "".join(chance.choices(ODD, k=size)), "\n"])
        to = chance.choice([at, at, chance.randrange(len(text) + 1)])
        text = text[:at] + text[at + size :] if to != at else text[:at] + put + text[at + size :]
        text = text[:to] + piece + text[to:] if to != at else text
    return text


def changed_bytes(data: bytes, chance: random.Random) -> bytes:
    """Change some bytes."""
    made = bytearray(data)
    for _ in range(chance.choice([0, 1, 3, 20])):
        at = chance.randrange(len(made) + 1)
        made[at : at + chance.choice([0, 1, 50])] = chance.randbytes(chance.choice([0, 1, 3]))
    return bytes(made)


def as_text(text: str, chance: random.Random) -> bytes:
    """Return a text in one of the encodings that are read."""
    return text.encode(chance.choice(["utf-8", "gb18030", "utf-16", "utf-8-sig"]), "replace")


def as_html(text: str, chance: random.Random) -> bytes:
    """Return a text as an HTML article or as a page laid out in tables."""
    head, _mark, body = text.partition("\n")
    if chance.randrange(2):
        cells = "".join(f"<tr><td>{head}<td>{line}</tr>" for line in body.splitlines())
        return f"<html><body><!--enpproperty <title>{head}</title>--><table>{cells}</table><div id=ozoom>{body}</body>".encode(
            "utf-8", "replace"
        )
    return f"<html><body><h1>{head}</h1>{''.join(f'<p>{line}</p>' for line in body.splitlines())}</body></html>".encode("utf-8", "replace")


def as_docx(text: str, chance: random.Random) -> bytes:
    """Return a text as a DOCX document, of four one with its XML changed too: bytes changed in a ZIP seldom reach what it holds."""
    import docx

    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph("".join(c for c in line if c.isprintable()))
    buffer = io.BytesIO()
    document.save(buffer)
    return rezipped(buffer.getvalue(), chance) if chance.randrange(4) == 0 else buffer.getvalue()


def rezipped(data: bytes, chance: random.Random) -> bytes:
    """Return a ZIP archive with the text of one of its files changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        changed = chance.choice(["word/document.xml", *old.namelist()])
        for name in old.namelist():
            held = old.read(name)
            new.writestr(name, changed_bytes(held, chance) if name == changed else held)
    return buffer.getvalue()


def as_pdf(text: str, _: random.Random) -> bytes:
    """Return a PDF of one page whose only font is that of every reader; characters beyond it are lost, damage is what is looked for."""
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in text[:300])
    stream = f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


KINDS: dict[str, Callable[[str, random.Random], bytes]] = {"txt": as_text, "html": as_html, "docx": as_docx, "pdf": as_pdf}


def mutated(seed: int, sources: list[str]) -> tuple[str, bytes]:
    """Return the suffix and the bytes of the page of this seed."""
    chance = random.Random(seed)
    suffix = chance.choices(list(KINDS), [6, 2, 2, 1])[0]
    return suffix, made(suffix, chance.choice(sources), chance)


def made(suffix: str, text: str, chance: random.Random) -> bytes:
    """Return a page of a kind from a text, changed in its characters and then in its bytes."""
    return changed_bytes(KINDS[suffix](changed_text(text, chance), chance), chance)


def stop(_number: int, _frame: object) -> None:
    """End what takes too long."""
    raise TooLong


def outcome(path: Path) -> str:
    """Build one page and say what became of it: "read", "refused", or what is wrong; the alarm of processor time must be free."""
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, BUDGET, 1)  # again each second, for one raised in a destructor is swallowed
    try:
        return become(path)
    except TooLong:
        return f"hang: over {BUDGET} s"
    except Exception as error:  # noqa: BLE001 – what is raised is what is looked for
        return f"crash: {type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def become(path: Path) -> str:
    """Build one page and say what became of it; raises what the build raises."""
    done = build([path], workers=1, reader="fast")
    if done.faults:
        return f"fault: {done.faults[0].where} {done.faults[0].reason}"
    stumbles = [failure.message for failure in done.failures if "kg stumbled" in failure.message]
    if stumbles:
        return f"fault: {stumbles[0]}"
    refuse(done.corpus)
    return "read" if done.corpus.pages else "refused" if done.failures else "lost"


def run(n: int, first: int, keep: Path | None) -> Counter[str]:
    """Build ``n`` mutated pages from seed ``first`` on; return how often each outcome was, printing what is wrong."""
    sources, counts = texts(), Counter[str]()
    without_ocr = mock.patch.object(ocr, "is_there", return_value=False)  # it takes seconds a page, and what it reads is no damage
    with tempfile.TemporaryDirectory() as folder, without_ocr:
        for seed in range(first, first + n):
            suffix, data = mutated(seed, sources)
            path = Path(folder) / f"{seed}.{suffix}"
            path.write_bytes(data)
            found = outcome(path)
            counts[found if found in ("read", "refused", "lost") else found.partition(":")[0]] += 1
            if found not in ("read", "refused"):
                sys.stderr.write(f"seed {seed} ({suffix}): {found}\n")
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / path.name).write_bytes(data)
            path.unlink()
    return counts


def main() -> int:
    """Run from the command line; 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=500, help="number of pages")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first page; printed with every finding")
    parser.add_argument("--keep", type=Path, help="folder for the pages that are found")
    asked = parser.parse_args()
    os.environ.pop("KG_DEBUG", None)
    begin = time.monotonic()
    counts = run(asked.n, asked.seed, asked.keep)
    sys.stdout.write(
        f"{asked.n} pages in {time.monotonic() - begin:.0f} s: {', '.join(f'{n} {what}' for what, n in counts.most_common())}\n"
    )
    return int(bool(set(counts) - {"read", "refused"}))


if __name__ == "__main__":
    sys.exit(main())
