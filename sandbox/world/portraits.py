"""Profile photos: head and shoulders painted by code, as JPEG in the sizes that Telegram has of them."""

import colorsys
import struct
from collections.abc import Iterator
from functools import lru_cache

SIDES_PX = (160, 320, 640)
BLOCK_PX = 8
MIDDLE = 128
Ycc = tuple[int, int, int]


@lru_cache(maxsize=64)
def portrait(hue: int, side_px: int) -> bytes:
    """The JPEG of somebody of that hue; each block of it has one colour, so that no cosine is needed."""
    blocks = side_px // BLOCK_PX
    ground, figure = _ycc(hue, 0.25, 0.96), _ycc(hue, 0.55, 0.55)
    colours = [figure if _is_figure(x, y, blocks) else ground for y in range(blocks) for x in range(blocks)]
    return _head(side_px) + _packed("".join(_coded(colours))) + b"\xff\xd9"


def _is_figure(x: int, y: int, blocks: int) -> bool:
    """Whether head or shoulders are there."""
    across, down = (x + 0.5) / blocks - 0.5, (y + 0.5) / blocks
    head = across**2 + (down - 0.38) ** 2 < 0.19**2
    return head or (across / 0.36) ** 2 + ((down - 1.0) / 0.36) ** 2 < 1


def _ycc(hue: int, saturation: float, value: float) -> Ycc:
    red, green, blue = (255 * part for part in colorsys.hsv_to_rgb(hue / 360, saturation, value))
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    return round(bright), round(MIDDLE + 0.564 * (blue - bright)), round(MIDDLE + 0.713 * (red - bright))


def _head(side_px: int) -> bytes:
    """Steps of eight, three components of one resolution, and the two tables of codes that `_coded` uses."""
    frame = struct.pack(">BHHB", 8, side_px, side_px, 3) + bytes((1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0))
    lengths = bytes((0, 0, 0, 12, *[0] * 12)) + bytes(range(12))
    end_of_block = bytes((1, *[0] * 15)) + b"\0"
    return b"".join(
        (
            b"\xff\xd8",
            _segment(0xE0, b"JFIF\0" + struct.pack(">HBHHBB", 0x0101, 0, 1, 1, 0, 0)),
            _segment(0xDB, b"\0" + bytes([8] * 64)),
            _segment(0xC0, frame),
            _segment(0xC4, b"\x00" + lengths),
            _segment(0xC4, b"\x10" + end_of_block),
            _segment(0xDA, bytes((3, 1, 0, 2, 0, 3, 0, 0, 63, 0))),
        )
    )


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _coded(colours: list[Ycc]) -> Iterator[str]:
    """Each block as bits: for each component how far it is from the one before, and that nothing else follows."""
    before: Ycc = (MIDDLE, MIDDLE, MIDDLE)
    for colour in colours:
        for now, last in zip(colour, before, strict=True):
            yield _difference(now - last) + "0"
        before = colour


def _difference(step: int) -> str:
    bits = abs(step).bit_length()
    value = step if step >= 0 else step + (1 << bits) - 1
    return f"{bits:04b}" + (f"{value:0{bits}b}" if bits else "")


def _packed(bits: str) -> bytes:
    """Whole bytes; where one could be taken for a marker, nothing follows it."""
    whole = bits + "1" * (-len(bits) % 8)
    data = bytes(int(whole[at : at + 8], 2) for at in range(0, len(whole), 8))
    return data.replace(b"\xff", b"\xff\0")
