"""What the server refuses, with Telegram's own codes and texts."""

from dataclasses import dataclass, field


@dataclass(eq=False)
class Refused(Exception):
    """One refused request, as Telegram would word it."""

    code: int
    description: str
    parameters: dict[str, object] = field(default_factory=dict)

    def wire(self) -> dict[str, object]:
        """The body of the answer."""
        body: dict[str, object] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(text: str, **parameters: object) -> Refused:
    """400, in Telegram's manner."""
    return Refused(400, f"Bad Request: {text}", parameters)


def forbidden(text: str) -> Refused:
    """403, in Telegram's manner."""
    return Refused(403, f"Forbidden: {text}")


def too_many(retry_after_s: int) -> Refused:
    """429 with the seconds to wait."""
    return Refused(429, f"Too Many Requests: retry after {retry_after_s}", {"retry_after": retry_after_s})


def conflict(text: str) -> Refused:
    """409: somebody else is polling."""
    return Refused(409, f"Conflict: {text}")


NOT_FOUND = Refused(404, "Not Found")
UNAUTHORIZED = Refused(401, "Unauthorized")
METHOD_NOT_FOUND = Refused(404, "Not Found: method not found")


class Impossible(Exception):
    """Something a person of the sandbox tried that a Telegram app would not have offered.

    `what` names it; the page has the words, with `fields` in them.
    """

    def __init__(self, what: str, **fields: str) -> None:
        super().__init__(" ".join((what, *fields.values())))
        self.what = what
        self.fields = fields
