"""Which of the forms that an answer can have its reader likes best (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence


def preferred(accept: str, offered: Sequence[str]) -> str | None:
    """Return the media type of ``offered`` that an Accept header ranks first, None if it takes none.

    Of several that are ranked alike the first offered is returned: ``*/*`` takes the first. No header takes everything.
    """
    ranges = [parsed(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    ranked = [(quality(media_type, ranges), -number, media_type) for number, media_type in enumerate(offered)]
    best = max(ranked, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else None


def parsed(part: str) -> tuple[str, float]:
    """Return one range of an Accept header and its weight; a weight that is no number counts 0."""
    media_range, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((p.partition("=")[2] for p in parameters if p.startswith("q=")), "1")
    try:
        return media_range, min(1.0, max(0.0, float(weight)))
    except ValueError:
        return media_range, 0.0


def quality(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the weight of the most specific range that holds a media type, 0 if none does."""
    for wanted in (media_type, media_type.partition("/")[0] + "/*", "*/*"):
        weights = [weight for media_range, weight in ranges if media_range == wanted]
        if weights:
            return max(weights)
    return 0.0
