"""Names in the configuration that have to stand for something: a time zone, a job, a command."""

from typing import Any

from telegram.constants import ReactionEmoji

from bot.start.config_shape import Shape, near
from bot.start.config_times import wrong_with
from handlers import jobs, routes
from handlers.routes import Command
from messages.vocabulary import all_meant
from rules.programme.schedule import DECENT, decent
from rules.reading.typed import bare, even
from rules.reading.visible import unvaried
from rules.reading.zones import places, zone_called, zones_at

REACTIONS = frozenset(map(unvaried, ReactionEmoji))
NO_REACTION = "{!r} is no reaction that Telegram offers; allowed are: {}"
# Sections that can be made empty in one line, and commands as well: at the end of the file they are taken for those.
LISTS = ("awards", "badges", "covenant", "levels")
MEANT_SHOWN, ABBREVIATED = 3, 4
NO_ZONE = "is no time zone we know; {}write for example Asia/Shanghai"


def check_known(shape: Shape, raw: dict[str, Any]) -> None:
    """Note each name that stands for nothing, with the one that was probably meant."""
    _check_zone(shape, raw.get("brand"))
    _check_schedule(shape, raw.get("schedule"))
    _check_words(shape, raw.get("words"))
    for section in ("thanks", "discoveries"):
        _check_reactions(shape, section, raw.get(section))


def _check_zone(shape: Shape, brand: object) -> None:
    """A city is no zone's name, and neither is a misspelt one: the zone that was meant is told."""
    given = brand.get("timezone") if isinstance(brand, dict) else None
    if not isinstance(given, str) or zone_called(given):
        return
    place = given.rpartition("/")[2]
    meant = [*zones_at(place), *all_meant("setup", "zone", place)]
    hint = f"did you mean {' / '.join(meant[:MEANT_SHOWN])}? " if meant else _zone_like(place)
    shape.at(("brand", "timezone"), NO_ZONE.format(hint))


def _zone_like(place: str) -> str:
    """A hint at the zone whose place is written like this; an abbreviation is like many and means none of them."""
    if len(place) <= ABBREVIATED or not place.isascii():
        return ""
    return near(place, {zone: zone.rpartition("/")[2] for zone in places()})


def _check_schedule(shape: Shape, written: object) -> None:
    """Times belong to jobs that exist; each is written as the scheduler understands it, and decent where it has to be."""
    known = {job.name: job for job in jobs()}
    for name, cron in written.items() if isinstance(written, dict) else ():
        path = ("schedule", name)
        if name not in known:
            shape.at(path, f"there is no such job; {near(name, list(known))}allowed here: {', '.join(known)}")
        elif not isinstance(cron, str) or not cron:
            continue
        elif wrong := wrong_with(cron):
            shape.at(path, wrong)
        elif known[name].daytime and not decent(cron):
            shape.at(path, DECENT)


def _check_words(shape: Shape, written: object) -> None:
    """Words belong to commands that exist, and none to two of them, be it by default."""
    given = written if isinstance(written, dict) else {}
    commands = [route for route in routes() if isinstance(route, Command)]
    names = [command.name for command in commands]
    kept = [command for command in commands if command.name not in given]
    owners = {bare(word): command.name for command in kept for word in command.words}
    for command, words in given.items():
        path = ("words", command)
        if command not in names:
            shape.at(path, f"there is no such command; {near(command, names)}allowed here: {', '.join(names)}")
        if command in LISTS and words == []:
            shape.at(
                path,
                f"stands for the words of /{command} here; for no {command} at all write it above the first heading",
            )
        for word in filter(_is_text, words if isinstance(words, list) else ()):
            if not bare(word):
                shape.at(path, f"{word!r} is nothing that is heard; a word has letters or characters")
            elif even(word).strip().startswith(("/", "#")):
                shape.at(path, f"{word!r} is heard without / and #; write it so")
            elif owners.setdefault(bare(word), command) != command:
                shape.at(path, f"{word!r} belongs to {owners[bare(word)]} already")


def _check_reactions(shape: Shape, section: str, written: object) -> None:
    """A reaction that nobody can give would thank nobody."""
    emoji = written.get("emoji") if isinstance(written, dict) else None
    for one in filter(_is_text, emoji if isinstance(emoji, list) else ()):
        if one.strip() and unvaried(one) not in REACTIONS:
            shape.at((section, "emoji"), NO_REACTION.format(one, " ".join(ReactionEmoji)))


def _is_text(word: object) -> bool:
    return isinstance(word, str)
