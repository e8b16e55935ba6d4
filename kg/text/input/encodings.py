"""Decode a file of Chinese text, whatever its encoding. Knows nothing of pages."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSES = ["gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be"]
ASCII_FORMS = ("hz", "utf-7")
"""Encodings of Chinese in ASCII bytes, from the time of 7-bit mail."""
LEAST_COMMON = 0.2
"""The share of common characters from which on bytes are taken to be rightly decoded."""
FEW, SHORT = 8, 40
"""Wrong bytes that a file of any length may have; letters below which nothing is said of a text."""
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
    "收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连"
    "断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严這為"
    "個國們來時會發動產說種過後對學經進著電裡實應開關"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the name of its encoding, and code-point offsets of what stands for bytes that are none of it (U+FFFD, NUL)."""

    text: str
    encoding: str
    flaws: tuple[int, ...] = ()


def decode(data: bytes) -> Decoded | None:
    """Return the text of a file; None if the bytes are no Chinese text in any encoding that is tried.

    A byte order mark decides; then UTF-8 if the bytes are valid as such; else the one of GB18030, Big5 and UTF-16 that gives the most
    common characters, or what charset-normalizer finds. A few bytes that are wrong in an encoding (a damaged or cut file) become U+FFFD.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return attempt(data, name) or best_of([repaired(data, name)])
    if data.isascii() and (found := best_of([attempt(data, name) for name in ASCII_FORMS])) and not is_mostly_ascii(found.text):
        return found
    found = attempt(data, "utf-8")
    if found and (not found.flaws or common_share(found.text) >= LEAST_COMMON):
        return found
    return best_of(strict(data)) or best_of([repaired(data, name) for name in ("utf-8", *GUESSES)]) or best_of([detected(data)])


def is_mostly_ascii(text: str) -> bool:
    """Whether a text holds so few common Chinese characters that its 7-bit bytes are rather ASCII, as those of a script are."""
    letters = [character for character in text if not character.isspace()]
    return sum(character in COMMON for character in letters) < LEAST_COMMON * len(letters)


def strict(data: bytes) -> list[Decoded]:
    """Return the texts that the bytes are in one of GUESSES without a flaw."""
    return [found for name in GUESSES if (found := attempt(data, name)) and not found.flaws]


def detected(data: bytes) -> Decoded | None:
    """Return the text that charset-normalizer finds in bytes; None if it finds none."""
    match = None if 0 in data else from_bytes(data, cp_isolation=["gb18030", "big5", "big5hkscs", "euc_tw"]).best()
    return Decoded(str(match), match.encoding) if match else None


def best_of(found: Iterable[Decoded | None]) -> Decoded | None:
    """Return the text with the most common characters; None if none of them reads as Chinese."""
    best = max(filter(None, found), key=lambda one: common_share(one.text), default=None)
    return best if best and common_share(best.text) >= LEAST_COMMON else None


def attempt(data: bytes, name: str) -> Decoded | None:
    """Decode strictly; None if the bytes are not of this encoding."""
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, UnicodeError):
        return None
    return Decoded(text, name.removesuffix("-sig"), places(text, "\0"))


def repaired(data: bytes, name: str) -> Decoded | None:
    """Decode with U+FFFD for what is wrong; None if that is more than a few bytes."""
    text = data.decode(name, "replace")
    flaws = places(text, "\0\ufffd")
    return Decoded(text, name.removesuffix("-sig"), flaws) if len(flaws) <= max(FEW, len(text) // 20) else None


def places(text: str, characters: str) -> tuple[int, ...]:
    """Return where a text holds one of these characters."""
    return tuple(match.start() for match in re.finditer(f"[{characters}]", text))


def is_prose(text: str) -> bool:
    """Whether a text in plain characters reads as Chinese: most letters are Chinese, and common ones among them; a short one does."""
    letters = [character for character in text if character.isalpha()]
    chinese = [character for character in letters if "\u4e00" <= character <= "\u9fff"]
    if len(letters) < SHORT:
        return True
    return 2 * len(chinese) >= len(letters) and common_share("".join(chinese)) >= LEAST_COMMON / 2


def common_share(text: str) -> float:
    """Return the share of a text's characters beyond ASCII, of which a web page may hold few, that are common Chinese ones."""
    letters = [character for character in text if not (character.isascii() or character.isspace())]
    return sum(character in COMMON for character in letters) / len(letters) if letters else 0.0
