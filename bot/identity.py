"""What the bot knows of itself while it runs."""

from msgspec import Struct

from handlers.routes import Job, Route
from messages.renderer import Speech
from rules.programme.programme import Programme


class Identity(Struct, frozen=True):
    """The bot of one brand: its name on Telegram, its rules, its words, its features."""

    username: str
    programme: Programme
    speech: Speech
    routes: tuple[Route, ...]
    jobs: tuple[Job, ...]
