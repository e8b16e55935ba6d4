"""Mutated pages of every input kind: none may crash kg, hang it, or be lost. `make fuzz`; `bench/fuzz.py --n 20000` for a night.

A page is a piece of a seed or invented page, or two spliced, plain or as DOCX, HTML or PDF, changed in its characters and then in its
bytes by a generator whose seed is the page's number; it is built with the fast reader in this process. What is found is kept in
``--keep``: make a test of it. ``--seconds`` ends the run early; what was run is counted by input kind either way.
"""

from __future__ import annotations

import argparse
import io
import math
import os
import random
import re
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
BUDGET = 30
"""Seconds of computing that one page of some 400 characters may take; the usual one takes a twentieth of a second."""
PIECE = 400
"""Characters of a source: a page takes no longer than it must, and the rules look no further than a few sentences."""
ODD = (
    "\0\ufffd\u200b\u202e\ufeff\t\r\n\u3000（）【】“”《》〔〕、，。；：！？·•—…０９ＡＺ⾼㈠①12345.%,-~"
    "亿万元年月日第原前的在与和市县区局长公司项目有限记者讯"
)


class TooLong(BaseException):
    """A page that takes longer than the budget."""


def texts() -> list[str]:
    """Return the texts that are mutated: pieces of the seeds and of the invented pages."""
    found = []
    for path in sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "gold" / "invented" / "pages").glob("*.txt")]):
        text = path.read_text(encoding="utf-8")
        found += [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
    return found


def in_other_signs(text: str, chance: random.Random) -> str:
    """Return a text as another typesetter prints it: full-width signs, one character a line, without marks, as a table; most stay."""
    way = chance.randrange(12)
    if way == 0:
        return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    if way == 1:
        return "\n".join(text)
    if way == 2:
        return re.sub(r"[，。、；：]", chance.choice(["", " ", "\n"]), text)
    if way == 3:
        return re.sub(r"[，。、]", "\t", text)
    return text


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


UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def
1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"""
"""The map of a font whose codes are code points."""


def as_pdf(text: str, chance: random.Random) -> bytes:
    """Return a PDF of one page whose font has no glyphs but says which characters its codes mean; lines of a column, or one turned."""
    width, leading = chance.choice([(14, 12), (20, 14), (28, 14)])
    lines = [line[at : at + width] for line in text.splitlines() for at in range(0, len(line), width)]
    turn = chance.choices(["1 0 0 1 50 780", "0 1 -1 0 500 50"], [9, 1])[0]
    shown = " T* ".join(f"<{line.encode('utf-16-be', 'replace').hex()}> Tj" for line in lines)
    stream = f"BT /F1 10 Tf {leading} TL {turn} Tm {shown} ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(UNICODE), UNICODE),
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R/Size 8>>\n%%EOF"


KINDS: dict[str, Callable[[str, random.Random], bytes]] = {"txt": as_text, "html": as_html, "docx": as_docx, "pdf": as_pdf}


def mutated(seed: int, sources: list[str]) -> tuple[str, bytes]:
    """Return the suffix and the bytes of the page of this seed."""
    chance = random.Random(seed)
    suffix = chance.choices(list(KINDS), [5, 3, 3, 2])[0]
    text, other = chance.choice(sources), chance.choice(sources)
    if chance.randrange(4) == 0:
        at = chance.randrange(PIECE)
        text = text[:at] + other[at:]
    return suffix, made(suffix, in_other_signs(text, chance), chance)


def made(suffix: str, text: str, chance: random.Random) -> bytes:
    """Return a page of a kind from a text, changed in its characters and then in its bytes; three of four archives are left whole."""
    data = KINDS[suffix](changed_text(text, chance), chance)
    return data if suffix == "docx" and chance.randrange(4) else changed_bytes(data, chance)


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


def run(n: int, first: int, keep: Path | None, seconds: float = math.inf) -> Counter[tuple[str, str]]:
    """Build ``n`` mutated pages from seed ``first`` on, as many as begin within ``seconds``; print what is wrong.

    Return how often each (input kind, outcome) was.
    """
    sources, counts, end = texts(), Counter[tuple[str, str]](), time.monotonic() + seconds
    without_ocr = mock.patch.object(ocr, "is_there", return_value=False)  # it takes seconds a page, and what it reads is no damage
    with tempfile.TemporaryDirectory() as folder, without_ocr:
        for seed in range(first, first + n):
            if time.monotonic() > end:
                break
            suffix, data = mutated(seed, sources)
            path = Path(folder) / f"{seed}.{suffix}"
            path.write_bytes(data)
            found = outcome(path)
            counts[suffix, found if found in ("read", "refused", "lost") else found.partition(":")[0]] += 1
            if found not in ("read", "refused"):
                sys.stderr.write(f"seed {seed} ({suffix}): {found}\n")
                if keep:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / path.name).write_bytes(data)
            path.unlink()
            if sum(counts.values()) % 500 == 0:
                tell(counts)
    return counts


def tell(counts: Counter[tuple[str, str]]) -> None:
    """Print how many pages of each kind were built so far and what became of them."""
    kinds = sorted({kind for kind, _ in counts})
    of = {kind: ", ".join(f"{n} {what}" for (one, what), n in counts.most_common() if one == kind) for kind in kinds}
    sys.stdout.write(f"{sum(counts.values())} pages: {'; '.join(f'{kind} {of[kind]}' for kind in kinds)}\n")
    sys.stdout.flush()


def main() -> int:
    """Run from the command line; 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=500, help="number of pages")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first page; printed with every finding")
    parser.add_argument("--seconds", type=float, default=math.inf, help="begin no page after so many")
    parser.add_argument("--keep", type=Path, help="folder for the pages that are found")
    asked = parser.parse_args()
    os.environ.pop("KG_DEBUG", None)
    counts = run(asked.n, asked.seed, asked.keep, asked.seconds)
    tell(counts)
    return int(any(what not in ("read", "refused") for _, what in counts))


if __name__ == "__main__":
    sys.exit(main())
