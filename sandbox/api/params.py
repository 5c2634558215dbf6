"""The judged parameters of one call, each read in its own type."""

from dataclasses import dataclass

from sandbox.world.messages import Wire


@dataclass(slots=True, frozen=True)
class Upload:
    """A file part of a multipart request."""

    name: str
    data: bytes


@dataclass(slots=True)
class Params:
    """Values by name; the validation has already looked at their types."""

    values: Wire
    uploads: dict[str, Upload]

    def has(self, name: str) -> bool:
        """Whether it was given."""
        return name in self.values

    def text(self, name: str) -> str:
        """A String, empty when missing."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """An Integer."""
        value = self.values.get(name, default)
        return value if isinstance(value, int) else default

    def flag(self, name: str) -> bool:
        """A Boolean, false when missing."""
        return self.values.get(name) is True

    def place(self, name: str) -> int | str:
        """A chat: its id or @username."""
        value = self.values.get(name, 0)
        return value if isinstance(value, int | str) else 0

    def mapping(self, name: str) -> Wire:
        """An object, empty when missing."""
        value = self.values.get(name)
        return value if isinstance(value, dict) else {}

    def items(self, name: str) -> list[object] | None:
        """An array, None when missing."""
        value = self.values.get(name)
        return value if isinstance(value, list) else None

    def numbers(self, name: str) -> list[int]:
        """An array of Integers."""
        return [item for item in self.items(name) or [] if isinstance(item, int)]

    def objects(self, name: str) -> list[Wire]:
        """An array of objects."""
        return [item for item in self.items(name) or [] if isinstance(item, dict)]
