"""Quantities as printed and what they amount to: `约625亩`, `1.2亿美元`, `三十余家`; knows no article and no entity.

``QUANTITY`` finds them; ``read`` normalises one beside its printed form and never replaces it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation
from functools import cache

from kg.lexicon import rows

SCALES = {
    "": 0,
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}
"""Power of ten of each scale word."""
APPROXIMATE = "约|近|逾|超过|超|不少于|不低于|至少|接近|大约"
NUMBER = r"(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?(?:×\d+(?:\.\d+)?)?"
SCALE = "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千|百|十"
WIDE = Context(prec=80)
"""Precise enough for every number of LONGEST digits with its scale and unit."""
LONGEST = 40
"""Digits of a number at most; a row of more is no quantity."""
RANGE = "(?:至|到|-|—|~|～|－)"
"""What stands between the two ends of a range of sums: 3亿至5亿元, 3-5亿元."""
GOES_ON = r"(?=[，,。；;、：:！!？?）)”\n]|$|的|建设|新建|扩建|改造|打造|实施|用于|收购|购置|在)"
"""What follows a sum that is printed without its unit: 投资3.2亿建设…."""
CHINESE = "[零〇一二两三四五六七八九十百千万亿点]+"
LOWER_END = rf"(?P<low>{NUMBER})(?P<low_scale>{SCALE})?元?{RANGE}(?=[\d.,]+(?:{SCALE})?(?:多|余)?元)"
"""The lower end of a range of sums, before its upper end: 3亿至 of 3亿至5亿元."""
COUNT = rf"(?:(?P<number>{NUMBER})|(?P<chinese>{CHINESE}))(?P<more>多|余|几)?(?P<scale>{SCALE})?(?P<more2>多|余)?"
"""A number with its scale and what makes it vague: 1.2亿, 三十余, 400多万."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed quantity: ``number`` times ``base`` (a base unit or an ISO currency), ``dimension`` as in units.tsv.

    ``approximate`` says that the page prints 约, 近, 余, 多 …; ``at_least`` that it prints 超, 逾, 余, 多.
    """

    printed: str
    number: Decimal
    base: str
    dimension: str
    approximate: bool = False
    at_least: bool = False


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of a quantity: groups approx, number, scale, unit; 多 and 余 before or after the unit belong to it."""
    printed = "|".join(re.escape(unit) for unit in sorted(units(), key=lambda u: (-len(u), u)))
    unit = rf"(?P<unit>{printed})(?P<more3>余)?(?![a-zA-Z])|(?<=亿){GOES_ON}"
    return re.compile(f"(?P<approx>{APPROXIMATE})?(?:{LOWER_END})?{COUNT}(?:{unit})")


def read(printed: str) -> Quantity | None:
    """Normalise a printed quantity, None if it is none: `1.2亿美元` → 120000000 USD, `约625亩` → 416666.67 m2 (approximate).

    A range is at least its lower end (3亿至5亿元); a sum in 亿 without a unit is of yuan.
    """
    match = pattern().fullmatch(printed)
    if not match:
        return None
    number = number_of(match["low"] or match["number"], match["chinese"])
    if number is None:
        return None
    dimension, base, factor = units()[match["unit"] or "元"]
    vague = match["approx"], match["more"] or match["more2"] or match["more3"] or match["low"]
    value = WIDE.multiply(number, Decimal(10) ** SCALES[(match["low_scale"] if match["low"] else "") or match["scale"] or ""] * factor)
    return Quantity(
        printed, plain(value), base, dimension, any(vague), bool(vague[1]) or vague[0] in ("逾", "超", "超过", "不少于", "不低于", "至少")
    )


@cache
def units() -> dict[str, tuple[str, str, Decimal]]:
    """Return unit → dimension, base unit, factor."""
    return {unit: (dimension, base, Decimal(factor)) for unit, dimension, base, factor in rows("units")}


def number_of(digits: str | None, chinese: str | None) -> Decimal | None:
    """Return the number that digits (`1,043.5`, `3×300` as a product) or Chinese numerals (`一百二十`) print; None if neither."""
    try:
        if len(digits or "") > LONGEST:
            return None
        if digits:
            product = Decimal(1)
            for part in re.sub("[,，]", "", digits).split("×"):
                product = WIDE.multiply(product, Decimal(part))
            return product
        import cn2an

        return Decimal(str(cn2an.cn2an((chinese or "").replace("〇", "零"), "smart")))
    except (InvalidOperation, ValueError, KeyError):
        return None


def plain(value: Decimal) -> Decimal:
    """Return the number without an exponent and without zeros at the end, at most six decimals."""
    value = value.quantize(Decimal("0.000001"), context=WIDE).normalize(WIDE)
    return value.quantize(Decimal(1), context=WIDE) if value == value.to_integral_value() else value
