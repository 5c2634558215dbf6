"""What the messages about everyday sharing speak about."""

from handlers.daily.share import ShareLine

SAMPLES: dict[str, object] = {
    "share/line": ShareLine("周<b>舟"),
    "share/gathered": None,
}
