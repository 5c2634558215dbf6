"""Which route an update takes: tables by name, looked up, never a chain of questions."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.intake.incoming import Incoming
from handlers.call import Message
from handlers.routes import Command, Observe, On, Press, Prompted, Route, Start, WayOut
from rules.refusals import Refusal

_TRAILING = "!！~～。.…"
_NUMBERED = re.compile(r"(\D+)(\d+)")


def spoken(text: str) -> str:
    """`text` as words are compared: one width, one case, without trailing exclamation."""
    return unicodedata.normalize("NFKC", text).strip().rstrip(_TRAILING).strip().casefold()


@dataclass(frozen=True, slots=True)
class Match:
    """A route and the text that follows what matched."""

    route: Command | Start
    words: str
    by_word: bool = False


class Router:
    """The routes of every feature, and the brand's words laid over the declared ones."""

    def __init__(self, routes: Iterable[Route], words: Mapping[str, tuple[str, ...]]) -> None:
        self.commands: dict[str, Command] = {}
        self.words: dict[str, Command] = {}
        self.prefixes: dict[str, Command] = {}
        self.tags: dict[str, Command] = {}
        self.presses: dict[str, Press] = {}
        self.starts: dict[str, Start] = {}
        self.prompts: dict[str, Prompted] = {}
        self.ways_out: dict[type[Refusal], WayOut] = {}
        self.observers: dict[On, list[Observe]] = {on: [] for on in On}
        for route in routes:
            self._add(route, words)
        for observers in self.observers.values():
            observers.sort(key=lambda observer: observer.turn)

    def _add(self, route: Route, words: Mapping[str, tuple[str, ...]]) -> None:
        match route:
            case Command():
                self.commands[route.name] = route
                for word in words.get(route.name, route.words):
                    self.words[spoken(word)] = route
                    if route.goes_on:
                        self.prefixes[spoken(word)] = route
                self.tags.update(dict.fromkeys(route.tags, route))
                self.prefixes = dict(sorted(self.prefixes.items(), key=lambda item: -len(item[0])))
            case Press():
                self.presses[route.action] = route
            case Start():
                self.starts[route.payload] = route
            case Prompted():
                self.prompts[route.prompt] = route
            case Observe():
                self.observers[route.on].append(route)
            case WayOut():
                self.ways_out[route.refusal] = route

    def match(self, incoming: Incoming) -> Match | None:
        """The command, word or hashtag that a message is, if it is one."""
        if incoming.command is not None:
            return self._command(incoming)
        for tag, words in incoming.tags:
            if found := self._tag(tag, words):
                return found
        text = incoming.message.text if incoming.message else ""
        return self._word(text, incoming.reply_to)

    def _command(self, incoming: Incoming) -> Match | None:
        assert incoming.command is not None
        if incoming.command == "start" and incoming.command_words:
            payload, _, rest = incoming.command_words.partition("-")
            if payload in self.starts:
                return Match(self.starts[payload], rest)
        route = self.commands.get(incoming.command)
        return Match(route, incoming.command_words) if route else None

    def _tag(self, tag: str, words: str) -> Match | None:
        if tag in self.tags:
            return Match(self.tags[tag], words)
        numbered = _NUMBERED.fullmatch(tag)
        if numbered and numbered[1] in self.tags:
            return Match(self.tags[numbered[1]], f"{numbered[2]} {words}".strip())
        return None

    def _word(self, text: str, reply_to: Message | None) -> Match | None:
        said = spoken(text)
        route = self.words.get(said)
        if route and (reply_to is not None or not route.reply):
            return Match(route, "", by_word=True)
        if reply_to is None or not said:
            return None
        author = spoken(reply_to.author.name) if reply_to.author else ""
        for prefix, command in self.prefixes.items():
            if said.startswith(prefix) and command.goes_on and command.goes_on(prefix, said[len(prefix) :], author):
                return Match(command, text.strip()[len(prefix) :].strip(" ,，:：!！~～。"), by_word=True)
        return None
