"""Sample files that people send: pictures painted by code, small documents."""

import math
import struct
import zlib
from functools import lru_cache

WIDTH, HEIGHT = 480, 320


@lru_cache(maxsize=64)
def sample(name: str) -> bytes:
    """Bytes of a sample by its name; the same name, the same bytes."""
    if name.startswith(("text", "document")):
        return f"{name}\n".encode()
    if name.startswith("video"):
        return b"\x00\x00\x00\x18ftypmp42" + name.encode()
    return painted(sum(name.encode()) * 37)


def painted(seed: int) -> bytes:
    """A small landscape as PNG: sky, sun, hills and a road, coloured by the seed."""
    hue = seed % 360
    sun_x, sun_y = 60 + seed * 7 % (WIDTH - 120), 50 + seed * 3 % 70
    sky = [_colour(hue + 180, 0.35, 0.72 + y / 900) for y in range(HEIGHT)]
    hill = [_colour(hue + 40, 0.35, 0.62 - depth / 500) for depth in range(HEIGHT)]
    field = [_colour(hue, 0.45, 0.5 - depth / 500) for depth in range(HEIGHT)]
    tops = [
        (int(170 + 22 * math.sin((x + hue) / 55)), int(225 + 16 * math.sin((x + 3 * hue) / 80))) for x in range(WIDTH)
    ]
    rows = bytearray()
    for y in range(HEIGHT):
        rows.append(0)
        rows += b"".join(field[y - near] if y > near else hill[y - far] if y > far else sky[y] for far, near in tops)
    _sun(rows, sun_x, sun_y)
    _road(rows, tops, hue)
    return _png(bytes(rows))


def _sun(rows: bytearray, sun_x: int, sun_y: int) -> None:
    for y in range(sun_y - 26, sun_y + 27):
        half = int(math.sqrt(700 - (y - sun_y) ** 2))
        _stroke(rows, y, sun_x - half, sun_x + half, bytes((255, 244, 214)))


def _road(rows: bytearray, tops: list[tuple[int, int]], hue: int) -> None:
    for y in range(tops[WIDTH // 2][1] + 1, HEIGHT):
        middle = WIDTH // 2 + int((y - HEIGHT) * math.sin(hue))
        half = 4 + (y - tops[WIDTH // 2][1]) * 4 // 5
        _stroke(rows, y, middle - half, middle + half, _colour(hue, 0.05, 0.42))


def _stroke(rows: bytearray, y: int, left: int, right: int, colour: bytes) -> None:
    left, right = max(0, left), min(WIDTH, right)
    at = y * (1 + 3 * WIDTH) + 1
    rows[at + 3 * left : at + 3 * right] = colour * max(0, right - left)


def _colour(hue: float, saturation: float, value: float) -> bytes:
    value = max(0.0, min(1.0, value))
    channels = (abs((hue / 60 + shift) % 6 - 3) - 1 for shift in (0, 4, 2))
    return bytes(int(255 * value * (1 - saturation + saturation * max(0.0, min(1.0, c)))) for c in channels)


def _png(rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")
