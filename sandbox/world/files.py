"""Files: what was uploaded, under which identifiers, and the media made of them."""

import hashlib
import struct
from dataclasses import dataclass, field
from typing import Literal

MediaKind = Literal["photo", "video", "document", "animation", "sticker", "audio", "voice"]
MOST_DOWNLOADED_BYTES = 20 * 1024 * 1024


@dataclass(slots=True, frozen=True)
class StoredFile:
    """Bytes the server keeps; the same bytes have the same unique id, whoever sends them."""

    file_id: str
    unique_id: str
    data: bytes
    name: str
    mime: str
    width: int = 0
    height: int = 0

    def wire(self) -> dict[str, object]:
        """The fields that every kind of file has."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}

    @property
    def path(self) -> str:
        """Where getFile says it can be fetched."""
        return f"files/{self.unique_id}/{self.name}"


@dataclass(slots=True, frozen=True)
class Media:
    """A file as it is shown in a message."""

    kind: MediaKind
    file: StoredFile
    spoiler: bool = False
    above: bool = False
    extra: dict[str, object] = field(default_factory=dict)

    def wire(self) -> dict[str, object]:
        """The fields it adds to a Message."""
        body: dict[str, object] = {self.kind: self._photo() if self.kind == "photo" else self._file()}
        if self.kind == "animation":
            body["document"] = self._document()
        if self.spoiler:
            body["has_media_spoiler"] = True
        if self.above:
            body["show_caption_above_media"] = True
        return body

    def _photo(self) -> list[dict[str, object]]:
        return [self.file.wire() | {"width": self.file.width or 640, "height": self.file.height or 480}]

    def _document(self) -> dict[str, object]:
        return self.file.wire() | {"file_name": self.file.name, "mime_type": self.file.mime}

    def _file(self) -> dict[str, object]:
        if self.kind == "document":
            return self._document()
        if self.kind in ("audio", "voice"):
            return self.file.wire() | {"duration": seconds_of(self.file.data), "mime_type": self.file.mime}
        size = {"width": self.file.width or 512, "height": self.file.height or 512}
        if self.kind == "sticker":
            return self.file.wire() | size | {"type": "regular", "is_animated": False, "is_video": False}
        return self.file.wire() | size | {"duration": 1, "file_name": self.file.name, "mime_type": self.file.mime}


class Files:
    """Every stored file, by file_id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def store(self, data: bytes, name: str, kind: str) -> StoredFile:
        """Keep bytes; gives the file that says so."""
        digest = hashlib.sha256(kind.encode() + data).hexdigest()
        known = self._by_id.get(f"{kind}-{digest[:24]}-{_plain(name)}")
        if known is not None:
            return known
        width, height = image_size(data)
        unique = f"u{digest[:14]}"
        stored = StoredFile(
            f"{kind}-{digest[:24]}-{_plain(name)}", unique, data, name, _mime(data, name), width, height
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """A file by the id that a message carried."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """A file by the path that getFile gave."""
        return self._by_path.get(path)


def _plain(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:6]


def _mime(data: bytes, name: str) -> str:
    if data.startswith(b"RIFF"):
        return "audio/wav" if data[8:12] == b"WAVE" else "image/webp"
    for magic, mime in MAGIC:
        if data.startswith(magic):
            return mime
    return MIME_BY_SUFFIX.get(name.rpartition(".")[2].lower(), "application/octet-stream")


MAGIC = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"%PDF", "application/pdf"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "audio/webm"),
)
MIME_BY_SUFFIX = {
    "mp4": "video/mp4",
    "csv": "text/csv",
    "txt": "text/plain",
    "html": "text/html",
    "json": "application/json",
}


def seconds_of(data: bytes) -> int:
    """How long a WAV lasts, at least a second; a second for anything else, whose length stands deep inside."""
    if data.startswith(b"RIFF") and data[8:12] == b"WAVE" and len(data) >= 44:
        bytes_per_s = int.from_bytes(data[28:32], "little")
        return max(1, round((len(data) - 44) / max(1, bytes_per_s)))
    return 1


def image_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG, GIF or JPEG; (0, 0) for anything else."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data.startswith(b"GIF8") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    return 0, 0


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0
